// Clock times as people write them: "9:00 AM", "11-11:30 AM", "08:15 -- 08:30", "(10mn)".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/instant.hpp"

namespace kiosk {

enum class HalfOfDay { unsaid, am, pm };

/// One time as it was written. Which half of the day a bare time means is not decided here.
struct ClockTime {
    int hour = 0;    ///< 0 to 24, as written
    int minute = 0;  ///< 0 to 59
    HalfOfDay half = HalfOfDay::unsaid;
    bool malformed = false;      ///< a digit or a letter is missing: "9:5 AM", "9:45M", "14:30 PM"
    bool blank_missing = false;  ///< "11:30AM"
};

/// What stands at the front of a time cell.
struct ClockReading {
    std::optional<ClockTime> start, end;
    std::optional<minutes> length;  ///< a length alone: "(10mn)", "30 min break"
    bool to_be_announced = false;   ///< "TBD"
    std::string rest;               ///< what follows the times, trimmed
};

/// Empty: `text` does not begin with a time, a length or "TBD".
/// A bare hour ("11") counts only inside a range that tells minutes or a half of day elsewhere.
std::optional<ClockReading> read_clock_times(std::string_view text);

/// "10mn", "30 minutes", "1 hour", "1h30". Empty: not a length, or one of zero or above a day.
std::optional<minutes> read_length(std::string_view text);

/// One way to understand a written time.
struct TimeCandidate {
    minutes time{};        ///< from midnight
    bool changed = false;  ///< not what the page says: the other half of the day
};

/// As written first. A bare time is itself and, up to 11:59, its afternoon; a time with AM or PM
/// may be repaired to the other half, but never into the night (00:00 to 06:00).
std::vector<TimeCandidate> candidates_of(ClockTime const& time);

/// "12:30 PM", as messages write times whatever the page's own style. Range: any; days drop out.
std::string to_clock_text(minutes from_midnight);

}  // namespace kiosk
