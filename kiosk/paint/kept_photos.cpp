#include "paint/kept_photos.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/checksum.hpp"
#include "base/limits.hpp"
#include "io/files.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr WriteLimit little_wear{64'000'000, 8'000'000};  // an event's photos at two sizes; then those of a day
constexpr std::size_t longest_key_line = 200;

std::size_t area_of(Size size) { return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height); }

bool is_opaque(Pixels const& pixels) {
    for (std::size_t at = 3; at < pixels.rgba.size(); at += 4)
        if (pixels.rgba[at] != 255) return false;
    return true;
}

/// Three bytes a pixel where a fourth would say nothing.
std::string packed(Pixels const& pixels) {
    auto const* const rgba = reinterpret_cast<char const*>(pixels.rgba.data());
    if (!is_opaque(pixels)) return std::string(rgba, pixels.rgba.size());
    std::string bytes(pixels.rgba.size() / 4 * 3, '\0');
    for (std::size_t from = 0, to = 0; to < bytes.size(); from += 4, to += 3) std::copy_n(rgba + from, 3, &bytes[to]);
    return bytes;
}

/// Range: three or four bytes for each of `pixels`.
std::vector<std::uint8_t> unpacked(std::string_view bytes, std::size_t pixels) {
    auto const* const from = reinterpret_cast<std::uint8_t const*>(bytes.data());
    if (bytes.size() == pixels * 4) return {from, from + bytes.size()};
    std::vector<std::uint8_t> rgba(pixels * 4, 255);
    for (std::size_t i = 0; i < pixels; ++i) std::copy_n(from + i * 3, 3, &rgba[i * 4]);
    return rgba;
}

std::string head_of(KeptPhotos::Key const& key, std::string_view bytes) { return fmt::format("{} {:016x}\n", key.text, checksum_of(bytes)); }

}  // namespace

KeptPhotos::KeptPhotos(StateFolder const& state, std::uint64_t program)
    : folder_(state.access() == StateFolder::Access::none ? fs::path() : state.path() / "drawn-photos"),
      is_writable_(state.access() == StateFolder::Access::read_write),
      program_(program),
      budget_(little_wear) {}

KeptPhotos::Key KeptPhotos::key_of(std::string_view photo, Crop const& crop) const {
    return {fmt::format("kiosk-photo 1 program={:016x} photo={:016x} bytes={} size={}x{} focus={},{}", program_, checksum_of(photo), photo.size(),
                        crop.size.width, crop.size.height, crop.focus_x, crop.focus_y),
            crop.size};
}

fs::path KeptPhotos::file_of(Key const& key) const { return folder_ / fmt::format("{:016x}.pixels", checksum_of(key.text)); }

std::optional<Pixels> KeptPhotos::find(Key const& key) const {
    if (folder_.empty()) return {};
    auto const pixels = area_of(key.size);
    auto const file = read_text(file_of(key), {}, pixels * 4 + longest_key_line);
    if (!file.value) return {};
    std::string_view const text = file.value->text;
    auto const end = text.find('\n');
    if (end == text.npos) return {};
    auto const bytes = text.substr(end + 1);
    bool const is_whole = (bytes.size() == pixels * 3 || bytes.size() == pixels * 4) && text.substr(0, end + 1) == head_of(key, bytes);
    return is_whole ? std::optional(Pixels{key.size, unpacked(bytes, pixels)}) : std::nullopt;
}

void KeptPhotos::keep(Key const& key, Pixels const& pixels, Instant now) {
    std::lock_guard const lock(mutex_);
    if (!is_writable_ || pixels.rgba.size() != area_of(key.size) * 4 || !budget_.allows(now)) return;
    std::error_code error;
    fs::create_directory(folder_, error);
    auto const bytes = packed(pixels);
    auto const head = head_of(key, bytes);
    make_room(head.size() + bytes.size());
    // Not brought to the disk at once: what a power cut leaves of it shows, and costs one decoding.
    auto const problems = write_atomically(file_of(key), [&](ByteSink const& sink) { sink(head), sink(bytes); });
    if (problems.empty()) budget_.take(head.size() + bytes.size());
}

void KeptPhotos::make_room(std::uintmax_t needed) const {
    struct Kept {
        fs::file_time_type written;
        std::uintmax_t size;
        fs::path path;
    };
    std::vector<Kept> all;
    std::uintmax_t total = needed;
    std::error_code error;
    for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code gone;
        Kept kept{entry->last_write_time(gone), entry->file_size(gone), entry->path()};
        if (gone) continue;
        total += kept.size;
        all.push_back(std::move(kept));
    }
    std::sort(all.begin(), all.end(), [](Kept const& a, Kept const& b) { return a.written < b.written; });
    for (auto const& kept : all) {
        if (total <= most_kept_pixel_bytes) return;
        if (fs::remove(kept.path, error)) total -= kept.size;
    }
}

}  // namespace kiosk
