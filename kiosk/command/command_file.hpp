// A file of commands: what stands in it holds, and what is taken out of it no longer does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "command/overrides.hpp"
#include "settings/settings.hpp"

namespace kiosk {

inline constexpr std::string_view way_of_file = "file:";  ///< how the way in of such a command begins

struct FileCommand {
    Command command;
    SourceRef where;
};

/// Reads one command a line; blank lines and those that begin with # say nothing. Range: any bytes.
/// Problems: `command-invalid` for each line that cannot be read, that only asks something, or that a file says by not
/// saying any more (undo, clear). The other lines count.
std::vector<FileCommand> parse_command_file(SourceText const& file, std::vector<Problem>& problems);

/// What following a file has changed, a line each for the log: "delay 10m", "taken back: delay 10m".
struct FollowedFile {
    Overrides overrides;
    std::vector<std::string> said;
    std::vector<Problem> problems;  ///< `command-target` with the line in the file
};

/// Gives at `at` the commands of the file that it has not given yet, and forgets those that stand in it no more. Which it
/// has given, `overrides` knows, so that a restart gives none twice; one that was undone by its number stays undone for
/// as long as it stands there.
FollowedFile follow_command_file(Overrides overrides, std::vector<FileCommand> const& lines, Instant at, Schedule const& schedule);

/// What is wrong with the lines that keys give: `command-invalid` with the key's place.
std::vector<Problem> problems_of(ControlSettings const& control);

}  // namespace kiosk
