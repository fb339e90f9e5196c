#include "present/rotation.hpp"

#include <algorithm>
#include <utility>

#include <SDL.h>

namespace kiosk {
namespace {

constexpr int tile = 32;  // pixels; a column of a whole picture would miss the cache at every step

std::uint32_t const* row_of(SDL_Surface const& surface, int y) {
    auto const* bytes = static_cast<std::uint8_t const*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
    return reinterpret_cast<std::uint32_t const*>(bytes);
}

std::uint32_t* row_of(SDL_Surface& surface, int y) {
    return const_cast<std::uint32_t*>(row_of(std::as_const(surface), y));
}

struct FreeSurface {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, FreeSurface>;

class TurnedScreen final : public Screen {
public:
    TurnedScreen(std::unique_ptr<Screen> screen, Rotation rotation) : screen_(std::move(screen)), rotation_(rotation) {}

    Size size() const override { return picture_size(screen_->size(), rotation_); }

    Presented show(SDL_Surface const& now, Rect const& changed) override {
        if (!turn(now, changed, panel_)) return Presented::screen_lost;
        return screen_->show(*panel_, rotated(changed, {now.w, now.h}, rotation_));
    }

    SDL_Surface* canvas() override { return nullptr; }

    void begin_fade(Fade const& fade) override {
        Size const picture{fade.from->w, fade.from->h};
        if (!turn(*fade.from, {0, 0, picture.width, picture.height}, from_)) return;
        if (!turn(*fade.to, {0, 0, picture.width, picture.height}, to_)) return;
        screen_->begin_fade({from_.get(), to_.get(), rotated(fade.area, picture, rotation_), 0, fade.ground});
    }

    Presented fade(double t) override { return from_ && to_ ? screen_->fade(t) : Presented::screen_lost; }

    void end_fade() override {
        screen_->end_fade();
        from_.reset();
        to_.reset();
    }

    bool keeps_time() const override { return screen_->keeps_time(); }
    std::string name() const override { return screen_->name(); }
    std::string output() const override { return screen_->output(); }
    ScreenNews take_news() override { return screen_->take_news(); }
    int news_descriptor() const override { return screen_->news_descriptor(); }
    bool set_lit(bool is_lit) override { return screen_->set_lit(is_lit); }
    void forget_pictures() override { screen_->forget_pictures(); }

private:
    /// False: no memory.
    bool turn(SDL_Surface const& picture, Rect const& area, Surface& panel) {
        auto const size = picture_size({picture.w, picture.h}, rotation_);  // turning is its own inverse here
        if (!panel || panel->w != size.width || panel->h != size.height) {
            panel.reset(SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, picture.format->format));
            if (!panel) return false;
            copy_rotated(picture, {0, 0, picture.w, picture.h}, rotation_, *panel);
        } else {
            copy_rotated(picture, area, rotation_, *panel);
        }
        return true;
    }

    std::unique_ptr<Screen> screen_;
    Rotation rotation_;
    Surface panel_, from_, to_;
};

}  // namespace

Rotation rotation_of(int degrees) {
    switch (degrees) {
        case 90: return Rotation::quarter;
        case 180: return Rotation::half;
        case 270: return Rotation::three_quarters;
        default: return Rotation::none;
    }
}

Size picture_size(Size panel, Rotation rotation) {
    bool const is_upright = rotation == Rotation::quarter || rotation == Rotation::three_quarters;
    return is_upright ? Size{panel.height, panel.width} : panel;
}

Rect rotated(Rect area, Size picture, Rotation rotation) {
    switch (rotation) {
        case Rotation::none: break;
        case Rotation::quarter: return {picture.height - area.bottom(), area.x, area.height, area.width};
        case Rotation::half:
            return {picture.width - area.right(), picture.height - area.bottom(), area.width, area.height};
        case Rotation::three_quarters: return {area.y, picture.width - area.right(), area.height, area.width};
    }
    return area;
}

void copy_rotated(SDL_Surface const& picture, Rect area, Rotation rotation, SDL_Surface& panel) {
    Size const size{picture.w, picture.h};
    int const left = std::clamp(area.x, 0, size.width), top = std::clamp(area.y, 0, size.height);
    int const right = std::clamp(area.right(), left, size.width), bottom = std::clamp(area.bottom(), top, size.height);
    for (int tile_y = top; tile_y < bottom; tile_y += tile)
        for (int tile_x = left; tile_x < right; tile_x += tile)
            for (int y = tile_y; y < std::min(tile_y + tile, bottom); ++y) {
                auto const* from = row_of(picture, y);
                for (int x = tile_x; x < std::min(tile_x + tile, right); ++x) {
                    auto const place = rotated({x, y, 1, 1}, size, rotation);
                    row_of(panel, place.y)[place.x] = from[x];
                }
            }
}

std::unique_ptr<Screen> turned(std::unique_ptr<Screen> screen, Rotation rotation) {
    if (rotation == Rotation::none) return screen;
    return std::make_unique<TurnedScreen>(std::move(screen), rotation);
}

}  // namespace kiosk
