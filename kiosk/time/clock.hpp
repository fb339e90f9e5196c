// Where "now" comes from. Only run/ owns a clock that ticks by itself; everybody else is told.
#pragma once

#include "time/instant.hpp"

namespace kiosk {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// Simulated time: runs from `start` at `rate` times the speed of another clock.
class RehearsalClock final : public Clock {
public:
    /// `rate`: simulated seconds a real second, 0 (paused) or more.
    RehearsalClock(Clock const& real, Instant start, double rate);

    Instant now() const override;

    void jump_to(Instant t);
    void set_rate(double rate);
    double rate() const { return rate_; }
    /// The real time after which now() will have reached `t`. Paused, or past: max or zero.
    milliseconds real_time_until(Instant t) const;

private:
    Clock const& real_;
    Instant real_start_, start_;
    double rate_;
};

}  // namespace kiosk
