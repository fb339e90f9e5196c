// Whole events made up by chance: everything that a schedule may say, seldom what one would.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/logo.hpp"
#include "layout/picture.hpp"
#include "schedule/schedule.hpp"
#include "settings/settings.hpp"
#include "support/random_text.hpp"

namespace kiosk {

/// One event with what its displays show of it.
struct RandomEvent {
    Schedule schedule;
    std::vector<std::string> rooms;           ///< all that the schedule names
    std::vector<std::string> display;         ///< those of one display: none, one or several
    std::vector<Announcement> announcements;  ///< of every form, each for a part of the day
};

/// One to three days from 16 December 2023 on, at UTC: one to some forty sessions a day in one to six
/// rooms, with pauses, gaps, sessions beside each other, sessions that are off, late, moved or hidden, and
/// 0 to 12 people in each. The same seed, the same event.
RandomEvent random_event(unsigned seed);

/// The photos that its people have, with their sizes. Some name another, "missing.jpg".
std::map<std::string, Size> const& random_photos();

/// The logos that it may have: wide, tall and opaque. Some events name another, "missing.svg".
std::map<std::string, LogoLook> const& random_logos();

/// One instant of each phase that `schedule` has on a display for `rooms`, from two days before it on.
std::vector<Instant> random_instants(Chance& chance, Schedule const& schedule,
                                     std::vector<std::string> const& rooms);

}  // namespace kiosk
