// Dates of a column: "2031-06-23", "23.06.2031", "6/23/2031", "Saturday, June 23".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "import/table_row.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// The day of each row, absolute or (`is_logical`) as people count it.
struct RowDay {
    std::optional<Day> day;
    bool is_logical = false;
};

/// From the date, else from the number of the day, else the event's. Problems: `date-impossible`,
/// `date-incomplete`, `date-unknown` (once), `after-midnight` for a date that its day number denies.
std::vector<RowDay> read_row_days(std::vector<TableRow> const& rows, EventSettings const& event,
                                  std::vector<Problem>& problems);

}  // namespace kiosk
