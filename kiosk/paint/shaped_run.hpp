// One run in one open font: how far it moves the pen, and its pixels. All that is known about
// SDL_ttf's way of placing text is here.
#pragma once

#include "paint/fonts.hpp"
#include "paint/open_fonts.hpp"
#include "paint/text_runs.hpp"

namespace kiosk {

/// An open font, ready for the run's script.
struct RunFont {
    TtfFont* font = nullptr;  ///< null: the built-in letters
    int size_px = 0;
    bool color = false;
};

/// Pixels that the pen moves. Errors: 0 for what cannot be measured.
int advance_of(FontRun const& run, RunFont const& font);

/// Blank before the first ink, in pixels; negative: the ink begins before the pen.
int bearing_of(FontRun const& run, RunFont const& font);

/// The run's pixels with the pen at x 0, the baseline at y 0. No pixels: nothing to draw.
DrawnRun draw_run(FontRun const& run, RunFont const& font);

}  // namespace kiosk
