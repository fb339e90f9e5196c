// Commands that say something, without changing the programme. For adjusted.cpp.
#pragma once

#include <optional>
#include <vector>

#include "command/notes.hpp"
#include "command/overrides.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// Banners, notices, and the emergencies that no later one replaces, as far as they are in force at `t`.
std::vector<Announcement> announcements_at(Overrides const& overrides, Instant t);
/// One for each set of rooms: the latest.
std::vector<FullNote> full_rooms_at(Overrides const& overrides, Instant t);
/// The latest.
std::optional<Hold> hold_at(Overrides const& overrides, Instant t);

}  // namespace kiosk
