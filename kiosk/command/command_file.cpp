#include "command/command_file.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/checksum.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

bool belongs_into_file(Command const& command) {
    return !std::holds_alternative<PlainCommand>(command) && !std::holds_alternative<ScreenshotCommand>(command) &&
           !std::holds_alternative<UndoCommand>(command) && !std::holds_alternative<ClearCommand>(command);
}

std::string refusal(Command const& command) {
    bool const takes_back = std::holds_alternative<UndoCommand>(command) || std::holds_alternative<ClearCommand>(command);
    return takes_back ? "take the command's own line out of the file instead" : "say it with kiosk ctl";
}

/// "file:5f3a…": what tells a line that was carried out from all others. The command that is kept says more than the line
/// did: "next" has become a session, "13:30" an instant.
std::string way_of(Command const& command) {
    return fmt::format("{}{:016x}", way_of_file, checksum_of(to_line(command)));
}

}  // namespace

std::vector<FileCommand> parse_command_file(SourceText const& file, std::vector<Problem>& problems) {
    std::vector<FileCommand> commands;
    std::string_view const text = file.text;
    int number = 0;
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
        end = std::min(text.find('\n', begin), text.size());
        SourceRef const where{file.name, ++number, {}};
        auto const line = clean_line(text.substr(begin, end - begin));
        if (line.empty() || line.front() == '#') continue;
        if (commands.size() == most_file_commands) {
            problems.push_back({Severity::error, "command-invalid", fmt::format("more than {} commands: the rest is left out", most_file_commands),
                                "take out what is over", where});
            break;
        }
        auto command = parse_command(line, where);
        append(problems, std::move(command.problems));
        if (!command.value) continue;
        if (belongs_into_file(*command.value)) commands.push_back({std::move(*command.value), where});
        else problems.push_back({Severity::error, "command-invalid", fmt::format("\"{}\" does not belong into a file", line), refusal(*command.value), where});
    }
    return commands;
}

FollowedFile follow_command_file(Overrides overrides, std::vector<FileCommand> const& lines, Instant at, Schedule const& schedule) {
    FollowedFile followed;
    // The same line twice is two commands.
    std::vector<FileCommand const*> fresh;
    std::vector<int> standing;
    for (auto const& line : lines) {
        auto const way = way_of(line.command);
        auto const given = std::find_if(overrides.entries.begin(), overrides.entries.end(), [&](Override const& entry) {
            return entry.way_in == way &&
                   std::find(standing.begin(), standing.end(), entry.number) == standing.end();
        });
        if (given == overrides.entries.end()) fresh.push_back(&line);
        else standing.push_back(given->number);
    }
    std::erase_if(overrides.entries, [&](Override const& entry) {
        bool const is_gone = entry.way_in.starts_with(way_of_file) && std::find(standing.begin(), standing.end(), entry.number) == standing.end();
        if (is_gone && !entry.undone && at < entry.expires) followed.said.push_back("taken back: " + to_line(entry.command));
        return is_gone;
    });
    for (auto const* line : fresh) {
        auto applied = apply(overrides, line->command, at, way_of(line->command), schedule);
        for (auto& problem : applied.problems) problem.where = line->where;
        append(followed.problems, std::move(applied.problems));
        if (!applied.value) continue;
        overrides = std::move(*applied.value);
        followed.said.push_back(to_line(line->command));
    }
    followed.overrides = std::move(overrides);
    return followed;
}

std::vector<Problem> problems_of(ControlSettings const& control) {
    std::vector<Problem> problems;
    for (auto const& key : control.keys) append(problems, parse_command(key.line, key.where).problems);
    return problems;
}

}  // namespace kiosk
