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
    ClockEvidence evidence() const;
};

/// Goes on while the machine sleeps, and cannot be set. Source: clock_gettime(2), CLOCK_BOOTTIME.
MonotonicTime since_boot();

}  // namespace kiosk
