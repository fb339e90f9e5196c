// When the rows of one table begin and end, and what had to be repaired for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "import/page/table_rows.hpp"
#include "import/rising_series.hpp"

namespace kiosk {

/// From midnight of the day of the table; above 24 h: the next day.
struct RowTime {
    std::optional<minutes> start, end, length;
};

/// One entry a row. Each day is a series of its own, and so are the parts of a row, inside its span; a
/// twin has the times of its row. A row of a length alone begins where the one before ends.
/// Problems: each repair, at the line of its time cell.
std::vector<RowTime> read_row_times(std::vector<RawRow> const& rows, SeriesHours const& stated,
                                    std::string const& file, std::vector<Problem>& problems);

}  // namespace kiosk
