// What stands inside a cell under times of its own: nested talks.
#pragma once

#include <string>
#include <vector>

#include "import/page/cell.hpp"
#include "import/page/leading_time.hpp"

namespace kiosk {

/// A cell taken apart.
struct CellParts {
    Cell own;                        ///< what comes before the first part
    std::vector<std::string> items;  ///< list items without a time
    struct Timed {
        LeadingTime time;
        Cell cell;
    };
    std::vector<Timed> timed;
};

/// Splits at list items and at lines that begin with a time. A line break inside of an item does not
/// split it. `from`: the first run that may begin a part (0: the cell may be one part as a whole).
CellParts split_cell(Cell const& cell, std::size_t from);

}  // namespace kiosk
