// A clock that stands still until a test moves it.
#pragma once

#include "time/clock.hpp"

namespace kiosk {

struct ManualClock final : Clock {
    Instant time{};
    Instant now() const override { return time; }
};

}  // namespace kiosk
