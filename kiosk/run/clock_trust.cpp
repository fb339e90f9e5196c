#include "run/clock_trust.hpp"

#include <algorithm>

#include <date/date.h>

namespace kiosk {
namespace {

constexpr date::sys_days this_program_was_made = date::year{2026} / 11 / 1;
constexpr minutes grace{10};
constexpr minutes server_may_differ{2};
constexpr date::days far{60};

}  // namespace

ClockJudgement judge(ClockEvidence const& evidence) {
    if (evidence.is_vouched_for) return {true, "vouched for"};
    if (evidence.now < Instant{this_program_was_made}) return {false, "before this program was made"};
    if (evidence.is_synchronised) return {true, "synchronised"};
    if (evidence.server_ahead) {
        bool const agrees = std::chrono::abs(*evidence.server_ahead) <= server_may_differ;
        return {agrees, agrees ? "agrees with https" : "differs from https"};
    }
    if (evidence.passed && evidence.now < *evidence.passed) return {false, "went back"};
    if (evidence.is_far_from_event) return {false, "far from the event"};
    if (evidence.has_battery_clock) return {true, "battery clock"};
    bool const has_waited = evidence.since_boot >= grace;
    return {has_waited, has_waited ? "unsynchronised, time to set it is over" : "unsynchronised"};
}

bool is_far_from(Schedule const& schedule, Instant t) {
    auto const& sessions = schedule.sessions();
    if (sessions.empty()) return false;
    auto const last = std::max_element(sessions.begin(), sessions.end(), [](auto const& a, auto const& b) { return a.when.end < b.when.end; });
    return t < sessions.front().when.begin - far || t > last->when.end + far;
}

}  // namespace kiosk
