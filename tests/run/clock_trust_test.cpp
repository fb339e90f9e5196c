#include "run/clock_trust.hpp"

#include "run/clock_steps.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

Instant on(std::string_view day) { return Instant{date::sys_days{parse_day(day)->time_since_epoch()}}; }

/// A machine without a battery clock that was just switched on, and that nobody has told the time.
ClockEvidence fresh() {
    ClockEvidence evidence;
    evidence.now = on("2026-12-12");
    evidence.has_battery_clock = false;
    return evidence;
}

}  // namespace

TEST_CASE("a clock that runs on a battery or is kept by somebody is trusted", "[run]") {
    auto evidence = fresh();
    evidence.is_synchronised = true;
    CHECK(judge(evidence) == ClockJudgement{true, "synchronised"});
    evidence = fresh();
    evidence.has_battery_clock = true;
    CHECK(judge(evidence) == ClockJudgement{true, "battery clock"});
}

TEST_CASE("a machine without a battery clock waits for the time, but not for ever", "[run][D5]") {
    auto evidence = fresh();
    CHECK(judge(evidence) == ClockJudgement{false, "unsynchronised"});
    evidence.since_boot = minutes{10} - seconds{1};
    CHECK_FALSE(judge(evidence).is_trusted);
    evidence.since_boot = minutes{10};
    CHECK(judge(evidence).is_trusted);
}

TEST_CASE("1970 is never now, whatever keeps it", "[run][D1]") {
    auto evidence = fresh();
    evidence.is_synchronised = true;
    for (auto const* day : {"1970-01-01", "2026-10-31"}) {
        evidence.now = on(day);
        CHECK(judge(evidence) == ClockJudgement{false, "before this program was made"});
    }
    evidence.now = on("2026-11-01");
    CHECK(judge(evidence).is_trusted);
    evidence.now = on("1970-01-01");
    evidence.is_vouched_for = true;
    CHECK(judge(evidence) == ClockJudgement{true, "vouched for"});
}

TEST_CASE("a server that proved who it is vouches for a clock that agrees with it, and convicts one that does not", "[run][D4]") {
    auto evidence = fresh();
    for (auto const ahead : {seconds{0}, seconds{120}, seconds{-120}}) {
        evidence.server_ahead = ahead;
        CHECK(judge(evidence) == ClockJudgement{true, "agrees with https"});
    }
    for (auto const ahead : {seconds{121}, seconds{-121}, seconds{3 * 3600}}) {
        evidence.server_ahead = ahead;
        evidence.has_battery_clock = true;
        CHECK(judge(evidence) == ClockJudgement{false, "differs from https"});
        evidence.is_synchronised = true;
        CHECK(judge(evidence).is_trusted);  // who keeps the clock knows better than who serves a page
        evidence.is_synchronised = false;
    }
}

TEST_CASE("a clock that shows less than it did, or a day far from the event, needs better evidence than a battery", "[run]") {
    auto evidence = fresh();
    evidence.has_battery_clock = true;
    evidence.since_boot = hours{3};
    evidence.passed = evidence.now + seconds{1};
    CHECK(judge(evidence) == ClockJudgement{false, "went back"});
    evidence.passed = evidence.now;
    CHECK(judge(evidence).is_trusted);
    evidence.is_far_from_event = true;
    CHECK(judge(evidence) == ClockJudgement{false, "far from the event"});
    evidence.server_ahead = seconds{0};
    CHECK(judge(evidence).is_trusted);
}

TEST_CASE("two months from its sessions the clock is far from an event; one without sessions is never", "[run]") {
    ScheduleBuilder builder{"UTC"};
    CHECK_FALSE(is_far_from(builder.build(), Instant{}));
    builder.add(Kind::talk, "9:00", "9:30", "One");
    auto const schedule = builder.build();
    CHECK_FALSE(is_far_from(schedule, builder.at("9:00") - hours{24 * 60}));
    CHECK(is_far_from(schedule, builder.at("9:00") - hours{24 * 60} - seconds{1}));
    CHECK_FALSE(is_far_from(schedule, builder.at("9:30") + hours{24 * 60}));
    CHECK(is_far_from(schedule, builder.at("9:30") + hours{24 * 60} + seconds{1}));
}

TEST_CASE("a clock that is set is noticed in either direction, one that is slewed is not", "[run]") {
    ClockSteps steps;
    auto now = on("2026-12-12");
    MonotonicTime monotonic{};
    CHECK(steps.since_last(now, monotonic) == seconds{0});
    CHECK(steps.since_last(now += minutes{5}, monotonic += minutes{5} + milliseconds{1400}) == seconds{0});
    CHECK(steps.since_last(now += hours{3}, monotonic += seconds{1}) == hours{3} - seconds{1});
    CHECK(steps.since_last(now -= hours{24 * 14}, monotonic += seconds{1}) == -hours{24 * 14} - seconds{1});
    CHECK(steps.since_last(now += hours{8}, monotonic += hours{8}) == seconds{0});
}
