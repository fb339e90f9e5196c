// Commands about single sessions: what they do to the day, and whom they mean.
#include "command/operator.hpp"

using namespace kiosk;

TEST_CASE("a session that ends later pushes what follows, until a break takes it up", "[command]") {
    Operator operator_(conference_day());
    CHECK(operator_.say("9:10", "extend 12m").empty());
    CHECK(operator_.day("9:10").starts_with(
        "09:00-09:42 One, 09:42-10:12 Two, 10:12-10:20 Break, 10:20-11:00 Three"));
    CHECK(operator_.adjusted("9:10").delays.at(0).running == operator_.session("One", "9:10").id);
    operator_.say("9:41", "extend 3m");  // on top of the lateness so far
    CHECK(operator_.session("Two", "9:41").when.begin == conference_day().at("9:45"));
    operator_.say("9:44", "delay 20m");  // in all
    CHECK(operator_.session("One", "9:44").when.end == conference_day().at("9:50"));
}

TEST_CASE("a session that has ended makes room for the next, which begins at once", "[command]") {
    auto const builder = conference_day();
    Operator operator_(builder);
    CHECK(operator_.say("9:20", "next").empty());
    CHECK(operator_.day("9:20").starts_with("09:00-09:20 One, 09:20-10:00 Two, 10:00-10:20 Break"));
    CHECK(operator_.session("One", "9:20").earlier->when->end == builder.at("9:30"));
    operator_.say("13:50", "next");
    CHECK(operator_.session("Five", "13:50").when.end == builder.at("13:50"));
    CHECK(operator_.say("15:00", "next") ==
          "error: nothing is on now, and nothing follows on this day; see: list [command-target]\n");
}

TEST_CASE("a cancelled session keeps its place, and is cancelled while it runs, too", "[command]") {
    auto const builder = conference_day();
    Operator operator_(builder);
    CHECK(operator_.say("9:10", "cancel one").empty());
    CHECK(operator_.day("9:10").starts_with("x09:00-09:30 One, 09:30-10:00 Two"));
    CHECK(operator_.session("One", "9:10").earlier == EarlierPlan{{}, "", "", builder.at("9:10")});
    CHECK(operator_.day("9:09").starts_with("09:00-09:30 One"));
}

TEST_CASE("a session moves to another time, another room, or both", "[command]") {
    auto const builder = two_rooms();
    Operator operator_(builder);
    CHECK(operator_.say("9:00", "move Left --to 15:00").empty());
    CHECK(operator_.session("Left", "9:00").when == Span{builder.at("15:00"), builder.at("16:00")});
    CHECK(operator_.session("Left", "9:00").earlier->when == Span{builder.at("11:00"), builder.at("12:00")});
    CHECK(operator_.say("9:01", "move Right --room 'Hall  A'").empty());
    auto const right = operator_.session("Right", "9:01");
    CHECK(right.rooms == std::vector{room_id_of("Hall A")});
    CHECK(right.earlier->room == "Hall B");
    CHECK_FALSE(right.earlier->when);
    CHECK(operator_.say("9:02", "move Lunch --room Garden") ==
          "warning: the schedule has no room \"Garden\"; the rooms are: Hall A, Hall B [command-target]\n");
    CHECK(operator_.adjusted("9:02").schedule->room(room_id_of("garden")).name == "Garden");
}

TEST_CASE("a clock time behind midnight belongs to the evening before", "[command]") {
    auto const builder = conference_day();
    Operator operator_(builder);
    operator_.say("9:00", "move Five --to 0:30");
    CHECK(operator_.session("Five", "9:00").when.begin == builder.at("0:30", 1));
}

TEST_CASE("a block takes its parts with it", "[command]") {
    ScheduleBuilder builder;
    builder.add(Kind::workshop, "9:00", "11:00", "Block").rooms = {"A"};
    builder.add(Kind::talk, "9:00", "10:00", "Part").parent = 0;
    builder.draft.sessions[1].rooms = {"A"};
    Operator operator_(builder);
    operator_.say("8:00", "move Block --to 13:00 --room B");
    CHECK(operator_.day("8:00") == "13:00-14:00 Part @B, 13:00-15:00 Block @B");
    operator_.say("8:01", "cancel Block");
    CHECK(operator_.day("8:01") == "x13:00-14:00 Part @B, x13:00-15:00 Block @B");
}

