// Sessions that commands are about, and how they are found again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/overrides.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// A title as it is kept: clean, 200 characters at most.
std::string kept_title(std::string_view title);

TargetSession target_of(Session const& session, TargetSession::Part part = TargetSession::Part::subject);

/// Index of the target in `schedule.sessions()`: by its id; where that is gone, or has both another
/// start and another title, by start and title. Empty: none, or not one alone.
std::optional<std::size_t> find_target(Schedule const& schedule, TargetSession const& target);

/// The day that people speak of at `t`: its own if anything is on that day, else the next one with
/// sessions, else the last.
Day day_spoken_of(Schedule const& schedule, Instant t);

/// A clock time alone is one of `day`, which lasts until the early morning (schedule/ends.hpp).
Instant resolved_on(TimeArgument const& time, Day day, Zone const& zone);

/// In one of the rooms, or in all.
bool is_in_one_of(Session const& session, std::vector<RoomId> const& rooms);
std::vector<RoomId> room_ids_of(std::vector<std::string> const& names);
/// Neither cancelled nor hidden.
bool is_to_take_place(Session const& session);

}  // namespace kiosk
