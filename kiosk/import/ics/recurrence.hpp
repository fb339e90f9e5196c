// RRULE: when a series takes place, in wall time. Zones are somebody else's business.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "time/instant.hpp"

namespace kiosk {

struct Occurrences {
    enum class End { complete, limited, invalid } end = End::complete;
    std::vector<WallTime> starts;  ///< in order; without RDATE and EXDATE
};

/// The occurrences of `rule` ("FREQ=WEEKLY;COUNT=3") from `start` on. UNTIL is left to `goes_on`,
/// which is asked of each one, since it may be written in another zone than the start.
/// `start` counts only where the rule yields it, as in libical. Never runs on: at most `most`, and
/// none beyond 60 years, or 20,000 steps of a rule in hours, minutes or seconds. Source: RFC 5545 §3.3.10.
Occurrences occurrences_of(std::string_view rule, WallTime start, std::function<bool(WallTime)> const& goes_on,
                           std::size_t most = most_in_series);

/// The value of one part of a rule: "UNTIL" of "FREQ=DAILY;UNTIL=20260101". Empty: not there.
std::string_view rule_part(std::string_view rule, std::string_view upper_name);

}  // namespace kiosk
