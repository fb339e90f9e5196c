// The event's logo: what layout must know of it, and the rules that keep it whole and legible.
#pragma once

#include <optional>

#include "layout/picture.hpp"

namespace kiosk {

/// A logo's shape, and how bright the visible part of it is. Colours are opaque.
struct LogoLook {
    Size size;                    ///< pixels; of an SVG its shape alone
    bool is_scalable = false;     ///< an SVG, sharp at any size
    bool is_transparent = false;  ///< the ground shows; false: it brings its own
    Color mean;                   ///< of what is visible, weighted by alpha, in linear light
    Color dark, light;            ///< greys as bright as its darkest and its lightest tenth
};

/// How well a logo is seen on `ground`: from 1 on, well enough. The mean wants a contrast of 3 (WCAG 2.2,
/// 1.4.11), the darkest and the lightest tenth half as much: dark letters beside a bright sign must not
/// vanish.
double legibility(LogoLook const& look, Color ground);

/// The colour of the plate that a logo on `ground` has to stand on: white or nearly black, whichever it is
/// seen better on. Empty: it stands by itself, being opaque, seen well enough, or not better on a plate.
std::optional<Color> logo_plate(LogoLook const& look, Color ground);

/// The largest size of a logo's shape within `most`; of a bitmap, no larger than it is. At least 1 x 1.
Size fitted_size(LogoLook const& look, Size most);

}  // namespace kiosk
