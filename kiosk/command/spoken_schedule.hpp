// How operators name what displays show: a session, what is on, what is next.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// What displays show at an instant, and how operators name parts of it. The schedule must outlive it.
class SpokenSchedule {
public:
    /// `shown`: as all commands so far have changed it.
    SpokenSchedule(Schedule const& shown, Instant at) : shown_(shown), at_(at) {}

    /// The one session that `reference` names: by id, start (as shown or as planned), title (now or earlier), the
    /// beginning of a title, somebody who speaks there (the name, or one of its words), or words of the title, in this order.
    /// Errors: `command-target` with candidates, if there is none or more than one.
    Outcome<Session const*> session(std::string_view reference, std::vector<std::string> const& rooms) const;

    /// What is on: for each of the rooms asked for the latest start, parts rather than blocks, stages
    /// rather than pauses; with no rooms asked for the one such session. None: nothing is on.
    /// Errors: `command-target` with candidates, if that is not one session.
    Outcome<std::vector<Session const*>> current(std::vector<std::string> const& rooms) const;

    /// What begins next on the same day in any of `rooms` (none: anywhere): the earliest start.
    std::vector<Session const*> following(std::vector<RoomId> const& rooms) const;

    /// Errors: `command-target` for the first name that is no room of the event.
    std::vector<Problem> unknown_room(std::vector<std::string> const& rooms, Severity severity) const;

    /// Where rooms are told apart, a session without any is everybody's.
    bool is_in_every_room(Session const& session) const {
        return session.rooms.empty() && !shown_.rooms().empty();
    }

private:
    Outcome<Session const*> one_of(std::vector<Session const*> found, std::string_view reference,
                                   std::vector<Session const*> const& pool) const;
    std::vector<Session const*> on_in(std::vector<RoomId> const& rooms) const;
    bool has_speaker(Session const& session, std::string const& key) const;
    std::string list(std::vector<Session const*> const& sessions, bool with_ids) const;
    Problem undecided(std::string message, std::vector<Session const*> const& candidates, std::string_view advice = {}) const;

    Schedule const& shown_;
    Instant at_;
};

}  // namespace kiosk
