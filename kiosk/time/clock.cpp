#include "time/clock.hpp"

namespace kiosk {

RehearsalClock::RehearsalClock(Clock const& real, Instant start, double rate)
    : real_(real), real_start_(real.now()), start_(start), rate_(rate) {}

Instant RehearsalClock::now() const {
    auto const elapsed = static_cast<double>((real_.now() - real_start_).count());
    return start_ + milliseconds{static_cast<long long>(elapsed * rate_)};
}

void RehearsalClock::jump_to(Instant t) {
    start_ = t;
    real_start_ = real_.now();
}

void RehearsalClock::set_rate(double rate) {
    jump_to(now());
    rate_ = rate;
}

milliseconds RehearsalClock::real_time_until(Instant t) const {
    auto const current = now();
    if (t <= current) return milliseconds{0};
    if (rate_ <= 0) return milliseconds::max();
    auto const real = static_cast<double>((t - current).count()) / rate_;
    if (real > 1e12) return milliseconds::max();
    return milliseconds{static_cast<long long>(real) + 1};
}

}  // namespace kiosk
