// What an operator is told that a command did.
#include "command/effects.hpp"

#include "command/operator.hpp"

using namespace kiosk;

namespace {

/// What is told of `line`, said after what was said before.
std::string told(Operator& person, std::string_view clock, std::string const& line) {
    auto const before = person.adjusted(clock);
    auto const overrides = person.overrides;
    INFO(person.say(clock, line));
    return undone_by(overrides, person.overrides) + effects_of(person.schedule, before, person.adjusted(clock));
}

}  // namespace

TEST_CASE("a delay says what begins when, and what takes it up", "[command]") {
    Operator person(conference_day());
    CHECK(told(person, "9:10", "delay 10m") ==
          "  09:00 \"One\" lasts until 09:40\n  09:30 \"Two\" begins at 09:40\n  10:00 \"Break\" begins at 10:10\n"
          "  10:00 \"Break\" takes it up: on time from 10:20\n");
    CHECK(told(person, "9:12", "undo") ==
          "undone: 1 delay 10m\n  09:00 \"One\" lasts until 09:30\n  09:40 \"Two\" begins at 09:30\n  10:10 \"Break\" begins at 10:00\n");
}

TEST_CASE("a delay that nothing takes up lasts until the end of the day, and only the first sessions are listed", "[command]") {
    ScheduleBuilder builder;
    for (int hour = 9; hour < 18; ++hour)
        builder.add(Kind::talk, std::to_string(hour) + ":00", std::to_string(hour + 1) + ":00", "Talk " + std::to_string(hour));
    Operator person(builder);
    CHECK(told(person, "9:10", "delay 30m") ==
          "  09:00 \"Talk 9\" lasts until 10:30\n  10:00 \"Talk 10\" begins at 10:30\n  11:00 \"Talk 11\" begins at 11:30\n"
          "  12:00 \"Talk 12\" begins at 12:30\n  13:00 \"Talk 13\" begins at 13:30\n  and 4 more\n  late until the end of the day\n");
}

TEST_CASE("every change of a session is told", "[command]") {
    Operator person(two_rooms());
    CHECK(told(person, "10:00", "cancel Right") == "  11:00 \"Right\" is cancelled\n");
    CHECK(told(person, "10:00", "move Left --room \"Hall B\"") == "  11:00 \"Left\" is in Hall B\n");
    CHECK(told(person, "10:00", "move \"Left again\" --to 14:00") == "  13:00 \"Left again\" begins at 14:00\n");
    CHECK(told(person, "10:00", "retitle \"Right again\" Wrong") == "  13:00 \"Right again\" is called \"Wrong\"\n");
    CHECK(told(person, "10:00", "announce Hello") == "");
    CHECK(told(person, "10:00", "clear all").starts_with("undone: 1 cancel Right\nundone: 2 move Left"));
}

TEST_CASE("a session without a title is called by its people, else by its kind, and a long title is cut", "[command]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", "").people = {ScheduleBuilder::person("Ada Lovelace")};
    builder.add(Kind::invited, "9:30", "10:00", "");
    builder.add(Kind::talk, "10:00", "10:30", std::string(60, 'x'));
    auto const schedule = builder.build();
    CHECK(spoken_name(schedule.sessions()[0], schedule) == "09:00 Ada Lovelace");
    CHECK(spoken_name(schedule.sessions()[1], schedule) == "09:30 invited");
    CHECK(spoken_name(schedule.sessions()[2], schedule) == "10:00 \"" + std::string(39, 'x') + "…\"");
}
