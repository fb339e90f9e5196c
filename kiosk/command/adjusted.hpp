// What the operator's commands make of an event: a pure function of schedule, commands and instant.
#pragma once

#include <optional>
#include <vector>

#include "base/problem.hpp"
#include "command/notes.hpp"
#include "command/overrides.hpp"
#include "schedule/schedule.hpp"
#include "settings/settings.hpp"

namespace kiosk {

struct Adjusted {
    std::optional<Schedule> schedule;         ///< empty: as it was
    std::vector<Announcement> announcements;  ///< in force; `from` and `until` are instants
    std::vector<DelayNote> delays;
    std::vector<FullNote> full;
    std::optional<Hold> hold;
    std::vector<Problem> problems;
    Instant until = end_of_time;  ///< nothing of this changes before
};

/// Applies, in order of number, the commands that are in force at `t`.
/// - A delay states the whole lateness from then on, so a later one replaces an earlier one for its
///   rooms; `extend` adds to it. How it goes through the day: command/lateness.hpp.
/// - `next` ends the current session and begins what follows; the rest keeps its times.
/// - Of two emergencies for the same rooms the later counts, over or not; `lifted` is one, too.
/// - A session that changes says in `earlier` what it was, and since when that is known.
/// Range: any t; commands of a later time have no effect yet. Errors: a warning `command-target` for a
/// command whose session is gone; the others count.
Adjusted adjust(Schedule const& schedule, Overrides const& overrides, Instant t);

}  // namespace kiosk
