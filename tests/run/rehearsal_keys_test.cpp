#include "run/rehearsal_keys.hpp"

#include "run/fake_order.hpp"
#include "support/manual_clock.hpp"

using namespace kiosk;

TEST_CASE("keys mean what the help says, and a real show knows only the way out", "[run]") {
    CHECK(action_of(SDLK_SPACE, false, ShowKind::rehearsal) == KeyAction::pause);
    CHECK(action_of(SDLK_LEFT, false, ShowKind::rehearsal) == KeyAction::minute_back);
    CHECK(action_of(SDLK_RIGHT, false, ShowKind::rehearsal) == KeyAction::minute_forward);
    CHECK(action_of(SDLK_LEFT, true, ShowKind::rehearsal) == KeyAction::previous_change);
    CHECK(action_of(SDLK_RIGHT, true, ShowKind::rehearsal) == KeyAction::next_change);
    CHECK(action_of(SDLK_UP, false, ShowKind::rehearsal) == KeyAction::faster);
    CHECK(action_of(SDLK_DOWN, false, ShowKind::rehearsal) == KeyAction::slower);
    CHECK(action_of(SDLK_n, false, ShowKind::rehearsal) == KeyAction::real_time);
    CHECK(action_of(SDLK_s, false, ShowKind::rehearsal) == KeyAction::screenshot);
    CHECK(action_of(SDLK_h, false, ShowKind::rehearsal) == KeyAction::keys);
    CHECK_FALSE(action_of(SDLK_x, false, ShowKind::rehearsal));
    for (auto const kind : {ShowKind::real, ShowKind::rehearsal}) {
        CHECK(action_of(SDLK_ESCAPE, false, kind) == KeyAction::quit);
        CHECK(action_of(SDLK_q, true, kind) == KeyAction::quit);
    }
    CHECK_FALSE(action_of(SDLK_SPACE, false, ShowKind::real));
}

TEST_CASE("the keys move and speed simulated time", "[run]") {
    ManualClock real;
    real.time = Instant{hours{1000}};
    FakeOrder order;
    order.shown[Instant{hours{10}}] = {};
    order.shown[Instant{hours{12}}] = {};
    RehearsalClock clock(real, Instant{hours{11}}, 60);
    Rehearsal rehearsal{60, false, false};
    auto const press = [&](KeyAction action) {
        apply(action, rehearsal, clock, real, order);
        return clock.now();
    };
    CHECK(press(KeyAction::minute_forward) == Instant{hours{11} + minutes{1}});
    CHECK(press(KeyAction::minute_back) == Instant{hours{11}});
    CHECK(press(KeyAction::next_change) == Instant{hours{12}});
    CHECK(press(KeyAction::next_change) == Instant{hours{12}});
    CHECK(press(KeyAction::previous_change) == Instant{hours{10}});

    press(KeyAction::pause);
    real.advance(seconds{10});
    CHECK(press(KeyAction::faster) == Instant{hours{10}});
    press(KeyAction::pause);
    real.advance(seconds{1});
    CHECK(clock.now() == Instant{hours{10} + minutes{2}});
    press(KeyAction::slower);
    CHECK(clock.rate() == 60);
    CHECK(press(KeyAction::real_time) == real.now());
    CHECK(rehearsal == Rehearsal{1, false, false});
    for (int i = 0; i < 40; ++i) press(KeyAction::faster);
    CHECK(clock.rate() == fastest_rate);
    for (int i = 0; i < 40; ++i) press(KeyAction::slower);
    CHECK(clock.rate() == slowest_rate);
}
