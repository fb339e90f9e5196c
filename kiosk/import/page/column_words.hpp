// What the heading of a column says about its cells.
#pragma once

#include <string>
#include <vector>

#include "import/page/table_grid.hpp"
#include "import/page/table_rows.hpp"

namespace kiosk {

struct ColumnHeading {
    CellColumn column = CellColumn::content;
    bool is_lane = false;     ///< one of several parallel columns: a room, a track or a day
    std::string room, track;  ///< of a lane
    std::string day;          ///< of a lane
};

/// One entry a column of the grid. `time_column`: the one that holds the times.
std::vector<ColumnHeading> read_headings(GridRow const& row, std::size_t width, std::size_t time_column);

/// "Track A", "Stage 2", "Parallel session B": what runs beside other things.
bool names_a_track(std::string const& heading);

}  // namespace kiosk
