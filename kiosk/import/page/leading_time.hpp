// A time at the front of a text that goes on: "10:00 AM - 10:35 AM Invited talk …".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/clock_times.hpp"
#include "import/page/cell.hpp"
#include "import/page/html_tree.hpp"

namespace kiosk {

struct LeadingTime {
    ClockReading clock;
    std::string text;      ///< the times as written
    std::string tail;      ///< what follows them inside of the last run; may be empty
    std::size_t runs = 0;  ///< so many runs hold the times, the one with `tail` included
};

/// The time that the runs from `begin` on start with, in one segment. Empty: they start with none.
/// Stricter than a time cell: minutes or a half of day must be written.
std::optional<LeadingTime> take_leading_time(std::vector<Run> const& runs, std::size_t begin);

/// The end of `text` as it was written, of which `rest` is the plain form that ClockReading holds.
std::string written_tail(std::string_view text, std::string_view rest);

/// Clock times in attributes for machines (`datetime`, `data-time`, `data-start` …), in page order.
/// Of a whole stamp the clock counts. Source: HTML 4.5.14.
std::vector<minutes> machine_times(HtmlNode const& node);

/// A time for machines as if it had been written: "1:30 PM".
ClockTime to_clock_time(minutes from_midnight);

/// The date of the first whole stamp in such attributes; empty: none.
std::string machine_date(HtmlNode const& node);

}  // namespace kiosk
