// Pictures for screens that hang the other way.
#pragma once

#include <memory>

#include "present/screen.hpp"

namespace kiosk {

/// Clockwise, as the picture is turned on the panel.
enum class Rotation { none, quarter, half, three_quarters };

/// Range: 0, 90, 180, 270; anything else counts as 0.
Rotation rotation_of(int degrees);

/// The size of the picture on a panel of `panel` pixels.
Size picture_size(Size panel, Rotation rotation);

/// Where `area` of a picture of size `picture` lies on the panel.
Rect rotated(Rect area, Size picture, Rotation rotation);

/// Copies `area` of `picture` to its place on `panel`. Both have 32 bits a pixel; `panel` has the turned size.
void copy_rotated(SDL_Surface const& picture, Rect area, Rotation rotation, SDL_Surface& panel);

/// Shows everything turned on `screen`. A fade does not rise: which way is up is the picture's affair.
std::unique_ptr<Screen> turned(std::unique_ptr<Screen> screen, Rotation rotation);

}  // namespace kiosk
