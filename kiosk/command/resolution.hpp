// A command as it is meant at one instant: sessions, rooms, times, and how long it lasts. For overrides.cpp.
#pragma once

#include "base/problem.hpp"
#include "command/overrides.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// Fills the targets, rooms and times of `entry`, whose command and `at` are set, and its expiry.
/// `original`: the schedule; `shown`: as `earlier` commands have changed it.
/// Errors: `command-target`.
Outcome<Override> resolve(Override entry, Overrides const& earlier, Schedule const& original,
                          Schedule const& shown);

}  // namespace kiosk
