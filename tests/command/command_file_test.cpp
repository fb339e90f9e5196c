// What stands in a file of commands holds; what is taken out does not.
#include "command/command_file.hpp"

#include "command/operator.hpp"

using namespace kiosk;

namespace {

/// A file that an operator edits, and the day as it has made it.
struct EditedFile {
    ScheduleBuilder builder = conference_day();
    Operator person{builder};
    std::vector<std::string> said;

    /// The problems, a line each.
    std::string save(std::string_view clock, std::string text, int day_offset = 0) {
        std::vector<Problem> problems;
        auto const lines = parse_command_file({"today.txt", std::move(text)}, problems);
        auto followed = follow_command_file(person.overrides, lines, builder.at(clock, day_offset), person.schedule);
        person.overrides = std::move(followed.overrides);
        said = followed.said;
        append(problems, std::move(followed.problems));
        std::string told;
        for (auto const& problem : problems) told += to_line(problem) + "\n";
        return told;
    }
    std::string list(std::string_view clock) const { return describe(person.overrides, builder.at(clock), person.schedule.zone()); }
    void restart() { person.overrides = *overrides_from_text({"memory", to_text(person.overrides)}).value; }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a line of the file holds until it is taken out", "[command]") {
    EditedFile file;
    CHECK(file.save("9:10", "# Monday\n\ncancel Four\r\nannounce \"Lunch is outside\"") == "");
    CHECK(file.said == Lines{"cancel Four", "announce \"Lunch is outside\""});
    CHECK(file.person.session("Four", "9:10").status == Status::cancelled);
    CHECK(file.person.adjusted("9:10").announcements.size() == 1);
    CHECK(file.list("9:10").find("09:10  file  until") != std::string::npos);
    CHECK(file.save("9:20", "announce \"Lunch is outside\"\n") == "");
    CHECK(file.said == Lines{"taken back: cancel Four"});
    CHECK(file.person.session("Four", "9:20").status == Status::confirmed);
    CHECK(file.person.adjusted("9:20").announcements.size() == 1);
}

TEST_CASE("no line is carried out twice: not when others come, not by a restart, not days later", "[command]") {
    EditedFile file;
    file.save("9:10", "extend 10m\nnext\n");
    auto const day = file.person.day("9:10");
    CHECK(file.save("9:11", "extend 10m\nnext\nannounce Hello\n") == "");
    CHECK(file.said == Lines{"announce Hello"});
    file.restart();
    CHECK(file.save("9:12", "extend 10m\nnext\nannounce Hello\n") == "");
    CHECK(file.said.empty());
    CHECK(file.person.day("9:12") == day);
    file.person.say("9:00", "announce Later", 5);  // what is long over is dropped
    file.save("9:00", "extend 10m\nnext\nannounce Hello\n", 5);
    CHECK(file.said.empty());
}

TEST_CASE("the same line twice is two commands", "[command]") {
    EditedFile file;
    file.save("9:10", "extend 10m\nextend 10m\n");
    CHECK(file.person.day("9:10").starts_with("09:00-09:50 One"));
    file.save("9:10", "extend 10m\n");
    CHECK(file.person.day("9:10").starts_with("09:00-09:40 One"));
}

TEST_CASE("what was undone by its number stays undone while it stands in the file", "[command]") {
    EditedFile file;
    file.save("9:10", "cancel Four\n");
    file.person.say("9:11", "undo 1");
    file.save("9:12", "cancel Four\nannounce Hello\n");
    CHECK(file.person.session("Four", "9:12").status == Status::confirmed);
    file.save("9:13", "announce Hello\n");
    file.save("9:14", "announce Hello\ncancel Four\n");
    CHECK(file.person.session("Four", "9:14").status == Status::cancelled);
}

TEST_CASE("the file touches no command of another way", "[command]") {
    EditedFile file;
    file.person.say("9:05", "cancel Three");
    file.save("9:10", "cancel Four\n");
    file.save("9:11", "");
    CHECK(file.person.session("Three", "9:12").status == Status::cancelled);
    CHECK(file.person.session("Four", "9:12").status == Status::confirmed);
}

TEST_CASE("a wrong line is named by its number, and the others count", "[command]") {
    EditedFile file;
    auto const told = file.save("9:10", "dealy 10m\ncancel Four\ncancel Nobody\nundo 1\nstatus\n\"\n");
    auto const last = told.rfind("today.txt:");
    CHECK(told.substr(0, last) ==
          "today.txt:1: error: there is no command \"dealy\": did you mean \"delay\"?; write: delay 10m [--room ROOM] [--from TIME] [command-invalid]\n"
          "today.txt:4: error: \"undo 1\" does not belong into a file; take the command's own line out of the file instead [command-invalid]\n"
          "today.txt:5: error: \"status\" does not belong into a file; say it with kiosk ctl [command-invalid]\n"
          "today.txt:6: error: a quote is not closed; close it, or write \\\" for the sign itself [command-invalid]\n");
    CHECK(told.substr(last).starts_with("today.txt:3: error: no session is named by \"Nobody\"; say its start: 09:00 \"One\""));
    CHECK(file.said == Lines{"cancel Four"});
}

TEST_CASE("any bytes, and any number of lines, are read", "[command][I3]") {
    EditedFile file;
    std::string many;
    for (int i = 0; i < 300; ++i) many += "announce A" + std::to_string(i) + "\n";
    CHECK(file.save("9:10", many).starts_with("today.txt:201: error: more than 200 commands: the rest is left out"));
    CHECK(file.person.overrides.entries.size() == 200);
    CHECK_FALSE(file.save("9:11", std::string("\xFF\xFE\0\x1B[2J emergency", 18)).empty());
    CHECK(file.person.overrides.entries.empty());
}

TEST_CASE("what a key gives must be a command", "[command]") {
    ControlSettings control;
    control.keys = {{"F1", "delay 5m", {"event.toml", 3, {}}}, {"F2", "dely 5m", {"event.toml", 4, {}}}};
    auto const problems = problems_of(control);
    REQUIRE(problems.size() == 1);
    CHECK(to_line(problems[0]).starts_with("event.toml:4: error: there is no command \"dely\": did you mean \"delay\"?"));
}
