// What the line of each command may hold: for the parser and for the help.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct CommandForm {
    std::string_view name, form, meaning;    ///< "delay", "delay 10m [--room ROOM]", what it does
    std::size_t fewest = 0, most = 0;        ///< words beside the options
    std::vector<std::string> valued, flags;  ///< options with a value and without, without "--"
};

/// In the order of the help: what changes the programme, then what is said, then the rest.
std::vector<CommandForm> const& command_forms();

/// Empty: there is no such command.
CommandForm const* find_form(std::string_view name);
/// The one whose name differs least. Empty: none is near.
CommandForm const* nearest_form(std::string_view name);

}  // namespace kiosk
