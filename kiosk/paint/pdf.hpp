// Pictures as pages to print.
#pragma once

#include <string>
#include <vector>

#include "paint/painter.hpp"

namespace kiosk {

/// A PDF with a page for each picture, A3 in the picture's orientation. Empty: it cannot be made (no memory).
/// Source: ISO 32000-1.
std::string to_pdf(std::vector<SurfacePointer> const& pages);

}  // namespace kiosk
