// The screen in the units of the design: u, of which the short side has 1080.
#pragma once

#include "layout/picture.hpp"

namespace kiosk {

/// What two rectangles share; of no width or height if nothing.
Rect intersection(Rect const& a, Rect const& b);

enum class Orientation { landscape, portrait };
enum class SizeClass {
    normal,
    compact,  ///< short side under 600 pixels: larger type, smaller margins
};

struct Geometry {
    Size size;
    Orientation orientation = Orientation::landscape;
    SizeClass size_class = SizeClass::normal;
    double unit = 1;  ///< pixels of one u
    double aspect = 1;  ///< long side by short side
    Rect spine, stage;  ///< together the whole screen
    Rect content;       ///< the part of the stage that may hold ink
    Rect tank;          ///< portrait: the band of the spine that holds the level
    double spine_scale = 1;  ///< of the spine's sizes and gaps; small screens have less room for them

    /// Pixels of `units` u, rounded to the nearest.
    int u(double units) const;
    bool is_portrait() const { return orientation == Orientation::portrait; }
    bool is_compact() const { return size_class == SizeClass::compact; }
};

/// Source: DISPLAY.md section 1. Range: at least 64 pixels either way; smaller counts as 64.
Geometry geometry_for(Size size);

}  // namespace kiosk
