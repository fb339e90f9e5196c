// A schedule while commands change it, one after the other.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "schedule/schedule.hpp"

namespace kiosk {

/// A session, and what has become of it.
struct PlannedSession {
    Session const* original;
    Span planned;  ///< without lateness: the schedule's, or where `move` has put it
    Span when;     ///< with it
    std::vector<RoomId> rooms;
    std::string title;
    Status status;
    Instant known_since = beginning_of_time;  ///< of the latest change; the beginning of time: none
    std::vector<std::size_t> parts;           ///< of this block
};

class WorkingPlan {
public:
    /// The schedule must outlive it.
    explicit WorkingPlan(Schedule const& schedule);

    Schedule const& schedule() const { return schedule_; }
    std::vector<PlannedSession> const& sessions() const { return sessions_; }  ///< as in the schedule
    PlannedSession const& operator[](std::size_t i) const { return sessions_[i]; }

    // Changes of one session, known since `at`. The same as before: no change.
    void retime(std::size_t i, Span when, Instant at);
    void cancel(std::size_t i, Instant at);
    void retitle(std::size_t i, std::string title, Instant at);
    /// Another start at the same length, and a plan of its own.
    void move_to(std::size_t i, Instant start, Instant at);
    void move_into(std::size_t i, std::vector<std::string> const& rooms, Instant at);

    /// Blocks begin and end by as much later as their first and last parts do.
    void fit_blocks(Instant at);
    /// The session and all that is part of it.
    std::vector<std::size_t> with_parts(std::size_t i) const;
    /// Whether it has parts that take place, and so is no item of its own in a room's day.
    bool is_block(std::size_t i) const;

    /// The schedule with all changes, each told in `Session::earlier`. Empty: there are none.
    std::optional<Schedule> changed() const;

private:
    Session changed(PlannedSession const& session) const;
    std::string names_of(std::vector<RoomId> const& rooms) const;

    Schedule const& schedule_;
    std::vector<PlannedSession> sessions_;
    std::vector<Room> added_rooms_;
};

}  // namespace kiosk
