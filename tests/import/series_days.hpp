// A series as a line of days, for tests.
#pragma once

#include <string>
#include <string_view>

#include "import/ics/recurrence.hpp"
#include "import/ics/times.hpp"

namespace kiosk {

/// The first `most` occurrences: "0106 0113", with "T0930" where the clock time is not the start's.
inline std::string days(std::string_view rule, std::string_view start, std::size_t most = 6) {
    auto const first = read_calendar_time(start)->wall;
    auto const found = occurrences_of(rule, first, [](WallTime) { return true; }, most);
    std::string text = found.end == Occurrences::End::invalid ? "invalid" : "";
    for (auto const wall : found.starts) {
        auto const iso = to_iso(wall);
        bool const same_year = iso.substr(0, 4) == start.substr(0, 4);
        text += (text.empty() ? "" : " ") + (same_year ? "" : iso.substr(0, 4)) + iso.substr(5, 2) + iso.substr(8, 2);
        if (wall - date::floor<date::days>(wall) != first - date::floor<date::days>(first)) text += "T" + iso.substr(11, 2) + iso.substr(14, 2);
    }
    return text;
}

}  // namespace kiosk
