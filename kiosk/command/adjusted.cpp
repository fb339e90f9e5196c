// What the operator's commands make of an event.
#include "command/adjusted.hpp"

#include <algorithm>

#include "command/programme_changes.hpp"
#include "command/said.hpp"

namespace kiosk {
namespace {

/// When the set of commands in force changes next.
Instant next_change(Overrides const& overrides, Instant t) {
    auto next = end_of_time;
    for (auto const& entry : overrides.entries) {
        if (entry.undone) continue;
        for (auto const change : {entry.at, entry.expires})
            if (change > t) next = std::min(next, change);
    }
    return next;
}

}  // namespace

Adjusted adjust(Schedule const& schedule, Overrides const& overrides, Instant t) {
    Adjusted adjusted;
    adjusted.announcements = announcements_at(overrides, t);
    adjusted.full = full_rooms_at(overrides, t);
    adjusted.hold = hold_at(overrides, t);
    adjusted.until = next_change(overrides, t);
    std::optional<ProgrammeChanges>
        changes;  // made for the first command that needs it: it looks at all sessions
    for (auto const& entry : overrides.entries) {
        if (!entry.is_in_force(t) || !changes_programme(entry.command)) continue;
        if (!changes) changes.emplace(schedule);
        changes->add(entry);
    }
    if (!changes) return adjusted;
    adjusted.schedule = changes->changed();
    adjusted.delays = changes->delays();
    adjusted.problems = changes->problems();
    return adjusted;
}

}  // namespace kiosk
