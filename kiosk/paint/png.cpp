#include "paint/png.hpp"

#include <cstdint>
#include <vector>

#include <fmt/format.h>

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

namespace kiosk {
namespace {

std::uint32_t const* row_of(SDL_Surface const& surface, int y) {
    auto const* bytes = static_cast<std::uint8_t const*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
    return reinterpret_cast<std::uint32_t const*>(bytes);
}

}  // namespace

std::string to_png(SDL_Surface const& surface) {
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(surface.w) * static_cast<std::size_t>(surface.h) * 3);
    auto* out = rgb.data();
    for (int y = 0; y < surface.h; ++y) {
        auto const* row = row_of(surface, y);
        for (int x = 0; x < surface.w; ++x, out += 3) {
            out[0] = static_cast<std::uint8_t>(row[x] >> 16);
            out[1] = static_cast<std::uint8_t>(row[x] >> 8);
            out[2] = static_cast<std::uint8_t>(row[x]);
        }
    }
    std::string png;
    auto const append = [](void* bytes, void* data, int size) {
        static_cast<std::string*>(bytes)->append(static_cast<char const*>(data), static_cast<std::size_t>(size));
    };
    // Flat colours and text repeat as they are: unfiltered rows come out smaller than filtered ones, in
    // half the time.
    stbi_write_force_png_filter = 0;
    if (!stbi_write_png_to_func(append, &png, surface.w, surface.h, 3, rgb.data(), surface.w * 3)) return {};
    return png;
}

std::string fingerprint(SDL_Surface const& surface) {
    constexpr std::uint64_t prime = 0x100000001B3;
    std::uint64_t hash = 0xCBF29CE484222325;
    auto const add = [&](std::uint32_t word) { hash = (hash ^ word) * prime; };
    add(static_cast<std::uint32_t>(surface.w));
    add(static_cast<std::uint32_t>(surface.h));
    for (int y = 0; y < surface.h; ++y) {
        auto const* row = row_of(surface, y);
        for (int x = 0; x < surface.w; ++x) add(row[x] & 0x00FF'FFFFU);
    }
    return fmt::format("{:016x}", hash);
}

}  // namespace kiosk
