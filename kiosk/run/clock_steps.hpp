// Noticing that somebody has set the clock.
#pragma once

#include <optional>

#include "io/refresh_policy.hpp"
#include "time/instant.hpp"

namespace kiosk {

class ClockSteps {
public:
    /// By how much the clock has gone another way than the monotonic one since the last call; 0 if by less than two seconds
    /// (it is slewed, or a thread had to wait between the two looks).
    seconds since_last(Instant now, MonotonicTime monotonic);

private:
    struct Look {
        Instant now{};
        MonotonicTime monotonic{};
    };
    std::optional<Look> last_;
};

}  // namespace kiosk
