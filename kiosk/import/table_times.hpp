// When the rows of a table or data file begin and end: dates, days by number, clock times.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "import/table_row.hpp"
#include "settings/settings.hpp"

namespace kiosk {

struct TableTime {
    std::optional<DraftTime> start, end;
    std::optional<milliseconds> duration;
};

struct TableTimes {
    std::vector<TableTime> rows;  ///< one a row
    std::optional<Day> first_day;
};

/// A date is absolute; a day by number is what people call the day, so its hours after midnight lie
/// on the next date. Where no time tells its half of day, the rows of a day and room rise
/// (SCHEDULES.md 4.3). Problems: each doubt, at its row.
TableTimes read_table_times(std::vector<TableRow> const& rows, EventSettings const& event,
                            std::vector<Problem>& problems);

/// "1:30" hours and minutes, "90" minutes, "1:02:00" days, hours and minutes, "90 min", "1h30".
std::optional<minutes> read_duration_field(std::string_view text);

/// `text` begins like a time or a date with time, or says that the time is to be announced.
bool looks_like_time(std::string_view text);

}  // namespace kiosk
