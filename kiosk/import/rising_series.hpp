// Repairs the times of one day and column: the rising series with the fewest changes.
#pragma once

#include <optional>
#include <vector>

#include "import/clock_times.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// The ways in which one row's times can be understood. No starts: the row takes no part.
struct SeriesRow {
    std::vector<TimeCandidate> starts, ends;
};

/// The stated hours of the event, from midnight; starts outside of them are doubtful.
struct SeriesHours {
    std::optional<minutes> opens, closes;
};

/// What was chosen for one row.
struct SeriesTime {
    std::optional<minutes> start;  ///< from midnight of the series' day; above 24 h: the next day
    std::optional<minutes> end;    ///< empty: none given, or none that follows the start
    bool start_changed = false, end_changed = false;
    bool next_day = false;       ///< the series passes midnight at this row
    bool out_of_series = false;  ///< it fits nowhere: its start is as written
    bool end_refused = false;    ///< an end is given, but it lies before the start
};

/// Starts never fall. Among all such series the cheapest: a changed time, an end beyond the next
/// start, a start outside `stated` and a step to the next day (only after 20:00) cost 1, a row that
/// is left out costs 2. Ties: the shortest sum of lengths, then the fewest starts at night.
/// Range: any; the answer has one entry a row. Errors: none.
std::vector<SeriesTime> rising_series(std::vector<SeriesRow> const& rows, SeriesHours const& stated);

}  // namespace kiosk
