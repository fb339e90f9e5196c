// The command line: subcommands, options, help.
#pragma once

#include "cli/command.hpp"

namespace kiosk {

/// Parses and runs. Prints usage problems to stderr in one line. Source: COMMANDS.md.
Exit run_command_line(int argc, char const* const* argv);

}  // namespace kiosk
