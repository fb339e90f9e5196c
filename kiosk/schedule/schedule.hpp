// The event, immutable: sorted, in UTC, every id resolves.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"
#include "schedule/session.hpp"
#include "time/zone.hpp"

namespace kiosk {

class Schedule {
public:
    /// An event of which nothing is known but its name: what is shown where no source could be read.
    static Schedule empty(EventFacts event, Zone zone);

    /// Turns wall times into instants, finds missing ends, joins speakers with their blocks by
    /// name, sorts by start. A row without a start, or of a year that no event is in, is reported and left out; nothing else is. Texts are cut to base/limits.hpp.
    /// Errors: none that cost the good rows.
    static Outcome<Schedule> validate(ScheduleDraft draft, Zone const& zone);

    EventFacts const& event() const { return event_; }
    Zone const& zone() const { return zone_; }
    std::vector<Session> const& sessions() const { return sessions_; }  ///< by start, then end, then source order
    std::vector<Room> const& rooms() const { return rooms_; }           ///< by id
    std::vector<Speaker> const& speakers() const { return speakers_; }
    Speaker const& speaker(SpeakerId const& id) const;  ///< must exist
    Room const& room(RoomId const& id) const;           ///< must exist

    /// The sessions that a display for these rooms shows: in one of them, or in all rooms.
    /// Names match without regard to case, blanks and punctuation. No names: every session.
    std::vector<Session const*> in_rooms(std::vector<std::string> const& names) const;

    /// The same event with other sessions, sorted anew by the rule above. `rooms`: those that this
    /// schedule lacks. Range: people and rooms that the sessions name are known here or in `rooms`.
    Schedule with_sessions(std::vector<Session> sessions, std::vector<Room> const& rooms = {}) const;

private:
    Schedule(EventFacts event, Zone zone) : event_(std::move(event)), zone_(std::move(zone)) {}
    EventFacts event_;
    Zone zone_;
    std::vector<Session> sessions_;
    std::vector<Room> rooms_;
    std::vector<Speaker> speakers_;
    std::unordered_map<std::string, std::size_t> speaker_index_;
};

/// The id of the room called `name`; spellings that differ in case, blanks or punctuation share one.
RoomId room_id_of(std::string_view name);

}  // namespace kiosk
