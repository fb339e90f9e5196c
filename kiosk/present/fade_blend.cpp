#include "present/fade_blend.hpp"

#include <algorithm>
#include <cstring>

#include <SDL.h>

#include "present/blend.hpp"

namespace kiosk {
namespace {

std::uint8_t const* pixel_of(SDL_Surface const& surface, int x, int y) {
    return static_cast<std::uint8_t const*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch + 4 * x;
}

std::uint8_t* pixel_of(PixelTarget const& target, int x, int y) {
    return target.pixels + static_cast<std::ptrdiff_t>(y) * target.pitch + 4 * x;
}

}  // namespace

Rect clipped(Rect const& r, Size size) {
    int const x = std::clamp(r.x, 0, size.width), y = std::clamp(r.y, 0, size.height);
    return {x, y, std::clamp(r.right(), x, size.width) - x, std::clamp(r.bottom(), y, size.height) - y};
}

void copy_area(SDL_Surface const& from, Rect const& area, PixelTarget const& to) {
    auto const part = clipped(clipped(area, {from.w, from.h}), to.size);
    auto const bytes = static_cast<std::size_t>(part.width) * 4;
    for (int y = part.y; y < part.bottom(); ++y) std::memcpy(pixel_of(to, part.x, y), pixel_of(from, part.x, y), bytes);
}

void FadeBlend::begin(Fade const& fade) {
    fade_ = fade;
    fade_.area = clipped(clipped(fade.area, {fade.from->w, fade.from->h}), {fade.to->w, fade.to->h});
    std::uint32_t const ground = std::uint32_t{fade.ground.r} << 16 | std::uint32_t{fade.ground.g} << 8 | fade.ground.b;
    ground_.assign(static_cast<std::size_t>(fade_.area.width), ground);
}

Rect FadeBlend::draw(PixelTarget const& target, double t) const {
    auto const area = clipped(fade_.area, target.size);
    t = std::clamp(t, 0.0, 1.0);
    auto const amount = static_cast<unsigned>(t * 256 + 0.5);
    int const rise = rise_at(fade_.rise_px, t);
    for (int y = area.y; y < area.bottom(); ++y) {
        bool const above = y - rise < area.y;
        auto const* incoming = above ? reinterpret_cast<std::uint8_t const*>(ground_.data()) : pixel_of(*fade_.to, area.x, y - rise);
        blend_bytes(pixel_of(target, area.x, y), pixel_of(*fade_.from, area.x, y), incoming,
                    static_cast<std::size_t>(area.width) * 4, amount);
    }
    return area;
}

}  // namespace kiosk
