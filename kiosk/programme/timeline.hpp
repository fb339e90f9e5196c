// The programme as a list: what is on from when to when, without holes.
#pragma once

#include <vector>

#include "programme/programme.hpp"

namespace kiosk {

/// The programmes from `range.begin` to `range.end`, each cut to the range; their `valid` spans
/// follow each other without holes. Empty range: none.
std::vector<Programme> timeline(ProgrammeMaker const& maker, Span range);

}  // namespace kiosk
