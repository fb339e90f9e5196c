// How much of each pixel a shape covers, in whole numbers: the same on every machine.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "layout/picture.hpp"

namespace kiosk {

/// One row of a shape: coverage of 0 to 255 for each pixel of its box, from its left edge.
using CoverageRow = std::function<void(int y, std::vector<std::uint8_t> const& coverage)>;

/// Calls `row` for the rows of `shape` from `first_y` to before `last_y` that are inside its box.
/// Exact to 1/16 of a pixel vertically and 1/256 horizontally.
void for_each_row(Shape const& shape, int first_y, int last_y, CoverageRow const& row);

}  // namespace kiosk
