// Headings that begin a day: "Saturday, December 14", "Day 2", "Sunday".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// A heading above rows; an empty text: the page names no day for them.
struct DayHeading {
    std::string text;
    int line = 0;
};

/// The text is a heading for a day: a date, a weekday or a number of a day, and little else.
bool names_a_day(std::string_view text);

/// The days that `headings` mean, in their order, when the event begins on `first`. A weekday is the
/// next such day; a date keeps its distance from the first date named. Problems: `weekday-mismatch`.
std::vector<Day> resolve_days(std::vector<DayHeading> const& headings, Day first, std::string const& file,
                              std::vector<Problem>& problems);

}  // namespace kiosk
