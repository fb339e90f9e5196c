// SVG drawings of organisers: what SDL2_image makes of them, and what it does not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "paint/pixels.hpp"

namespace kiosk {

/// Why an SVG cannot be drawn as it was meant, as "it refers to another file"; empty: it can, as far as one
/// sees. The drawer knows paths, plain shapes, gradients and classes; what it does not know it leaves out or
/// draws in grey without a word, hence this list. Source: SDL2_image 2.6.3, nanosvg.h.
std::string svg_fault(std::string_view svg);

/// Opens the library that the next two need; else they do so themselves.
void prepare_svg();

/// Draws an SVG as large as it fits in `size`, in the middle, in its own colours. Empty: it is broken.
std::optional<Pixels> draw_svg(std::string_view svg, Size size);

/// The shape of an SVG, as the size that fits into a square of 1024 pixels. Empty: it is broken.
std::optional<Size> shape_of_svg(std::string_view svg);

}  // namespace kiosk
