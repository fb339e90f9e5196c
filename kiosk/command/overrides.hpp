// The commands that were given, and until when each has an effect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "command/command.hpp"
#include "schedule/schedule.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"

namespace kiosk {

/// A session that a command is about, and what it is known by should its id be gone after a reload.
struct TargetSession {
    enum class Part {
        subject,    ///< named by the command, or current then
        successor,  ///< of `next`: begins instead of it
    } part = Part::subject;
    SessionId id;
    Instant start{};    ///< as the schedule said, whole seconds
    std::string title;  ///< the same; clean, 200 characters at most
    friend bool operator==(TargetSession const&, TargetSession const&) = default;
};

/// One command, resolved: it means the same sessions for as long as it lasts.
struct Override {
    int number = 0;      ///< from 1; later commands have higher ones, and none is given twice
    Instant at{};        ///< when it was given, whole seconds
    std::string way_in;  ///< "ctl", "keys", "file:" and which line of it (command/command_file.hpp)
    Command command;
    Instant expires{};  ///< whole seconds
    bool undone = false;
    std::vector<TargetSession> targets;

    bool is_in_force(Instant t) const { return !undone && at <= t && t < expires; }
    friend bool operator==(Override const&, Override const&) = default;
};

struct Overrides {
    std::vector<Override> entries;  ///< by number
    int next_number = 1;
    friend bool operator==(Overrides const&, Overrides const&) = default;
};

/// Adds `command`, or takes back those that `undo` and `clear` name; what asks or tells the program
/// something changes nothing. Sessions and rooms are those of the schedule as earlier commands have
/// changed it at `at`. Without `--for`, announcements and emergencies last 30 minutes, `hold` and
/// `lifted` 10, `full` until the current session ends, and what changes the programme until 6 hours
/// after the midnight that ends its day. What was over 48 hours before `at` is dropped,
/// and of what is over or undone all but the latest `most_past_overrides`.
/// `way_in`: one word. Errors: `command-target` if a session or a room cannot be told: it is never guessed.
Outcome<Overrides> apply(Overrides overrides, Command const& command, Instant at, std::string_view way_in,
                         Schedule const& schedule);

/// The clock by which the commands from number `first` on were given has been set by `step`: they were given as long ago
/// as before, and what was said for a time (announce, full, emergency, lifted, hold) lasts as long as it was meant to.
Overrides with_clock_step(Overrides overrides, seconds step, int first);

/// A line for each command, and one with a checksum over them.
std::string to_text(Overrides const& overrides);

/// Reads such a text. Errors: one `overrides-damaged`, a warning, if it was cut or changed: its whole
/// lines count all the same.
Outcome<Overrides> overrides_from_text(SourceText const& file);

/// What is known of each command at `t`, a line each: number, when, by which way, what, until when.
std::string describe(Overrides const& overrides, Instant t, Zone const& zone);

}  // namespace kiosk
