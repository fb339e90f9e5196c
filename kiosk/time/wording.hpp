// Times and stretches as a reader wants them. The only place that turns a time into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "time/instant.hpp"

namespace kiosk {

enum class ClockStyle { twelve_hour, twenty_four_hour };

/// How a language and region write times and dates.
struct Wording {
    ClockStyle clock = ClockStyle::twelve_hour;
    bool month_first = true;  ///< "December 16" rather than "16 December"
};

/// The habits of a BCP 47 tag: "en-US" has 12 hours and the month first, "en-GB" neither.
/// Source: Unicode CLDR, timeData and dateFormats.
Wording wording_for(std::string_view language);

/// A clock's reading: digits, and "AM" or "PM" where the clock has 12 hours.
struct ClockReading {
    std::string digits, half;
};
ClockReading clock_reading(WallTime wall, Wording const& wording);
/// The same with seconds: "10:28:05".
ClockReading clock_reading_with_seconds(WallTime wall, Wording const& wording);

/// "10:55 AM", "10:55"
std::string time_text(WallTime wall, Wording const& wording);
/// "10:00 – 10:55 AM", "11:30 AM – 12:30 PM", "10:00 – 10:55"; equal ends: the one time.
std::string range_text(WallTime begin, WallTime end, Wording const& wording);
/// "Saturday, December 16", "Saturday 16 December"
std::string long_day(Day day, Wording const& wording);
/// "Sat, Dec 16", "Sat 16 Dec"
std::string short_day(Day day, Wording const& wording);

/// Numbers and their units, to be set in different sizes: 1, "h", 40, "min".
struct Amount {
    long long number = 0;
    std::string unit;
    friend bool operator==(Amount const&, Amount const&) = default;
};
/// Time to wait: minutes rounded up; from an hour on to the nearest five. Negative counts as 0.
std::vector<Amount> waiting_time(milliseconds length);
/// "27 min", "1 h 40 min"
std::string to_text(std::vector<Amount> const& amounts);
/// "in 12 min", "in 1 h 40 min", "now" in the last minute.
std::string relative_text(milliseconds until_then);
/// "15 min", "1 h", "1 h 30 min": exact to the minute.
std::string length_text(milliseconds length);

}  // namespace kiosk