TEST_CASE("another title says what it was", "[command]") {
    Operator operator_(conference_day());
    operator_.say("9:00", "retitle 13:00 \"Something else\"");
    CHECK(operator_.session("Something else", "9:00").earlier->title == "Five");
    operator_.say("9:01", "cancel Five");  // by either title
    operator_.say("9:02", "cancel something");
    CHECK(operator_.session("Something else", "9:02").status == Status::cancelled);
}

TEST_CASE("sessions are named by id, start, title and how a title begins", "[command]") {
    for (std::string_view const name :
         {"2023-12-16-1020-three", "10:20", "2023-12-16T10:20", "2023-12-16T10:20:00Z", "THREE", "thr"}) {
        INFO(name);
        Operator operator_(conference_day());
        CHECK(operator_.say("9:00", fmt::format("cancel {}", name)).empty());
        CHECK(operator_.session("Three", "9:00").status == Status::cancelled);
    }
}

TEST_CASE("a start is meant as shown or as planned, and where that is two sessions neither", "[command]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:20", "One");
    builder.add(Kind::talk, "9:20", "9:40", "Two");
    builder.add(Kind::talk, "9:40", "10:00", "Three");
    Operator operator_(builder);
    operator_.say("9:05", "delay 20m");
    CHECK(operator_.say("9:06", "cancel 9:40") ==
          "error: \"9:40\" may be any of 2 sessions; say its id: "
          "09:40 \"Two\" (2023-12-16-0920-two), 10:00 \"Three\" (2023-12-16-0940-three) [command-target]\n");
    CHECK(operator_.say("9:07", "cancel 10:00").empty());
    CHECK(operator_.session("Three", "9:07").status == Status::cancelled);
}

TEST_CASE("what names no session, or several, changes nothing and lists whom it may mean", "[command][I8]") {
    Operator operator_(two_rooms());
    CHECK(operator_.say("9:00", "cancel 11:00") ==
          "error: \"11:00\" may be any of 2 sessions; name its room with --room, or say its id: 11:00 "
          "\"Left\" Hall A "
          "(2023-12-16-1100-left), 11:00 \"Right\" Hall B (2023-12-16-1100-right) [command-target]\n");
    CHECK(operator_.say("9:00", "cancel ag").find("\"ag\" may be any of 2 sessions; name its room with --room, or say its id: 13:00 \"Left again\"") !=
          std::string::npos);
    CHECK(operator_.say("9:00", "cancel ain").find("no session is named by \"ain\"; name its room") != std::string::npos);
    CHECK(operator_.say("9:00", "cancel Lunhc").find("say its start: 12:00 \"Lunch\" [") != std::string::npos);
    CHECK(operator_.say("9:00", "cancel 11:00 --room 'Hall C'") ==
          "error: there is no room \"Hall C\"; the rooms are: Hall A, Hall B [command-target]\n");
    CHECK(operator_.overrides.entries.empty());
    CHECK(operator_.say("9:00", "cancel 11:00 --room 'Hall B'").empty());
    CHECK(operator_.session("Right", "9:00").status == Status::cancelled);
}

TEST_CASE("where several sessions are on, the current one needs its room", "[command]") {
    auto const builder = two_rooms();
    Operator operator_(builder);
    CHECK(operator_.say("11:30", "extend 5m")
              .starts_with("error: 2 sessions are on; name its room with --room: "));
    CHECK(operator_.say("11:30", "extend 5m --room 'Hall B'").empty());
    CHECK(operator_.session("Right", "11:30").when.end == builder.at("12:05"));
    CHECK(operator_.session("Left", "11:30").when.end == builder.at("12:00"));
    CHECK(operator_.session("Lunch", "11:30").when == Span{builder.at("12:00"), builder.at("13:00")});
    CHECK(operator_.say("12:30", "extend 5m --room 'Hall B'") ==
          "error: what is on now is in every room; leave --room out [command-target]\n");
    CHECK(operator_.say("12:50", "next").empty());
    CHECK(operator_.session("Left again", "12:50").when.begin == builder.at("12:50"));
    CHECK(operator_.session("Right again", "12:50").when.begin == builder.at("12:50"));
    CHECK(operator_.session("Lunch", "12:50").when.end == builder.at("12:50"));
}

