#include "paint/thumbnail.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kiosk {
namespace {

std::uint32_t const* row_of(SDL_Surface const& surface, int y) {
    return reinterpret_cast<std::uint32_t const*>(static_cast<std::uint8_t const*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch);
}

/// The mean colour of the pixels from (x0, y0) to before (x1, y1).
std::uint32_t mean(SDL_Surface const& surface, int x0, int y0, int x1, int y1) {
    std::array<std::uint32_t, 3> sum{};
    for (int y = y0; y < y1; ++y) {
        auto const* row = row_of(surface, y);
        for (int x = x0; x < x1; ++x)
            for (unsigned channel = 0; channel < 3; ++channel) sum[channel] += row[x] >> (8 * channel) & 255U;
    }
    auto const count = static_cast<std::uint32_t>((x1 - x0) * (y1 - y0));
    std::uint32_t pixel = 0xFF000000U;
    for (unsigned channel = 0; channel < 3; ++channel) pixel |= (sum[channel] + count / 2) / count << (8 * channel);
    return pixel;
}

}  // namespace

void draw_thumbnail(SDL_Surface const& from, SDL_Surface& to, Rect box) {
    for (int y = 0; y < box.height; ++y) {
        auto* row = const_cast<std::uint32_t*>(row_of(to, box.y + y)) + box.x;
        int const y0 = y * from.h / box.height, y1 = std::max(y0 + 1, (y + 1) * from.h / box.height);
        for (int x = 0; x < box.width; ++x) {
            int const x0 = x * from.w / box.width, x1 = std::max(x0 + 1, (x + 1) * from.w / box.width);
            row[x] = mean(from, x0, y0, x1, y1);
        }
    }
}

}  // namespace kiosk
