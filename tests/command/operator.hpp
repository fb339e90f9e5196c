// A day and an operator who speaks: for the tests of command/.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "command/adjusted.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

namespace kiosk {

/// Commands at clock times of the builder's day, and the day as they have made it.
class Operator {
public:
    explicit Operator(ScheduleBuilder const& builder) : builder_(builder), schedule(builder.build()) {}

    /// The problems of the command without the program's name, or nothing.
    std::string say(std::string_view clock, std::string_view line, int day_offset = 0) {
        auto const command = parse_command(line);
        INFO(line);
        REQUIRE(command.value);
        auto outcome = apply(overrides, *command.value, builder_.at(clock, day_offset), "ctl", schedule);
        if (outcome.value) overrides = std::move(*outcome.value);
        std::string lines;
        for (auto const& problem : outcome.problems)
            lines += to_line(problem).substr(std::string_view("kiosk: ").size()) + "\n";
        CHECK(outcome.value.has_value() != has_error(outcome.problems));
        return lines;
    }

    Adjusted adjusted(std::string_view clock, int day_offset = 0) const {
        return adjust(schedule, overrides, builder_.at(clock, day_offset));
    }

    /// "09:00-09:30 One, …", with "x" before what is cancelled and "@Room" behind what is in rooms.
    std::string day(std::string_view clock, int day_offset = 0) const {
        auto const result = adjusted(clock, day_offset);
        auto const& now = result.schedule ? *result.schedule : schedule;
        std::string text;
        for (auto const& session : now.sessions()) {
            auto const clock_of = [&](Instant t) { return to_iso(now.zone().to_wall(t)).substr(11, 5); };
            text += fmt::format("{}{}{}-{} {}", text.empty() ? "" : ", ",
                                session.status == Status::cancelled ? "x" : "", clock_of(session.when.begin),
                                clock_of(session.when.end), session.title);
            for (auto const& room : session.rooms) text += " @" + now.room(room).name;
        }
        return text;
    }

    Session session(std::string_view title, std::string_view clock) const {
        auto const result = adjusted(clock);
        auto const& now = result.schedule ? *result.schedule : schedule;
        for (auto const& one : now.sessions())
            if (one.title == title) return one;
        FAIL("no session " << title);
        return {};
    }

private:
    ScheduleBuilder builder_;

public:
    Schedule schedule;
    Overrides overrides;
};

/// 9:00 One, 9:30 Two, 10:00 a break, 10:20 Three, 11:00 Four, 12:00 Lunch, 13:00 Five to 14:00.
inline ScheduleBuilder conference_day() {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", "One");
    builder.add(Kind::talk, "9:30", "10:00", "Two");
    builder.add(Kind::break_, "10:00", "10:20", "Break");
    builder.add(Kind::talk, "10:20", "11:00", "Three");
    builder.add(Kind::talk, "11:00", "12:00", "Four");
    builder.add(Kind::meal, "12:00", "13:00", "Lunch");
    builder.add(Kind::talk, "13:00", "14:00", "Five");
    return builder;
}

/// The same hour in two rooms, then lunch for all, then one room again.
inline ScheduleBuilder two_rooms() {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "11:00", "12:00", "Left").rooms = {"Hall A"};
    builder.add(Kind::talk, "11:00", "12:00", "Right").rooms = {"Hall B"};
    builder.add(Kind::meal, "12:00", "13:00", "Lunch");
    builder.add(Kind::talk, "13:00", "14:00", "Left again").rooms = {"Hall A"};
    builder.add(Kind::talk, "13:00", "14:00", "Right again").rooms = {"Hall B"};
    return builder;
}

}  // namespace kiosk
