#include "run/clock_steps.hpp"

namespace kiosk {

seconds ClockSteps::since_last(Instant now, MonotonicTime monotonic) {
    constexpr seconds least{2};
    auto const step = last_ ? std::chrono::round<seconds>((now - last_->now) - (monotonic - last_->monotonic)) : seconds{0};
    last_ = Look{now, monotonic};
    return std::chrono::abs(step) < least ? seconds{0} : step;
}

}  // namespace kiosk
