#include "paint/photo_fit.hpp"

#include <algorithm>
#include <mutex>

#include "base/limits.hpp"
#include "paint/decoder_process.hpp"
#include "paint/photo_file.hpp"

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

namespace kiosk {
namespace {

constexpr int longest_side_px = 1600;
constexpr int jpeg_quality = 90;

bool is_transparent(Pixels const& pixels) {
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4)
        if (pixels.rgba[i] != 255) return true;
    return false;
}

std::vector<std::uint8_t> encoded(Pixels const& pixels) {
    std::vector<std::uint8_t> bytes;
    auto const append = [](void* to, void* data, int size) {
        auto const* const first = static_cast<std::uint8_t const*>(data);
        static_cast<std::vector<std::uint8_t>*>(to)->insert(static_cast<std::vector<std::uint8_t>*>(to)->end(), first, first + size);
    };
    auto const [width, height] = pixels.size;
    bool const is_written =
        is_transparent(pixels) ? stbi_write_png_to_func(append, &bytes, width, height, 4, pixels.rgba.data(), width * 4) != 0
                               : stbi_write_jpg_to_func(append, &bytes, width, height, 4, pixels.rgba.data(), jpeg_quality) != 0;
    return is_written ? bytes : std::vector<std::uint8_t>{};
}

/// The shape of `size` with the longer side `side_px`.
Size scaled_to(Size size, int side_px) {
    int const longer = std::max(size.width, size.height);
    auto const scaled = [&](int side) { return std::max(1, static_cast<int>((1LL * side * side_px + longer / 2) / longer)); };
    return {scaled(size.width), scaled(size.height)};
}

/// Smaller and smaller until it is small enough: noise, and large transparent pictures, take many bytes.
std::vector<std::uint8_t> made_small(std::string_view bytes, PhotoHeader const& header) {
    auto const size = header.upright();
    for (int side = std::min(longest_side_px, std::max(size.width, size.height)); side > 0; side = side * 7 / 10) {
        auto const pixels = decode_photo(bytes, header, {scaled_to(size, side)});
        if (!pixels) return {};
        auto small = encoded(*pixels);
        if (small.size() <= largest_fit_photo) return small;
    }
    return {};
}

}  // namespace

DecoderReply made_fit(std::string_view bytes, PhotoHeader const& header) {
    bool const is_small = std::max(header.stored.width, header.stored.height) <= longest_side_px && bytes.size() <= largest_fit_photo;
    DecoderReply reply;
    if (!is_small) reply.bytes = made_small(bytes, header);
    if (is_small ? !can_decode_photo(bytes) : reply.bytes.empty()) reply.fault = "its pixels are broken";
    return reply;
}

FitPhoto fit_photo(std::string bytes, std::stop_token const& stop) {
    static std::mutex one_at_a_time;
    std::lock_guard const lock(one_at_a_time);
    DecoderTask task{DecoderTask::Kind::fit};
    if (auto fault = photo_fault(bytes, task.header); !fault.empty()) return {{}, std::move(fault)};
    auto const reply = decode_apart(bytes, task, stop);
    if (!reply.fault.empty()) return {{}, reply.fault};
    if (!reply.bytes.empty()) bytes.assign(reply.bytes.begin(), reply.bytes.end());
    return {std::move(bytes), {}};
}

}  // namespace kiosk
