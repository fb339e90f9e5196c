// Points and stretches of time. Everything that is shown is a function of an Instant.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <date/date.h>

namespace kiosk {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;  ///< UTC
using WallTime = date::local_seconds;                              ///< what a clock on the wall says
using Day = date::local_days;                                      ///< a calendar day at the venue
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// begin <= t < end.
struct Span {
    Instant begin{}, end{};

    bool contains(Instant t) const { return begin <= t && t < end; }
    milliseconds length() const { return end - begin; }
    friend bool operator==(Span const&, Span const&) = default;
};

inline constexpr Instant beginning_of_time{milliseconds::min()};
inline constexpr Instant end_of_time{milliseconds::max()};

/// A duration as people write it: "90s", "10m", "1h30m", "400ms", "2d". Empty: not one.
std::optional<milliseconds> parse_duration(std::string_view text);

/// "2023-12-16". Empty: no such day.
std::optional<Day> parse_day(std::string_view text);
std::string to_iso(Day day);
/// "2023-12-16T10:12:30" without the offset.
std::string to_iso(WallTime wall);
/// "05", "42"; what has more digits, or a sign, has them all. Programmes have thousands of times.
void append_two_digits(std::string& text, long long number);

/// T of the command line (COMMANDS.md, "Times"): an instant, a wall time, or a clock time alone.
struct TimeArgument {
    std::optional<Instant> instant;          ///< with Z or an offset
    std::optional<WallTime> wall;            ///< date and time at the venue
    std::optional<seconds> time_of_day;      ///< a clock time alone, from midnight
    friend bool operator==(TimeArgument const&, TimeArgument const&) = default;
};
/// Source: ISO 8601-1 §5.4. Empty: none of the three, or no such date or time.
std::optional<TimeArgument> parse_time_argument(std::string_view text);

}  // namespace kiosk
