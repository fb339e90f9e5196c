// The displays of one machine: the one that is asked for, and those that stand beside it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/display_parts.hpp"

namespace kiosk {

using Displays = std::vector<std::unique_ptr<DisplayParts>>;

/// The display that is asked for, and those that this machine has beside it. `first`: as the first one sees the event.
/// Prints what is wrong with it.
Displays displays_of(EventSources& sources, CommonOptions const& options, Snapshot first);

/// Studios and screens. Displays for which this machine has no output are left out, with a line. False: there is no screen.
bool set_up(Displays& displays, CommonOptions const& options, ShowArguments const& arguments);

/// "stats.json", and for a second display "stats-NAME.json".
std::string stats_file(std::string const& file, DisplayParts const& display, bool is_first);

/// All of them in one loop. Returns when one of them ends; then nobody listens any more.
ShowEnd run(EventSources& sources, Displays const& displays, std::vector<Show*> const& shows);

}  // namespace kiosk
