// What the organiser knows better than the source: the event file's [[room]], [[speaker]] and
// [[session]] tables, applied to a draft.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// Rooms under one name, people under one spelling and with what was missing, sessions corrected,
/// left out and added. Problems: `correction-unmatched` for a table that matches nothing,
/// `correction-ambiguous` for one that matches several titles (all are corrected).
std::vector<Problem> complete(ScheduleDraft& draft, Settings const& settings);

/// The shown name of a room that is written in one of several ways.
std::string room_name(std::string const& written, std::vector<RoomSettings> const& rooms);

}  // namespace kiosk
