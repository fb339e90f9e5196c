// How a delay goes through a day.
#include "command/operator.hpp"

using namespace kiosk;

TEST_CASE("a short delay is taken up by the next break", "[command]") {
    Operator operator_(conference_day());
    CHECK(operator_.say("9:40", "delay 10m").empty());
    CHECK(operator_.day("9:40") ==
          "09:00-09:30 One, 09:30-10:10 Two, 10:10-10:20 Break, 10:20-11:00 Three, 11:00-12:00 Four, "
          "12:00-13:00 Lunch, "
          "13:00-14:00 Five");
    auto const notes = operator_.adjusted("9:40").delays;
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].rooms.empty());
    CHECK(notes[0].late == minutes{10});
    CHECK(notes[0].running == operator_.session("Two", "9:40").id);
    CHECK(notes[0].absorbed_by == operator_.session("Break", "9:40").id);
    CHECK(notes[0].on_time_from == conference_day().at("10:20"));
    CHECK(notes[0].shown == Span{conference_day().at("9:40"), conference_day().at("10:20")});
}

TEST_CASE("a break of 20 minutes takes up 15, and lunch the rest", "[command]") {
    Operator operator_(conference_day());
    operator_.say("9:40", "delay 25m");
    CHECK(operator_.day("9:40") ==
          "09:00-09:30 One, 09:30-10:25 Two, 10:25-10:30 Break, 10:30-11:10 Three, 11:10-12:10 Four, "
          "12:10-13:00 Lunch, "
          "13:00-14:00 Five");
    auto const note = operator_.adjusted("9:40").delays.at(0);
    CHECK(note.absorbed_by == operator_.session("Lunch", "9:40").id);
    CHECK(note.on_time_from == conference_day().at("13:00"));
}

TEST_CASE("what no pause takes up lasts until the day's end", "[command]") {
    Operator operator_(conference_day());
    operator_.say("11:30", "delay 45m");
    CHECK(operator_.day("11:30") ==
          "09:00-09:30 One, 09:30-10:00 Two, 10:00-10:20 Break, 10:20-11:00 Three, 11:00-12:45 Four, "
          "12:45-13:15 Lunch, "
          "13:15-14:15 Five");
    auto const note = operator_.adjusted("11:30").delays.at(0);
    CHECK_FALSE(note.absorbed_by);
    CHECK_FALSE(note.on_time_from);
    CHECK(note.shown.end == conference_day().at("14:15"));
    operator_.say("13:30", "delay 1h");
    CHECK(operator_.session("Five", "13:30").when.end == conference_day().at("15:00"));
}

TEST_CASE("a pause is never longer than it was, and a short one stays as long as it is", "[command]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "One");
    builder.add(Kind::break_, "10:00", "10:03", "Stretch");
    builder.add(Kind::meal, "10:03", "10:20", "Snack");
    builder.add(Kind::talk, "10:20", "11:00", "Two");
    Operator operator_(builder);
    operator_.say("9:10", "delay 5m");
    CHECK(operator_.day("9:10") ==
          "09:00-10:05 One, 10:05-10:08 Stretch, 10:08-10:25 Snack, 10:25-11:05 Two");
}

TEST_CASE("a running pause ends later, and a hole takes up a delay like a pause", "[command]") {
    ScheduleBuilder builder;
    builder.add(Kind::break_, "9:00", "9:30", "Break");
    builder.add(Kind::talk, "9:30", "10:00", "One");
    builder.add(Kind::talk, "10:03", "11:00", "Two");
    builder.add(Kind::talk, "11:10", "12:00", "Three");
    builder.add(Kind::talk, "13:00", "14:00", "Four");
    Operator operator_(builder);
    operator_.say("9:10", "delay 20m");
    CHECK(operator_.day("9:10") ==
          "09:00-09:50 Break, 09:50-10:20 One, 10:23-11:20 Two, 11:25-12:15 Three, 13:00-14:00 Four");
    auto const note = operator_.adjusted("9:10").delays.at(0);
    CHECK_FALSE(note.absorbed_by);
    CHECK(note.on_time_from == builder.at("13:00"));
}

