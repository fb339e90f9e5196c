#include "time/clock.hpp"

#include "support/catch.hpp"
#include "support/manual_clock.hpp"

using namespace kiosk;

TEST_CASE("rehearsal runs at its speed from its start", "[time]") {
    ManualClock real;
    RehearsalClock clock(real, Instant{hours{10}}, 60);
    real.advance(seconds{2});
    CHECK(clock.now() == Instant{hours{10} + minutes{2}});
}

TEST_CASE("a change of speed does not move simulated time", "[time]") {
    ManualClock real;
    RehearsalClock clock(real, Instant{hours{10}}, 60);
    real.advance(seconds{1});
    clock.set_rate(0);
    real.advance(hours{1});
    CHECK(clock.now() == Instant{hours{10} + minutes{1}});
}

TEST_CASE("the real time until a simulated instant follows the speed", "[time]") {
    ManualClock real;
    RehearsalClock clock(real, Instant{hours{10}}, 60);
    CHECK(clock.real_time_until(Instant{hours{10} + minutes{1}}) == milliseconds{1001});
    CHECK(clock.real_time_until(Instant{hours{9}}) == milliseconds{0});
    clock.set_rate(0);
    CHECK(clock.real_time_until(Instant{hours{11}}) == milliseconds::max());
}
