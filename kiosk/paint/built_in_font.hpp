// Letters that the program carries in itself, for machines without any font: plain, but readable.
#pragma once

#include <string_view>

#include "paint/fonts.hpp"

namespace kiosk {

/// Printable ASCII. Other letters are drawn by their nearest one ("é" by "e"), the rest by "?".
bool is_built_in(char32_t character);

/// Pixels that the pen moves, at an em size in pixels.
int built_in_width(std::string_view utf8, int size_px);

/// The line with the pen at x 0, the baseline at y 0. No pixels: nothing to draw, or too wide.
/// Source: stb_easy_font 1.1, capitals scaled to 0.7 em.
DrawnRun draw_built_in(std::string_view utf8, int size_px);

}  // namespace kiosk
