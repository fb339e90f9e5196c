// A painted surface made small: for storyboards.
#pragma once

#include <SDL.h>

#include "layout/picture.hpp"

namespace kiosk {

/// Draws `from` into `box` of `to`, each pixel the mean of those it covers. `box` lies inside `to`
/// and is not larger than `from`. Both are XRGB8888 or ARGB8888.
void draw_thumbnail(SDL_Surface const& from, SDL_Surface& to, Rect box);

}  // namespace kiosk
