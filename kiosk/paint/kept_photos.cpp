#include "paint/kept_photos.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>

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
std::vector<std::uint8_t> channels_of(Pixels const& pixels) {
    if (!is_opaque(pixels)) return pixels.rgba;
    std::vector<std::uint8_t> bytes(pixels.rgba.size() / 4 * 3);
    for (std::size_t from = 0, to = 0; to < bytes.size(); from += 4, to += 3) std::copy_n(&pixels.rgba[from], 3, &bytes[to]);
    return bytes;
}

std::vector<std::uint8_t> with_alpha(std::vector<std::uint8_t> bytes, std::size_t channels) {
    if (channels == 4) return bytes;
    std::vector<std::uint8_t> rgba(bytes.size() / 3 * 4, 255);
    for (std::size_t from = 0, to = 0; from < bytes.size(); from += 3, to += 4) std::copy_n(&bytes[from], 3, &rgba[to]);
    return rgba;
}

/// Half as much to write and to read: how many bytes a pixel has, and then, deflated, how each row differs from the one above it (as
/// PNG's filter "up"). Empty: not enough memory.
std::string packed(Pixels const& pixels) {
    auto bytes = channels_of(pixels);
    auto const stride = bytes.size() / static_cast<std::size_t>(pixels.size.height);
    for (std::size_t i = bytes.size(); i-- > stride;) bytes[i] = static_cast<std::uint8_t>(bytes[i] - bytes[i - stride]);
    auto size = ::compressBound(bytes.size());
    std::string out(1 + size, static_cast<char>(bytes.size() / area_of(pixels.size)));
    if (::compress2(reinterpret_cast<Bytef*>(&out[1]), &size, bytes.data(), bytes.size(), Z_BEST_SPEED) != Z_OK) return {};
    out.resize(1 + size);
    return out;
}

/// Empty: these are no pixels of that size.
std::optional<Pixels> unpacked(std::string_view packed, Size size) {
    auto const channels = packed.empty() ? std::size_t{0} : static_cast<unsigned char>(packed[0]);
    if ((channels != 3 && channels != 4) || area_of(size) == 0) return {};
    std::vector<std::uint8_t> bytes(area_of(size) * channels);
    uLongf count = bytes.size();
    int const result = ::uncompress(bytes.data(), &count, reinterpret_cast<Bytef const*>(packed.data() + 1), packed.size() - 1);
    if (result != Z_OK || count != bytes.size()) return {};
    auto const stride = bytes.size() / static_cast<std::size_t>(size.height);
    for (auto i = stride; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(bytes[i] + bytes[i - stride]);
    return Pixels{size, with_alpha(std::move(bytes), channels)};
}

std::string head_of(KeptPhotos::Key const& key, std::string_view bytes) { return fmt::format("{} {:016x}\n", key.text, checksum_of(bytes)); }

}  // namespace

KeptPhotos::KeptPhotos(StateFolder const& state, std::uint64_t program)
    : folder_(state.access() == StateFolder::Access::none ? fs::path() : state.path() / "drawn-photos"),
      is_writable_(state.access() == StateFolder::Access::read_write),
      program_(program),
      budget_(little_wear) {}

KeptPhotos::Key KeptPhotos::key_of(std::string_view photo, Crop const& crop) const {
    return {fmt::format("kiosk-photo 2 program={:016x} photo={:016x} bytes={} size={}x{} focus={},{}", program_, checksum_of(photo), photo.size(),
                        crop.size.width, crop.size.height, crop.focus_x, crop.focus_y),
            crop.size};
}

fs::path KeptPhotos::file_of(Key const& key) const { return folder_ / fmt::format("{:016x}.pixels", checksum_of(key.text)); }

std::optional<Pixels> KeptPhotos::find(Key const& key) const {
    if (folder_.empty()) return {};
    auto const file = read_text(file_of(key), {}, ::compressBound(area_of(key.size) * 4) + longest_key_line);
    if (!file.value) return {};
    std::string_view const text = file.value->text;
    auto const end = text.find('\n');
    if (end == text.npos) return {};
    auto const bytes = text.substr(end + 1);
    if (text.substr(0, end + 1) != head_of(key, bytes)) return {};
    return unpacked(bytes, key.size);
}

void KeptPhotos::keep(Key const& key, Pixels const& pixels, Instant now) {
    std::lock_guard const lock(mutex_);
    bool const are_of_it = !pixels.rgba.empty() && pixels.rgba.size() == area_of(key.size) * 4;
    if (!is_writable_ || !are_of_it || !budget_.allows(now)) return;
    auto const bytes = packed(pixels);
    if (bytes.empty()) return;
    std::error_code error;
    fs::create_directory(folder_, error);
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
