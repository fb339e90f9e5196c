#include <algorithm>
#include <cstring>
#include <vector>

#include "present/blend.hpp"
#include "present/window.hpp"

namespace kiosk {
namespace {

std::uint8_t const* row_of(SDL_Surface const& surface, int x, int y) {
    return static_cast<std::uint8_t const*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch + 4 * x;
}

std::uint8_t* row_of(SDL_Surface& surface, int x, int y) {
    return static_cast<std::uint8_t*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch + 4 * x;
}

Rect inside(Rect const& r, SDL_Surface const& surface) {
    int const x = std::clamp(r.x, 0, surface.w), y = std::clamp(r.y, 0, surface.h);
    return {x, y, std::clamp(r.right(), x, surface.w) - x, std::clamp(r.bottom(), y, surface.h) - y};
}

/// Copies and blends straight into the window's own memory.
class SoftwareScreen final : public Screen {
public:
    SoftwareScreen(std::shared_ptr<VideoSystem> video, Window window) : video_(std::move(video)), window_(std::move(window)) {}

    Size size() const override {
        auto const* const surface = SDL_GetWindowSurface(window_.get());
        return surface ? Size{surface->w, surface->h} : Size{};
    }

    Presented show(SDL_Surface const& now, Rect const& changed) override {
        auto* const surface = target();
        if (!surface) return Presented::screen_lost;
        auto const area = inside(inside(changed, now), *surface);
        auto const bytes = static_cast<std::size_t>(area.width) * 4;
        for (int y = area.y; y < area.bottom(); ++y) std::memcpy(row_of(*surface, area.x, y), row_of(now, area.x, y), bytes);
        return present(area);
    }

    void begin_fade(Fade const& fade) override {
        fade_ = fade;
        fade_.area = inside(inside(fade.area, *fade.from), *fade.to);
        std::uint32_t const ground = std::uint32_t{fade.ground.r} << 16 | std::uint32_t{fade.ground.g} << 8 | fade.ground.b;
        ground_.assign(static_cast<std::size_t>(fade_.area.width), ground);
    }

    Presented fade(double t) override {
        auto* const surface = target();
        if (!surface) return Presented::screen_lost;
        auto const area = inside(fade_.area, *surface);
        auto const amount = static_cast<unsigned>(std::clamp(t, 0.0, 1.0) * 256 + 0.5);
        int const rise = rise_at(fade_.rise_px, std::clamp(t, 0.0, 1.0));
        for (int y = area.y; y < area.bottom(); ++y) {
            bool const above = y - rise < area.y;
            auto const* incoming = above ? reinterpret_cast<std::uint8_t const*>(ground_.data()) : row_of(*fade_.to, area.x, y - rise);
            blend_bytes(row_of(*surface, area.x, y), row_of(*fade_.from, area.x, y), incoming,
                        static_cast<std::size_t>(area.width) * 4, amount);
        }
        return present(area);
    }

    void end_fade() override { fade_ = {}; }

    bool keeps_time() const override { return false; }
    std::string name() const override { return "software"; }

private:
    /// The window's surface if it has our layout, else one beside it.
    SDL_Surface* target() {
        auto* const surface = SDL_GetWindowSurface(window_.get());
        if (!surface) return nullptr;
        if (surface->format->format == SDL_PIXELFORMAT_RGB888 || surface->format->format == SDL_PIXELFORMAT_ARGB8888) return surface;
        if (!beside_ || beside_->w != surface->w || beside_->h != surface->h)
            beside_.reset(SDL_CreateRGBSurfaceWithFormat(0, surface->w, surface->h, 32, SDL_PIXELFORMAT_RGB888));
        return beside_.get();
    }

    Presented present(Rect const& area) {
        SDL_Rect rect{area.x, area.y, area.width, area.height};
        if (area.width <= 0 || area.height <= 0) return Presented::yes;
        auto* const surface = SDL_GetWindowSurface(window_.get());
        if (beside_ && surface) {
            auto place = rect;
            SDL_BlitSurface(beside_.get(), &rect, surface, &place);
        }
        return SDL_UpdateWindowSurfaceRects(window_.get(), &rect, 1) == 0 ? Presented::yes : Presented::screen_lost;
    }

    struct FreeSurface {
        void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
    };
    std::shared_ptr<VideoSystem> video_;  // outlives the window
    Window window_;
    std::unique_ptr<SDL_Surface, FreeSurface> beside_;
    Fade fade_;
    std::vector<std::uint32_t> ground_;
};

}  // namespace

std::unique_ptr<Screen> open_software_screen(std::shared_ptr<VideoSystem> video, ScreenOptions const& options) {
    // SDL would put window surfaces through OpenGL: with llvmpipe three times the memory and start.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    auto window = open_window(options);
    if (!window || !SDL_GetWindowSurface(window.get())) return nullptr;
    return std::make_unique<SoftwareScreen>(std::move(video), std::move(window));
}

}  // namespace kiosk
