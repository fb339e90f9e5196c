#include "run/clock_trust.hpp"

#include <date/date.h>

namespace kiosk {
namespace {

constexpr date::sys_days this_program_was_made = date::year{2026} / 11 / 1;
constexpr minutes grace{10};

}  // namespace

bool is_trustworthy(ClockEvidence const& evidence) {
    if (evidence.now < Instant{this_program_was_made}) return false;
    return evidence.is_synchronised || evidence.has_battery_clock || evidence.since_boot >= grace;
}

}  // namespace kiosk
