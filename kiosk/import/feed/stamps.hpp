// Times as feeds write them: "2014-12-27T11:00:00+01:00", "20150811T160000", "00:45", "1:02:00".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "time/instant.hpp"

namespace kiosk {

/// A date, with what else stands beside it.
struct Stamp {
    WallTime wall{};                ///< as written; midnight if there is a date alone
    std::optional<minutes> offset;  ///< east of Greenwich; Z is 0
    bool has_time = false;

    Instant instant() const { return Instant{wall.time_since_epoch() - offset.value_or(minutes{0})}; }
};

/// ISO 8601, extended or basic. Empty: none of these, or no such date.
std::optional<Stamp> read_stamp(std::string_view text);

/// "10:30", "9:05:00": from midnight. Empty: no such time.
std::optional<minutes> read_time_of_day(std::string_view text);

struct Length {
    minutes length{};
    bool is_ambiguous = false;  ///< three parts: days, hours and minutes, or hours, minutes and seconds
};
/// "H:MM", "D:HH:MM", minutes alone, "PT1H30M", "HHMMSS". Empty: none of these, or over 1000 days.
/// Source: SCHEDULES.md section 4.4.
std::optional<Length> read_duration(std::string_view text);

/// "+05:30".
std::string to_offset_text(minutes offset);

}  // namespace kiosk
