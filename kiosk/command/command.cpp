// A line of the operator as a Command.
#include "command/command.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "command/command_forms.hpp"
#include "command/command_reader.hpp"
#include "command/command_words.hpp"

namespace kiosk {
namespace {

ClearCommand read_clear(CommandReader& reader) {
    using Group = ClearCommand::Group;
    static std::map<std::string, Group> const groups{{"announcements", Group::announcements},
                                                     {"emergency", Group::emergency},
                                                     {"delay", Group::delay},
                                                     {"hold", Group::hold},
                                                     {"all", Group::all}};
    auto const word = to_lower_ascii(reader.text(0));
    if (!reader.has_plain()) return {};
    auto const group = groups.find(word);
    if (group == groups.end()) reader.fail("\"{}\" is no group of commands", shown_word(word));
    return {group == groups.end() ? Group::announcements : group->second};
}

UndoCommand read_undo(CommandReader& reader) {
    if (!reader.has_plain()) return {};
    auto const word = reader.text(0);
    int number = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    bool const is_number = error == std::errc{} && end == word.data() + word.size() && number > 0;
    if (!is_number) reader.fail("\"{}\" is no number of a command", shown_word(word));
    return {number};
}

MoveCommand read_move(CommandReader& reader) {
    MoveCommand move{reader.needed_text(0), reader.option_time("to"), reader.rooms()};
    if (!move.to && move.rooms.empty()) reader.fail("neither a time nor a room to move to is named");
    return move;
}

AnnounceCommand read_announce(CommandReader& reader) {
    auto const form = reader.has("notice") ? Announcement::Form::notice : Announcement::Form::banner;
    return {reader.needed_text(0, longest_head), reader.text(1), form, reader.option_duration("for"),
            reader.rooms()};
}

EmergencyCommand read_emergency(CommandReader& reader) {
    auto const state = reader.has("test") ? AnnouncementState::test : AnnouncementState::real;
    return {reader.needed_text(0, longest_head), reader.text(1), state, reader.option_duration("for"),
            reader.rooms()};
}

/// `name`: of a form.
Command read(std::string_view name, CommandReader& reader) {
    if (name == "delay")
        return DelayCommand{reader.needed_duration(-hours{4}, hours{8}), reader.rooms(),
                            reader.option_time("from")};
    if (name == "extend") return ExtendCommand{reader.needed_duration(seconds{1}, hours{4}), reader.rooms()};
    if (name == "cancel") return CancelCommand{reader.needed_text(0), reader.rooms()};
    if (name == "move") return read_move(reader);
    if (name == "retitle")
        return RetitleCommand{reader.needed_text(0), reader.needed_text(1, longest_head), reader.rooms()};
    if (name == "next") return NextCommand{reader.rooms()};
    if (name == "hold") return HoldCommand{reader.text(0), reader.option_duration("for")};
    if (name == "full") return FullCommand{reader.text(0), reader.rooms()};
    if (name == "announce") return read_announce(reader);
    if (name == "emergency") return read_emergency(reader);
    if (name == "lifted") return LiftedCommand{reader.text(0), reader.rooms()};
    if (name == "clear") return read_clear(reader);
    if (name == "undo") return read_undo(reader);
    if (name == "screenshot") return ScreenshotCommand{reader.text(0)};
    if (name == "reload") return PlainCommand::reload;
    if (name == "status") return PlainCommand::status;
    return name == "explain" ? PlainCommand::explain : PlainCommand::list;
}

std::string names_of_commands() {
    std::string names;
    for (auto const& form : command_forms()) names += (names.empty() ? "" : ", ") + std::string(form.name);
    return names;
}

Outcome<Command> refused(std::string message, std::string hint, SourceRef where) {
    return {{},
            {{Severity::error, "command-invalid", std::move(message), std::move(hint), std::move(where)}}};
}

std::string advice(CommandForm const& form) { return fmt::format("write: {}", form.form); }

Outcome<Command> refused_unknown(std::string const& name, SourceRef where) {
    auto const* near = nearest_form(name);
    auto hint = near ? advice(*near) : "the commands are: " + names_of_commands();
    auto const guess = near ? fmt::format(": did you mean \"{}\"?", near->name) : "";
    return refused(fmt::format("there is no command \"{}\"{}", shown_word(name), guess), std::move(hint),
                   std::move(where));
}

}  // namespace

Outcome<Command> parse_command(std::string_view line, SourceRef where) {
    if (line.size() > longest_command)
        return refused(
            fmt::format("the line has {} bytes: at most {} are read", line.size(), longest_command),
            "say it shorter", std::move(where));
    auto const words = split_words(to_valid_utf8(line));
    if (!words)
        return refused("a quote is not closed", "close it, or write \\\" for the sign itself",
                       std::move(where));
    return parse_command(*words, std::move(where));
}

Outcome<Command> parse_command(std::vector<std::string> const& words, SourceRef where) {
    if (words.empty())
        return refused("there is no command", "the commands are: " + names_of_commands(), std::move(where));
    auto const name = to_lower_ascii(words.front());
    auto const* form = find_form(name);
    if (!form) return refused_unknown(name, std::move(where));
    CommandReader reader(*form, words);
    auto command = read(name, reader);
    if (!reader.wrong().empty()) return refused(reader.wrong(), advice(*form), std::move(where));
    return {std::move(command), {}};
}

}  // namespace kiosk