TEST_CASE("a session whose id changed is found by start and title, and no other ever", "[command][I8]") {
    auto builder = conference_day();
    for (auto& row : builder.draft.sessions) row.source_id = "old-" + row.title;
    Operator operator_(builder);
    operator_.say("9:00", "cancel Three");
    auto const after = [&](auto const& change) {
        auto changed = builder;
        change(changed.draft.sessions);
        auto const result = adjust(changed.build(), operator_.overrides, builder.at("9:05"));
        std::string text;
        if (result.schedule)
            for (auto const& session : result.schedule->sessions())
                if (session.status == Status::cancelled) text += session.title;
        for (auto const& problem : result.problems) text += to_line(problem);
        return text;
    };
    CHECK(after([](auto& rows) {
              for (auto& row : rows) row.source_id = "new-" + row.title;
          }) == "Three");
    CHECK(after([](auto& rows) { rows[3].title = "Three, again"; }) == "Three, again");
    std::string const gone =
        "kiosk: warning: command 1 (cancel Three) has no effect: the schedule has no session \"Three\" at "
        "2023-12-16T10:20 any more; take it back with: undo 1 [command-target]";
    CHECK(after([](auto& rows) { rows.erase(rows.begin() + 3); }) == gone);
    CHECK(after([](auto& rows) { rows[3].source_id = "x", rows[4].source_id = "old-Three"; }) == "Three");
    CHECK(after([](auto& rows) {
              rows[3].title = "Other", rows[3].source_id = "x", rows[4].source_id = "old-Three";
          }) == gone);
}

TEST_CASE("a session is named by whoever speaks there, or by words of its title, if that is one session", "[command]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", "Leveraging sparsity").people = {ScheduleBuilder::person("Atlas Wang")};
    builder.add(Kind::talk, "9:30", "10:00", "Wangs of the world");
    builder.add(Kind::talk, "10:00", "10:30", "Languages").people = {ScheduleBuilder::person("Chris Lattner")};
    builder.add(Kind::panel, "10:30", "11:00", "All together").people = {ScheduleBuilder::person("Chris Lattner"), ScheduleBuilder::person("Atlas Wang")};
    Operator operator_(builder);
    CHECK(operator_.say("8:00", "cancel wang").empty());  // a title that begins so comes first
    CHECK(operator_.session("Wangs of the world", "8:00").status == Status::cancelled);
    CHECK(operator_.say("8:00", "cancel sparsity").empty());
    CHECK(operator_.session("Leveraging sparsity", "8:00").status == Status::cancelled);
    CHECK(operator_.say("8:00", "cancel 'Chris Lattner'").starts_with("error: \"Chris Lattner\" may be any of 2 sessions; say its start: 10:00 \"Languages\", 10:30"));
    CHECK(operator_.say("8:00", "cancel lat").starts_with("error: no session is named by \"lat\""));
}

TEST_CASE("an emergency that never was cannot be lifted", "[command]") {
    Operator operator_(conference_day());
    CHECK(operator_.say("9:00", "lifted").starts_with("error: there was no emergency that could be lifted"));
    operator_.say("9:00", "emergency Fire --for 5m");
    CHECK(operator_.say("9:20", "lifted").empty());  // it is over on the screen, but people still wait outside
    CHECK(operator_.say("16:00", "lifted").starts_with("error: "));
}

TEST_CASE("a length of time is understood as people write it", "[command]") {
    for (auto const* length : {"10", "10m", "10M", "10min", "'10 minutes'", "600s", "0.5m9m30s"}) {
        Operator operator_(conference_day());
        CHECK(operator_.say("9:00", std::string("delay ") + length).empty());
        CHECK(operator_.session("Two", "9:00").when.begin == conference_day().at("9:40"));
    }
}
