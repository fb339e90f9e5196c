#include "import/completion.hpp"

#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

Settings settings(std::string text) {
    auto parsed = parse_settings({"event.toml", "[[schedule]]\nsource = \"a\"\n" + text});
    for (auto const& problem : parsed.problems) UNSCOPED_INFO(to_line(problem));
    REQUIRE(parsed.problems.empty());
    return *parsed.value;
}

ScheduleBuilder small_day() {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", "Compilers").people = {ScheduleBuilder::person("Bill Dally")};
    builder.draft.sessions[0].rooms = {"R 1"};
    builder.add(Kind::meal, "12:00", "13:00", "Lunch");
    return builder;
}

}  // namespace

TEST_CASE("a room has one name, however it is written", "[import]") {
    auto builder = small_day();
    CHECK(complete(builder.draft, settings("[[room]]\nname = \"Room One\"\naliases = [\"r1\", \"R. 1\"]\n")).empty());
    CHECK(builder.draft.sessions[0].rooms == std::vector<std::string>{"Room One"});
    CHECK(room_name("room one", settings("[[room]]\nname = \"Room One\"\n").rooms) == "Room One");
}

TEST_CASE("a person's second spelling, photo and affiliation come from the event file", "[import]") {
    auto builder = small_day();
    CHECK(complete(builder.draft, settings("[[speaker]]\nname = \"William Dally\"\nalso = [\"Bill Dally\"]\nphoto = \"dally.jpg\"\naffiliation = \"NVIDIA\"\n")).empty());
    auto const schedule = builder.build();
    REQUIRE(schedule.speakers().size() == 1);
    CHECK(schedule.speakers()[0].name == "William Dally");
    CHECK(schedule.speakers()[0].photo == "dally.jpg");
    CHECK(schedule.speakers()[0].affiliation == "NVIDIA");
}

TEST_CASE("a session is corrected by its title", "[import]") {
    auto builder = small_day();
    CHECK(complete(builder.draft, settings("[[session]]\nmatch = \"lunch\"\nstart = \"12:30\"\nend = \"13:30\"\ntitle = \"Lunch and Posters\"\nkind = \"poster\"\n")).empty());
    auto const schedule = builder.build();
    CHECK(schedule.sessions()[1].title == "Lunch and Posters");
    CHECK(schedule.sessions()[1].kind == Kind::poster);
    CHECK(schedule.sessions()[1].when == Span{builder.at("12:30"), builder.at("13:30")});
}

TEST_CASE("a session is left out, cancelled or added", "[import]") {
    auto builder = small_day();
    CHECK(complete(builder.draft, settings("[[session]]\nmatch = \"Lunch\"\nleave_out = true\n"
                                           "[[session]]\nmatch = \"Compilers\"\ncancelled = true\n"
                                           "[[session]]\ntitle = \"Panel\"\nstart = \"14:00\"\nend = \"15:00\"\nkind = \"panel\"\nspeakers = [\"Ada Lovelace\"]\n")).empty());
    CHECK(builder.draft.sessions[1].status == Status::hidden);
    CHECK(builder.draft.sessions[0].status == Status::cancelled);
    REQUIRE(builder.draft.sessions.size() == 3);
    CHECK(builder.draft.sessions[2].people[0].name == "Ada Lovelace");
    CHECK(builder.build().sessions().back().when.begin == builder.at("14:00"));
}

TEST_CASE("a correction that matches nothing is named with its line", "[import]") {
    auto builder = small_day();
    auto const problems = complete(builder.draft, settings("[[session]]\nmatch = \"Dinner\"\nleave_out = true\n"));
    REQUIRE(problems.size() == 1);
    CHECK(to_line(problems[0]) ==
          "event.toml:3: warning: no session is called \"Dinner\"; write its title or id as `kiosk import` prints it [correction-unmatched]");
}

TEST_CASE("a change that is announced keeps what was planned, and the length", "[import]") {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 1";
    builder.add(Kind::talk, "13:30", "13:50", "Talk");
    builder.add(Kind::talk, "14:00", "14:30", "Other").rooms = {"room 1"};
    CHECK(complete(builder.draft, settings("[[session]]\nmatch = \"Talk\"\nstart = \"13:40\"\nannounce = true\n"
                                           "[[session]]\nmatch = \"Other\"\nroom = \"Room 2\"\nannounce = true\n"))
              .empty());
    auto const schedule = builder.build();
    auto const& talk = schedule.sessions().at(0);
    CHECK(talk.when == Span{builder.at("13:40"), builder.at("14:00")});
    REQUIRE(talk.earlier);
    CHECK(talk.earlier->when == Span{builder.at("13:30"), builder.at("13:50")});
    CHECK(talk.earlier->room.empty());
    auto const& other = schedule.sessions().at(1);
    REQUIRE(other.earlier);
    CHECK(other.earlier->room == "room 1");
    CHECK_FALSE(other.earlier->when);
}

TEST_CASE("a correction that is not announced leaves no trace, and one that changes nothing is no news", "[import]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "13:30", "13:50", "Talk");
    builder.add(Kind::talk, "14:00", "14:30", "Other");
    complete(builder.draft, settings("[[session]]\nmatch = \"Talk\"\nstart = \"13:40\"\n"
                                     "[[session]]\nmatch = \"Other\"\nstart = \"14:00\"\nannounce = true\n"));
    auto const schedule = builder.build();
    for (auto const& session : schedule.sessions()) CHECK_FALSE(session.earlier);
}

TEST_CASE("who moves to another room ends as the plan of the old room said", "[import]") {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 1";
    builder.add(Kind::talk, "14:00", "", "Moves");
    builder.add(Kind::talk, "14:30", "15:00", "Stays");
    complete(builder.draft, settings("[[session]]\nmatch = \"Moves\"\nroom = \"Room 2\"\nannounce = true\n"));
    auto const schedule = builder.build();
    CHECK(schedule.sessions().at(0).when.end == builder.at("14:30"));
}
