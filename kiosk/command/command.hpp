// What an operator tells running displays: one small language for `kiosk ctl`, a watched file and keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.hpp"
#include "settings/settings.hpp"
#include "time/instant.hpp"

namespace kiosk {

// Texts are clean (base/utf8.hpp), times and durations whole seconds. `rooms`: names; none: every room,
// or where one room must be meant, the one that it can only be.

/// Running late from now on, or from a time on: how late in all, not how much later than before.
struct DelayCommand {
    seconds late{0};  ///< -4 h to 8 h; negative: early
    std::vector<std::string> rooms;
    std::optional<TimeArgument> from;
    friend bool operator==(DelayCommand const&, DelayCommand const&) = default;
};

/// The current session ends later.
struct ExtendCommand {
    seconds by{0};  ///< 1 s to 4 h
    std::vector<std::string> rooms;
    friend bool operator==(ExtendCommand const&, ExtendCommand const&) = default;
};

// `session`: an id, a title or how it begins, or a start.

struct CancelCommand {
    std::string session;
    std::vector<std::string> rooms;  ///< of the session
    friend bool operator==(CancelCommand const&, CancelCommand const&) = default;
};

/// Another start, another room, or both.
struct MoveCommand {
    std::string session;
    std::optional<TimeArgument> to;
    std::vector<std::string> rooms;  ///< where it will be; none: where it is
    friend bool operator==(MoveCommand const&, MoveCommand const&) = default;
};

struct RetitleCommand {
    std::string session, title;
    std::vector<std::string> rooms;  ///< of the session
    friend bool operator==(RetitleCommand const&, RetitleCommand const&) = default;
};

/// The current session has ended: what is next begins now.
struct NextCommand {
    std::vector<std::string> rooms;
    friend bool operator==(NextCommand const&, NextCommand const&) = default;
};

/// One slide stays.
struct HoldCommand {
    std::string slide;  ///< a slide's name; empty: the one whose turn it is
    std::optional<seconds> duration;
    friend bool operator==(HoldCommand const&, HoldCommand const&) = default;
};

/// A room takes nobody any more.
struct FullCommand {
    std::string text;  ///< where to go instead; may be empty
    std::vector<std::string> rooms;
    friend bool operator==(FullCommand const&, FullCommand const&) = default;
};

struct AnnounceCommand {
    std::string head, text;
    Announcement::Form form = Announcement::Form::banner;  ///< or notice
    std::optional<seconds> duration;
    std::vector<std::string> rooms;
    friend bool operator==(AnnounceCommand const&, AnnounceCommand const&) = default;
};

struct EmergencyCommand {
    std::string head, text;
    AnnouncementState state = AnnouncementState::real;  ///< or test
    std::optional<seconds> duration;
    std::vector<std::string> rooms;
    friend bool operator==(EmergencyCommand const&, EmergencyCommand const&) = default;
};

/// The emergency is over, and visitors are told so.
struct LiftedCommand {
    std::string text;
    std::vector<std::string> rooms;  ///< none: those of the emergency
    friend bool operator==(LiftedCommand const&, LiftedCommand const&) = default;
};

/// Takes back all commands of a group.
struct ClearCommand {
    enum class Group {
        announcements,  ///< announce, full
        emergency,      ///< emergency, lifted
        delay,          ///< delay, extend, next
        hold,
        all,  ///< every command that has an effect
    } group = Group::announcements;
    friend bool operator==(ClearCommand const&, ClearCommand const&) = default;
};

struct UndoCommand {
    std::optional<int> number;  ///< from 1; empty: the latest that has an effect
    friend bool operator==(UndoCommand const&, UndoCommand const&) = default;
};

struct ScreenshotCommand {
    std::string file;  ///< as given; empty: where the program puts such
    friend bool operator==(ScreenshotCommand const&, ScreenshotCommand const&) = default;
};

/// What asks or tells the program something and leaves what is shown as it is.
enum class PlainCommand { reload, status, explain, list };

using Command = std::variant<DelayCommand, ExtendCommand, CancelCommand, MoveCommand, RetitleCommand,
                             NextCommand, HoldCommand, FullCommand, AnnounceCommand, EmergencyCommand,
                             LiftedCommand, ClearCommand, UndoCommand, ScreenshotCommand, PlainCommand>;

/// Reads a line like `delay 10m --room "Room 1"`. Words are quoted as in a shell: "…", '…' and the
/// backslash; options stand anywhere, as `--room R` or `--room=R`; `--` ends them.
/// Range: any bytes. Errors: one `command-invalid` whose hint is the right form.
Outcome<Command> parse_command(std::string_view line, SourceRef where = {});
/// The same, of words that are already apart.
Outcome<Command> parse_command(std::vector<std::string> const& words, SourceRef where = {});

/// The line that parse_command reads as `command`.
std::string to_line(Command const& command);

/// All commands, one a line: the form, and what it does.
std::string usage();

}  // namespace kiosk
