// The machine's own clock.
#pragma once

#include <string>

#include "time/clock.hpp"

namespace kiosk {

class SystemClock final : public Clock {
public:
    Instant now() const override;
    /// By what the machine knows of it (run/clock_trust.hpp). KIOSK_CLOCK=trusted says that somebody knows better.
    bool trusted() const override;

    /// Does the kernel say that somebody keeps the clock right? Source: adjtimex(2), STA_UNSYNC.
    bool is_synchronised() const;
    std::string source() const { return is_synchronised() ? "synchronised" : "unsynchronised"; }
};

}  // namespace kiosk
