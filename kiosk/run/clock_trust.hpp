// May a "Now" be said by this clock?
#pragma once

#include "time/instant.hpp"

namespace kiosk {

/// What a machine knows of its clock.
struct ClockEvidence {
    Instant now{};
    bool is_synchronised = false;   ///< somebody keeps it right
    bool has_battery_clock = true;  ///< it went on while the machine was off
    seconds since_boot{0};
};

/// A machine without a battery clock begins where it was switched off, or in 1970. Until somebody sets it, or for ten
/// minutes (it may never get a network, and then its clock was set by hand), nothing may be called "now". No clock that
/// is right shows a time before this program was made. Source: RELIABILITY.md, rows D1 to D5.
bool is_trustworthy(ClockEvidence const& evidence);

}  // namespace kiosk
