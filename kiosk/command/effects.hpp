// What a command has done, in words for the operator who gave it.
#pragma once

#include <string>

#include "command/adjusted.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// A session as operators tell it from others: `13:50 "Deep nets"`; one without a title by its people, else by its kind.
std::string spoken_name(Session const& session, Schedule const& schedule);

/// How the day differs between two states of the commands, a line each, at most six: `13:50 "Deep nets" begins at 14:00`,
/// `12:30 "Lunch" takes it up: on time from 13:30`. `schedule`: as its sources say. Empty: nothing differs.
std::string effects_of(Schedule const& schedule, Adjusted const& before, Adjusted const& after);

/// Which commands hold no longer: `undone: 3 cancel 13:50`, a line each. Empty: all hold that did.
std::string undone_by(Overrides const& before, Overrides const& after);

}  // namespace kiosk
