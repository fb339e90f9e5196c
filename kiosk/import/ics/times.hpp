// Dates, times, lengths and offsets as iCalendar writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "time/instant.hpp"

namespace kiosk {

/// DATE or DATE-TIME. Source: RFC 5545 §3.3.4, §3.3.5.
struct CalendarTime {
    enum class Form { date, floating, utc, zoned } form = Form::floating;
    WallTime wall;     ///< as written; midnight for a date; UTC if `form` says so
    std::string zone;  ///< TZID, for Form::zoned
    friend bool operator==(CalendarTime const&, CalendarTime const&) = default;
};

/// "20261025", "20261025T023000", "20261025T003000Z". Empty: no such date or time.
/// A leap second is the second before it; hour 24 is no time.
std::optional<CalendarTime> read_calendar_time(std::string_view value, std::string_view zone = {});

/// "PT1H30M", "P1D", "-P2W". Empty: not one, or longer than a year. Source: RFC 5545 §3.3.6.
std::optional<seconds> read_calendar_length(std::string_view value);

/// "+0100", "-043000". Empty: not one. Source: RFC 5545 §3.3.14.
std::optional<seconds> read_utc_offset(std::string_view value);

}  // namespace kiosk