TEST_CASE("each session that moves says what was planned, and since when that is known", "[command]") {
    auto const builder = conference_day();
    Operator operator_(builder);
    operator_.say("9:40", "delay 25m");
    auto const three = operator_.session("Three", "9:45");
    REQUIRE(three.earlier);
    CHECK(three.earlier->when == Span{builder.at("10:20"), builder.at("11:00")});
    CHECK(three.earlier->known_since == builder.at("9:40"));
    CHECK_FALSE(operator_.session("One", "9:45").earlier);
    CHECK_FALSE(operator_.session("Five", "9:45").earlier);
}

TEST_CASE("a delay states the whole lateness, so the later one counts", "[command]") {
    auto const builder = conference_day();
    Operator operator_(builder);
    operator_.say("11:10", "delay 10m");
    operator_.say("11:50", "delay 20m");
    CHECK(operator_.session("Four", "11:55").when.end == builder.at("12:20"));
    CHECK(operator_.session("Lunch", "11:55").when == Span{builder.at("12:20"), builder.at("13:00")});
    CHECK(operator_.adjusted("11:55").delays.size() == 1);
    CHECK(operator_.session("Four", "11:20").when.end == builder.at("12:10"));

    operator_.say("12:05", "delay 0m");
    CHECK(operator_.session("Four", "12:05").when == Span{builder.at("11:00"), builder.at("12:05")});
    CHECK(operator_.session("Lunch", "12:05").when == Span{builder.at("12:05"), builder.at("13:00")});
    CHECK(operator_.adjusted("12:05").delays.empty());
}

TEST_CASE("who is early waits in the next pause", "[command]") {
    Operator operator_(conference_day());
    operator_.say("9:40", "delay -5m");
    CHECK(operator_.day("9:40").starts_with(
        "09:00-09:30 One, 09:30-09:55 Two, 09:55-10:20 Break, 10:20-11:00 Three"));
    CHECK(operator_.adjusted("9:40").delays.at(0).late == minutes{-5});
    operator_.say("9:58", "delay -1h");  // the break ends at once, and nothing has begun before
    CHECK(operator_.session("Break", "9:58").when.end == conference_day().at("9:58"));
    CHECK(operator_.session("Three", "9:58").when.begin == conference_day().at("9:58"));
}

TEST_CASE("a delay may be said before it holds, and leaves other days alone", "[command]") {
    auto builder = conference_day();
    builder.add(Kind::talk, "9:00", "10:00", "Tomorrow", 1);
    Operator operator_(builder);
    operator_.say("8:00", "delay 10m --from 13:00");
    CHECK(operator_.session("Four", "8:00").when.begin == builder.at("11:00"));
    CHECK(operator_.session("Five", "8:00").when == Span{builder.at("13:00"), builder.at("14:10")});
    operator_.say("20:00", "delay 30m --from 2023-12-17T08:00");
    CHECK(operator_.session("Tomorrow", "20:00").when.begin == builder.at("9:30", 1));
    CHECK(operator_.session("Tomorrow", "20:00").earlier->known_since == builder.at("20:00"));
}

TEST_CASE("a delay of one room leaves the others alone, and lunch for all takes it up", "[command]") {
    Operator operator_(two_rooms());
    operator_.say("11:30", "delay 20m --room 'hall a'");
    CHECK(operator_.day("11:30") ==
          "11:00-12:00 Right @Hall B, 11:00-12:20 Left @Hall A, 12:00-13:00 Lunch, 13:00-14:00 Left again "
          "@Hall A, "
          "13:00-14:00 Right again @Hall B");
    auto const notes = operator_.adjusted("11:30").delays;
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].rooms == std::vector{room_id_of("Hall A")});
    CHECK(notes[0].absorbed_by == operator_.session("Lunch", "11:30").id);
}

