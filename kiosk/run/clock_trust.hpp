// May a "Now" be said by this clock?
#pragma once

#include <optional>
#include <string_view>

#include "schedule/schedule.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// What is known of the machine's clock.
struct ClockEvidence {
    Instant now{};
    bool is_vouched_for = false;    ///< somebody who knows better says that it is right
    bool is_synchronised = false;   ///< somebody keeps it right
    bool has_battery_clock = true;  ///< it went on while the machine was off
    seconds since_boot{0};
    std::optional<seconds> server_ahead = {};  ///< by how much the clock of a server that proved who it is goes before
    std::optional<Instant> passed = {};        ///< a time that this machine has seen already
    bool is_far_from_event = false;            ///< by more than the two months in which somebody tries it out
};

struct ClockJudgement {
    bool is_trusted = false;
    std::string_view source;  ///< what it is trusted for, or why it is not; for --stats and operators
    friend bool operator==(ClockJudgement const&, ClockJudgement const&) = default;
};

/// No clock that is right shows a time before this program was made. One that somebody keeps is right; else a verified
/// server is asked, which it may miss by two minutes. Without one, a machine that has a battery clock counts as right, and any
/// other ten minutes after it was switched on (it may never get a network, and then its clock was set by hand); but
/// not if it shows less than what it has shown before, or a day far from the event.
/// Source: RELIABILITY.md, rows D1 to D5.
ClockJudgement judge(ClockEvidence const& evidence);

bool is_far_from(Schedule const& schedule, Instant t);  ///< false where there are no sessions

}  // namespace kiosk
