#include "present/fade_blend.hpp"
#include "present/window.hpp"

namespace kiosk {
namespace {

PixelTarget pixels_of(SDL_Surface const& surface) {
    return {static_cast<std::uint8_t*>(surface.pixels), surface.pitch, {surface.w, surface.h}};
}

/// Copies and blends straight into the window's own memory.
class SoftwareScreen final : public PlainScreen {
public:
    SoftwareScreen(std::shared_ptr<VideoSystem> video, Window window) : video_(std::move(video)), window_(std::move(window)) {}

    Size size() const override {
        auto const* const surface = SDL_GetWindowSurface(window_.get());
        return surface ? Size{surface->w, surface->h} : Size{};
    }

    Presented show(SDL_Surface const& now, Rect const& changed) override {
        auto* const surface = target();
        if (!surface) return Presented::screen_lost;
        if (&now != surface) copy_area(now, changed, pixels_of(*surface));
        return present(clipped(clipped(changed, {now.w, now.h}), {surface->w, surface->h}));
    }

    SDL_Surface* canvas() override {
        auto* const surface = target();
        return surface == beside_.get() ? nullptr : surface;
    }

    void begin_fade(Fade const& fade) override { blend_.begin(fade); }

    Presented fade(double t) override {
        auto* const surface = target();
        if (!surface) return Presented::screen_lost;
        return present(blend_.draw(pixels_of(*surface), t));
    }

    void end_fade() override { blend_.end(); }

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
    FadeBlend blend_;
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