TEST_CASE("a delay of all rooms shortens lunch for all", "[command]") {
    Operator operator_(two_rooms());
    operator_.say("11:30", "delay 20m");
    CHECK(operator_.session("Lunch", "11:30").when == Span{two_rooms().at("12:20"), two_rooms().at("13:00")});
    CHECK(operator_.adjusted("11:30").delays.size() == 2);  // another session runs in each room
    operator_.say("11:40", "delay 0m --room 'Hall B'");
    CHECK(operator_.adjusted("11:40").delays.size() == 1);
    CHECK(operator_.session("Right", "11:40").when.end == two_rooms().at("12:00"));
}

TEST_CASE("who is late in one room waits for a lunch that is late for all", "[command]") {
    Operator operator_(two_rooms());
    operator_.say("11:30", "delay 45m");
    operator_.say("11:40", "delay 10m --room 'Hall B'");
    CHECK(operator_.day("11:40") ==
          "11:00-12:10 Right @Hall B, 11:00-12:45 Left @Hall A, 12:45-13:15 Lunch, 13:15-14:15 Left again "
          "@Hall A, "
          "13:15-14:15 Right again @Hall B");
}

TEST_CASE("a delay of a day that is over is said to be one", "[command]") {
    Operator operator_(conference_day());
    CHECK(operator_.say("14:00", "delay 10m") ==
          "warning: nothing is left of that day to be late; see the time with: status [command-target]\n");
}

TEST_CASE("what is on beside the programme, like a registration desk, does not move", "[command]") {
    auto builder = conference_day();
    builder.add(Kind::service, "8:00", "18:00", "Registration");
    Operator operator_(builder);
    operator_.say("8:30", "delay 40m --from 8:59");
    CHECK(operator_.session("Registration", "8:59").when.begin == builder.at("8:00"));
    CHECK(operator_.session("Registration", "8:59").when.end == builder.at("18:00"));
    CHECK(operator_.session("Two", "8:59").when.begin == builder.at("10:10"));
    CHECK(operator_.session("Three", "8:59").when.begin ==
          builder.at("10:45"));  // the break has done its part
}

TEST_CASE("a block ends as late as its last part", "[command]") {
    ScheduleBuilder builder;
    builder.add(Kind::workshop, "9:00", "12:00", "Block");
    builder.add(Kind::talk, "9:00", "10:00", "First").parent = 0;
    builder.add(Kind::break_, "10:00", "10:20", "Break").parent = 0;
    builder.add(Kind::talk, "10:20", "12:00", "Last").parent = 0;
    Operator operator_(builder);
    operator_.say("9:30", "delay 10m");
    CHECK(operator_.session("Block", "9:30").when == Span{builder.at("9:00"), builder.at("12:00")});
    operator_.say("9:40", "delay 30m");
    CHECK(operator_.session("Block", "9:40").when == Span{builder.at("9:00"), builder.at("12:15")});
    CHECK(operator_.session("Last", "9:40").when == Span{builder.at("10:35"), builder.at("12:15")});
}

TEST_CASE("a room that is empty for long is not late because others are", "[command]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "Left").rooms = {"Hall A"};
    builder.add(Kind::talk, "10:00", "11:00", "Left again").rooms = {"Hall A"};
    builder.add(Kind::talk, "10:00", "11:00", "Right").rooms = {"Hall B"};
    builder.add(Kind::talk, "13:30", "14:15", "Far away").rooms = {"Hall C"};
    Operator running(builder);
    running.say("9:10", "delay 10m");
    CHECK(running.day("9:10") == "09:00-10:10 Left @Hall A, 10:10-11:10 Left again @Hall A, 10:10-11:10 Right @Hall B, 13:30-14:15 Far away @Hall C");
    Operator early(builder);
    early.say("8:00", "delay 10m");  // nothing is on: it begins late
    CHECK(early.day("8:00") == "09:10-10:10 Left @Hall A, 10:10-11:10 Left again @Hall A, 10:10-11:10 Right @Hall B, 13:40-14:25 Far away @Hall C");
}
