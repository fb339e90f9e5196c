// Pixels of a surface inside a clip, and blending into them in whole numbers.
#pragma once

#include <cstdint>

#include <SDL.h>

#include "layout/geometry.hpp"

namespace kiosk {

/// A part of an XRGB8888 or ARGB8888 surface. Nothing is drawn outside it; alpha stays 255.
class Canvas {
public:
    Canvas(SDL_Surface& surface, Rect const& clip);

    Rect const& clip() const { return clip_; }
    Canvas clipped(Rect const& further) const;

    /// Colour over what is there. `coverage`: 0 to 255, times the colour's own alpha.
    void blend(int x, int y, Color color, unsigned coverage);
    /// The same for `count` pixels from `x` on, with the alphas of `argb` as coverage. Range: all of them lie in the clip.
    void blend_row(int x, int y, Color color, std::uint32_t const* argb, int count);
    /// The whole of `box`, clipped.
    void fill(Rect const& box, Color color);

private:
    std::uint32_t* row(int y) const { return pixels_ + static_cast<std::ptrdiff_t>(y) * pitch_; }

    std::uint32_t* pixels_;
    int pitch_;  // in pixels
    Rect clip_;
};

}  // namespace kiosk
