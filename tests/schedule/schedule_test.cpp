#include "schedule/schedule.hpp"

#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {
std::vector<std::string> codes(std::vector<Problem> const& problems) {
    std::vector<std::string> found;
    for (auto const& problem : problems) found.push_back(problem.code);
    return found;
}
}  // namespace

TEST_CASE("a row without an end lasts until the next one, the last until the event closes", "[schedule]") {
    ScheduleBuilder builder;
    builder.draft.event.closes = hours{17};
    builder.add(Kind::talk, "9:00", "", "One");
    builder.add(Kind::talk, "9:30", "", "Two");
    auto const outcome = builder.validated();
    auto const& sessions = outcome.value->sessions();
    CHECK(sessions[0].when == Span{builder.at("9:00"), builder.at("9:30")});
    CHECK(sessions[0].end_source == EndSource::next_start);
    CHECK(sessions[1].when.end == builder.at("17:00"));
    CHECK(sessions[1].end_source == EndSource::event_end);
    CHECK(codes(outcome.problems) == std::vector<std::string>{"end-inferred"});
}

TEST_CASE("without anything to go by the last row is given an hour, and that is said", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "", "Only");
    auto const outcome = builder.validated();
    CHECK(outcome.value->sessions()[0].when.length() == hours{1});
    CHECK(codes(outcome.problems) == std::vector<std::string>{"end-guessed"});
}

TEST_CASE("the next day's first session does not end today's last", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "16:00", "", "Last today");
    builder.add(Kind::talk, "9:00", "10:00", "First tomorrow", 1);
    CHECK(builder.build().sessions()[0].when.length() == hours{1});
}

TEST_CASE("another room's session does not end this room's", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "", "Here").rooms = {"A"};
    builder.add(Kind::talk, "9:20", "10:00", "There").rooms = {"B"};
    builder.add(Kind::talk, "9:40", "10:00", "Here again").rooms = {"a"};
    auto const schedule = builder.build();
    CHECK(schedule.sessions()[0].when.end == builder.at("9:40"));
}

TEST_CASE("a room whose name has neither letters nor digits is a room like others", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "", "Here").rooms = {"???"};
    builder.add(Kind::talk, "9:30", "10:00", "Elsewhere").rooms = {"Hall"};
    builder.add(Kind::talk, "10:00", "11:00", "Next here").rooms = {"!"};
    CHECK(builder.build().sessions()[0].when.end == builder.at("10:00"));
}

TEST_CASE("parts do not end their block, and the last part ends with it", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::workshop, "9:00", "10:00", "Block");
    builder.add(Kind::talk, "9:00", "", "Part one").parent = 0;
    builder.add(Kind::talk, "9:30", "", "Part two").parent = 0;
    auto const schedule = builder.build();
    for (auto const& session : schedule.sessions()) {
        if (session.title == "Block") CHECK(session.when.length() == hours{1});
        else CHECK(session.when.length() == minutes{30});
    }
}

TEST_CASE("an end before the start is an error, and the row stays", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "8:00", "Wrong");
    auto const outcome = builder.validated();
    CHECK(outcome.value->sessions().size() == 1);
    CHECK(outcome.problems.front().code == "end-before-start");
    CHECK(outcome.problems.front().where.line == 1);
}

TEST_CASE("a row without a start is reported, and costs no other row", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "Good");
    builder.add(Kind::talk, "9:00", "10:00", "Unscheduled").start.reset();
    auto const outcome = builder.validated();
    CHECK(outcome.value->sessions().size() == 1);
    CHECK(codes(outcome.problems) == std::vector<std::string>{"start-missing"});
}

TEST_CASE("a speaker's row and block join by name, the row's words winning", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::keynote, "9:00", "10:00", "Keynote").people = {ScheduleBuilder::person("H.T. Kung", "Harvard")};
    builder.draft.people = {ScheduleBuilder::person("H. T. Kung", "Harvard University", "He teaches.")};
    auto const schedule = builder.build();
    REQUIRE(schedule.speakers().size() == 1);
    auto const& speaker = schedule.speaker(schedule.sessions()[0].speakers[0]);
    CHECK(speaker.name == "H.T. Kung");
    CHECK(speaker.affiliation == "Harvard");
    CHECK(speaker.biography == "He teaches.");
}

TEST_CASE("sessions of no room are in every room, and rooms match however they are written", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::break_, "9:00", "9:30", "Break for all");
    builder.add(Kind::talk, "9:30", "10:00", "Here").rooms = {"Room 211-213"};
    builder.add(Kind::talk, "9:30", "10:00", "There").rooms = {"Room 5"};
    auto const schedule = builder.build();
    CHECK(schedule.in_rooms({"room 211 – 213"}).size() == 2);
    CHECK(schedule.in_rooms({}).size() == 3);
}

TEST_CASE("equal rows keep distinct ids", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "Same");
    builder.add(Kind::talk, "9:00", "10:00", "Same");
    auto const schedule = builder.build();
    CHECK(schedule.sessions()[0].id.value == "2023-12-16-0900-same");
    CHECK(schedule.sessions()[1].id.value == "2023-12-16-0900-same-2");
}

TEST_CASE("a time that the clocks skip is moved on, and that is said", "[schedule]") {
    ScheduleBuilder builder("Europe/Berlin");
    auto& row = builder.add(Kind::talk, "9:00", "10:00", "Night watch");
    row.start = WallTime{*parse_day("2026-03-29")} + hours{2} + minutes{30};
    row.end = WallTime{*parse_day("2026-03-29")} + hours{4};
    auto const outcome = builder.validated();
    CHECK(codes(outcome.problems) == std::vector<std::string>{"clock-change"});
    CHECK(outcome.value->zone().to_iso_with_offset(outcome.value->sessions()[0].when.begin) == "2026-03-29T03:30:00+02:00");
}

TEST_CASE("a changed copy is sorted anew, and knows the rooms that were added", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "First").rooms = {"Room 5"};
    builder.add(Kind::talk, "10:00", "11:00", "Second").rooms = {"Room 5"};
    builder.draft.sessions[1].people = {ScheduleBuilder::person("Ada Example")};
    auto const schedule = builder.build();
    auto sessions = schedule.sessions();
    sessions[0].when = {builder.at("12:00"), builder.at("13:00")};
    sessions[0].rooms = {room_id_of("Annex")};
    auto const changed = schedule.with_sessions(sessions, {{room_id_of("Annex"), "Annex"}, {room_id_of("room 5"), "room 5"}});
    CHECK(changed.sessions()[0].title == "Second");
    CHECK(changed.sessions()[1].title == "First");
    CHECK(changed.room(room_id_of("ANNEX")).name == "Annex");
    CHECK(changed.room(room_id_of("Room 5")).name == "Room 5");
    CHECK(changed.rooms().size() == 2);
    CHECK(changed.speaker(changed.sessions()[0].speakers[0]).name == "Ada Example");
    CHECK(schedule.sessions()[0].title == "First");
}
