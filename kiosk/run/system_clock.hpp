// The machine's own clock.
#pragma once

#include "io/refresh_policy.hpp"
#include "run/clock_trust.hpp"
#include "time/clock.hpp"

namespace kiosk {

class SystemClock final : public Clock {
public:
    Instant now() const override;
    /// What the machine knows of it. KIOSK_CLOCK=trusted vouches for it. Source of "synchronised": adjtimex(2), STA_UNSYNC.
    /// Not for use from two threads at a time.
    ClockEvidence evidence() const;

private:
    // Its driver comes while the machine starts, and to look for it each second would be a twelfth of what a display at rest does.
    mutable bool has_battery_clock_ = false;
    mutable MonotonicTime next_look_{};
};

/// Goes on while the machine sleeps, and cannot be set. Source: clock_gettime(2), CLOCK_BOOTTIME.
MonotonicTime since_boot();

}  // namespace kiosk
