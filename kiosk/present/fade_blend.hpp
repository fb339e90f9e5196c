// One frame of a crossfade, blended by the processor.
#pragma once

#include <cstdint>
#include <vector>

#include "present/screen.hpp"

namespace kiosk {

/// Memory to draw into: 32 bits a pixel, blue in the lowest.
struct PixelTarget {
    std::uint8_t* pixels = nullptr;
    int pitch = 0;  ///< bytes from row to row
    Size size;
};

/// What of `r` lies in `size`.
Rect clipped(Rect const& r, Size size);

/// Copies `area` of `from`, which is clipped to both.
void copy_area(SDL_Surface const& from, Rect const& area, PixelTarget const& to);

class FadeBlend {
public:
    void begin(Fade const& fade);
    /// Draws the frame at `t`, 0 to 1, into the fade's area of `target`. Returns what of it was drawn.
    Rect draw(PixelTarget const& target, double t) const;
    void end() { fade_ = {}; }
    bool is_on() const { return fade_.from != nullptr; }
    Rect area() const { return fade_.area; }

private:
    Fade fade_;
    std::vector<std::uint32_t> ground_;  // a row of it
};

}  // namespace kiosk
