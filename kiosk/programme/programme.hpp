// What is on, what is next, until when. A pure function of schedule, rooms and instant.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "schedule/schedule.hpp"

namespace kiosk {

enum class Phase {
    before,      ///< nothing yet today
    soon,        ///< the first session is at most 30 minutes away
    session,     ///< something is on
    break_,      ///< a pause is on
    gap,         ///< nothing is on between two items
    over,        ///< nothing more today
    event_over,  ///< nothing more at all
};

/// The name in `timeline --json`: "before" … "event-over".
std::string_view to_word(Phase phase);

/// How long before the first session "soon" begins.
inline constexpr minutes soon_before{30};

/// What a display shows at an instant, as far as the schedule decides it. The pointers are into
/// the schedule that it was made from.
struct Programme {
    Span valid;                         ///< over which all of this holds
    Phase phase = Phase::before;
    std::vector<Session const*> now;    ///< latest start first; the others run beside it
    std::vector<Session const*> next;   ///< everything that starts later today, in order
    std::vector<Session const*> today;  ///< the day's sessions in order
    Day day{};                          ///< which day that is (before the event: its first)
    Session const* first_later = nullptr;  ///< the first session of the next day that has any
};

class ProgrammeMaker {
public:
    /// `rooms`: names of the display's rooms; none: the event's room, else every session.
    ProgrammeMaker(Schedule const& schedule, std::vector<std::string> const& rooms);

    /// Range: any t. Errors: none. Cancelled and hidden sessions are neither now nor next.
    /// A session is on from its start until just before its end; a moment never is.
    /// Source: README, "How it decides what is on".
    Programme at(Instant t) const;

    /// Each day as it stands before it begins, in order: nothing is on, everything is ahead.
    std::vector<Programme> days() const;

    /// The changes next to t: the first later, the last earlier. Empty: there is none.
    std::optional<Instant> change_after(Instant t) const;
    std::optional<Instant> change_before(Instant t) const;

    /// From midnight before the first session to midnight after the last, venue time. Empty
    /// schedule: an empty span.
    Span whole() const;

private:
    struct DayPlan {
        Day day;
        std::vector<Session const*> sessions;
        Span span;  ///< from its midnight to the next, or to the end of its last session if later
    };
    Phase phase_at(Instant t, DayPlan const* plan, std::vector<Session const*> const& now,
                   std::vector<Session const*> const& next) const;

    Schedule const& schedule_;
    std::vector<DayPlan> days_;
    std::vector<Instant> changes_;  // sorted, distinct
};

}  // namespace kiosk
