#include "paint/canvas.hpp"

#include <algorithm>

namespace kiosk {
namespace {

std::uint32_t packed(Color c) {
    return 0xFF00'0000U | std::uint32_t{c.r} << 16 | std::uint32_t{c.g} << 8 | std::uint32_t{c.b};
}

/// `over` at alpha `a` of 255 on `under`, rounded.
std::uint32_t mixed(std::uint32_t under, std::uint32_t over, std::uint32_t a) {
    std::uint32_t const value = over * a + under * (255 - a) + 128;
    return (value + (value >> 8)) >> 8;  // divides by 255, exactly for this range
}

}  // namespace

Canvas::Canvas(SDL_Surface& surface, Rect const& clip)
    : pixels_(static_cast<std::uint32_t*>(surface.pixels)),
      pitch_(surface.pitch / 4),
      clip_(intersection(clip, {0, 0, surface.w, surface.h})) {}

Canvas Canvas::clipped(Rect const& further) const {
    auto canvas = *this;
    canvas.clip_ = intersection(clip_, further);
    return canvas;
}

void Canvas::blend(int x, int y, Color color, unsigned coverage) {
    if (x < clip_.x || y < clip_.y || x >= clip_.right() || y >= clip_.bottom() || coverage == 0) return;
    auto& pixel = row(y)[x];
    std::uint32_t const a = color.a == 255 ? coverage : mixed(0, color.a, coverage);
    if (a >= 255) {
        pixel = packed(color);
        return;
    }
    pixel = 0xFF00'0000U | mixed(pixel >> 16 & 255, color.r, a) << 16 | mixed(pixel >> 8 & 255, color.g, a) << 8 |
            mixed(pixel & 255, color.b, a);
}

void Canvas::blend_row(int x, int y, Color color, std::uint32_t const* argb, int count) {
    auto* const pixels = row(y) + x;
    auto const whole = packed(color);
    for (int i = 0; i < count; ++i) {
        auto const coverage = argb[i] >> 24;
        if (coverage == 0) continue;
        std::uint32_t const a = color.a == 255 ? coverage : mixed(0, color.a, coverage);
        auto const under = pixels[i];
        if (a >= 255) pixels[i] = whole;
        else
            pixels[i] = 0xFF00'0000U | mixed(under >> 16 & 255, color.r, a) << 16 | mixed(under >> 8 & 255, color.g, a) << 8 | mixed(under & 255, color.b, a);
    }
}

void Canvas::fill(Rect const& box, Color color) {
    auto const area = intersection(box, clip_);
    for (int y = area.y; y < area.bottom(); ++y) {
        if (color.a == 255) {
            std::fill_n(row(y) + area.x, area.width, packed(color));
            continue;
        }
        for (int x = area.x; x < area.right(); ++x) blend(x, y, color, 255);
    }
}

}  // namespace kiosk
