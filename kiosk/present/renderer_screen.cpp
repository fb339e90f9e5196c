#include <algorithm>

#include "present/window.hpp"

namespace kiosk {
namespace {

struct DestroyRenderer {
    void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
};
struct DestroyTexture {
    void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
};
using Renderer = std::unique_ptr<SDL_Renderer, DestroyRenderer>;
using Texture = std::unique_ptr<SDL_Texture, DestroyTexture>;

SDL_Rect sdl(Rect const& r) { return {r.x, r.y, r.width, r.height}; }

/// Two textures, blended by the GPU. Back buffers are swapped, so each frame draws everything.
class RendererScreen final : public PlainScreen {
public:
    RendererScreen(std::shared_ptr<VideoSystem> video, Window window, Renderer renderer)
        : video_(std::move(video)), window_(std::move(window)), renderer_(std::move(renderer)) {
        SDL_RendererInfo info{};
        if (SDL_GetRendererInfo(renderer_.get(), &info) == 0) {
            name_ = info.name;
            has_vsync_ = (info.flags & SDL_RENDERER_PRESENTVSYNC) != 0;
        }
    }

    Size size() const override {
        Size size;
        SDL_GetRendererOutputSize(renderer_.get(), &size.width, &size.height);
        return size;
    }

    Presented show(SDL_Surface const& now, Rect const& changed) override {
        bool const is_new = !matches(current_, now);
        if (!upload(current_, now, is_new ? Rect{0, 0, now.w, now.h} : changed)) return Presented::screen_lost;
        if (incoming_) return Presented::yes;  // the fade's next frame shows it
        SDL_RenderClear(renderer_.get());
        return draw_current() ? present() : Presented::screen_lost;
    }

    SDL_Surface* canvas() override { return nullptr; }

    void begin_fade(Fade const& fade) override {
        fade_ = fade;
        if (!matches(current_, *fade.from)) upload(current_, *fade.from, {0, 0, fade.from->w, fade.from->h});
        upload(incoming_, *fade.to, fade.area);
    }

    Presented fade(double t) override {
        if (!incoming_) return Presented::screen_lost;
        auto const alpha = static_cast<Uint8>(std::clamp(t, 0.0, 1.0) * 255 + 0.5);
        int const rise = std::min(rise_at(fade_.rise_px, std::clamp(t, 0.0, 1.0)), fade_.area.height);
        SDL_RenderClear(renderer_.get());
        if (!draw_current()) return Presented::screen_lost;
        auto const& area = fade_.area;
        auto const above = sdl({area.x, area.y, area.width, rise});
        SDL_SetRenderDrawBlendMode(renderer_.get(), SDL_BLENDMODE_BLEND);
        SDL_SetRenderDrawColor(renderer_.get(), fade_.ground.r, fade_.ground.g, fade_.ground.b, alpha);
        if (rise > 0) SDL_RenderFillRect(renderer_.get(), &above);
        SDL_SetRenderDrawColor(renderer_.get(), 0, 0, 0, 255);
        auto const from = sdl({area.x, area.y, area.width, area.height - rise});
        auto const to = sdl({area.x, area.y + rise, area.width, area.height - rise});
        SDL_SetTextureBlendMode(incoming_.get(), SDL_BLENDMODE_BLEND);
        SDL_SetTextureAlphaMod(incoming_.get(), alpha);
        if (SDL_RenderCopy(renderer_.get(), incoming_.get(), &from, &to) != 0) return Presented::screen_lost;
        return present();
    }

    void end_fade() override { incoming_.reset(); }

    bool keeps_time() const override { return has_vsync_; }
    std::string name() const override { return name_; }
    void forget_pictures() override {
        bool const is_fading = incoming_ != nullptr;
        current_.reset();
        incoming_.reset();
        if (is_fading) begin_fade(fade_);
    }

private:
    static bool matches(Texture const& texture, SDL_Surface const& surface) {
        int width = 0, height = 0;
        return texture && SDL_QueryTexture(texture.get(), nullptr, nullptr, &width, &height) == 0 && width == surface.w &&
               height == surface.h;
    }

    bool upload(Texture& texture, SDL_Surface const& surface, Rect const& area) {
        if (!matches(texture, surface)) {
            texture.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_STREAMING, surface.w, surface.h));
            if (!texture) return false;
        }
        int const x = std::clamp(area.x, 0, surface.w), y = std::clamp(area.y, 0, surface.h);
        auto const rect = sdl({x, y, std::clamp(area.right(), x, surface.w) - x, std::clamp(area.bottom(), y, surface.h) - y});
        if (rect.w <= 0 || rect.h <= 0) return true;
        auto const* first = static_cast<Uint8 const*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch + 4 * x;
        return SDL_UpdateTexture(texture.get(), &rect, first, surface.pitch) == 0;
    }

    bool draw_current() {
        SDL_SetTextureBlendMode(current_.get(), SDL_BLENDMODE_NONE);
        int width = 0, height = 0;
        SDL_QueryTexture(current_.get(), nullptr, nullptr, &width, &height);
        SDL_Rect const whole{0, 0, width, height};  // never stretched: a resize brings a new surface
        return SDL_RenderCopy(renderer_.get(), current_.get(), nullptr, &whole) == 0;
    }

    Presented present() {
        SDL_RenderPresent(renderer_.get());
        return Presented::yes;
    }

    std::shared_ptr<VideoSystem> video_;  // outlives the window
    Window window_;
    Renderer renderer_;
    Texture current_, incoming_;
    Fade fade_;
    std::string name_ = "renderer";
    bool has_vsync_ = false;
};

/// What OpenGL calls the device that draws; empty where the renderer is not OpenGL.
std::string gl_renderer() {
    constexpr unsigned gl_renderer_name = 0x1F01;
    auto const get = reinterpret_cast<unsigned char const* (*)(unsigned)>(SDL_GL_GetProcAddress("glGetString"));
    if (!get || !SDL_GL_GetCurrentContext()) return {};
    auto const* const name = get(gl_renderer_name);
    return name ? reinterpret_cast<char const*>(name) : "";
}

}  // namespace

std::unique_ptr<Screen> open_renderer_screen(std::shared_ptr<VideoSystem> video, ScreenOptions const& options,
                                             std::string& drawn_by) {
    auto window = open_window(options);
    if (!window) return nullptr;
    // Vsync stays on: page flips without it fail on a Pi 5.
    Renderer renderer(SDL_CreateRenderer(window.get(), -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC));
    if (!renderer) renderer.reset(SDL_CreateRenderer(window.get(), -1, 0));
    if (!renderer) return nullptr;
    SDL_RendererInfo info{};
    SDL_GetRendererInfo(renderer.get(), &info);
    drawn_by = (info.flags & SDL_RENDERER_SOFTWARE) != 0 ? "software" : gl_renderer();
    SDL_SetRenderDrawColor(renderer.get(), 0, 0, 0, 255);
    return std::make_unique<RendererScreen>(std::move(video), std::move(window), std::move(renderer));
}

}  // namespace kiosk
