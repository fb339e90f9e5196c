// A schedule as the XML that frab publishes, for the apps that read it.
#pragma once

#include <string>

#include "base/problem.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// `schedule/day/room/event`. Ids that are no UUID become one, always the same for the same id; a
/// cancelled session says so in its title, for want of a field.
/// Problems: one `export-loses` with all that the format cannot hold.
/// Source: c3voc schedule.xml schema; RFC 9562 §5.8.
Outcome<std::string> to_frab_xml(Schedule const& schedule);

}  // namespace kiosk
