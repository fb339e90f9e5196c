// Where the events of a calendar take place: what LOCATION says, and what it only seems to say.
#pragma once

#include <unordered_map>
#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

/// The line of LOCATION, by the index of its row.
using LocationLines = std::unordered_map<std::size_t, int>;

/// Each row's first room is the text of its LOCATION; it becomes rooms, an address or a format.
/// Problems: `room-missing`, `room-not-a-room`, `several-rooms`, `room-spelling-varies`.
void read_places(std::vector<DraftSession>& rows, LocationLines const& lines, std::vector<Problem>& problems);

}  // namespace kiosk
