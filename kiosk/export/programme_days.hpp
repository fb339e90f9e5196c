// The days and rooms into which exports sort sessions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schedule/schedule.hpp"

namespace kiosk {

/// By day (cut at 04:00 at the venue), then by the name of the first room; a session in all rooms
/// stands under the event's room, else under "All rooms". Sessions keep the schedule's order.
using RoomSessions = std::map<std::string, std::vector<Session const*>>;
std::map<Day, RoomSessions> sessions_by_day(Schedule const& schedule);

/// "9:05" as "09:05" or "9:05": hours and minutes.
std::string to_hours_and_minutes(minutes length, int hour_digits);

/// "10:30" at the venue.
std::string start_clock(Session const& session, Zone const& zone);

/// Lower case and dashes, never empty: what tools put into file names.
std::string acronym_of(EventFacts const& event);

}  // namespace kiosk
