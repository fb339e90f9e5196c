// A clock that stands still until a test moves it.
#pragma once

#include <atomic>

#include "time/clock.hpp"

namespace kiosk {

/// For any thread.
struct ManualClock final : Clock {
    std::atomic<Instant> time = Instant{};
    Instant now() const override { return time; }
    void advance(milliseconds by) { time = now() + by; }
};

}  // namespace kiosk
