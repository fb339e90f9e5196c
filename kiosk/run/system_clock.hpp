// The machine's own clock.
#pragma once

#include <string>

#include "time/clock.hpp"

namespace kiosk {

class SystemClock final : public Clock {
public:
    Instant now() const override;
    /// Always true: a machine without network time still has a show to give; is_synchronised() informs.
    bool trusted() const override { return true; }

    /// Does the kernel say that somebody keeps the clock right? Source: adjtimex(2), STA_UNSYNC.
    bool is_synchronised() const;
    std::string source() const { return is_synchronised() ? "synchronised" : "unsynchronised"; }
};

}  // namespace kiosk
