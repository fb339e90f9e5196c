// What nobody can have meant is cut, or left out, and said with its place; the rest is shown.
#include "schedule/text_limits.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

std::string lines_of(std::vector<Problem> const& problems) {
    std::string lines;
    for (auto const& problem : problems) lines += to_line(problem) + "\n";
    return lines;
}

std::string letters(std::string_view letter, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += letter;
    return text;
}

}  // namespace

TEST_CASE("a text of a million characters is cut, with an ellipsis and the line that it stands on", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", letters("\u00E9", 1'000'000)).people = {ScheduleBuilder::person(letters("Ada ", 1000))};
    builder.add(Kind::talk, "9:30", "10:00", letters("\u00E9", most_title_characters)).rooms = {letters("x", 101)};
    auto const outcome = builder.validated();
    auto const& sessions = outcome.value->sessions();
    CHECK(sessions[0].title == letters("\u00E9", most_title_characters - 1) + "\u2026");
    CHECK(decode_utf8(outcome.value->speakers()[0].name).size() <= most_name_characters);
    CHECK(sessions[1].title == letters("\u00E9", most_title_characters));
    CHECK(outcome.value->rooms()[0].name == letters("x", 99) + "\u2026");
    CHECK(lines_of(outcome.problems) ==
          "schedule.html:1: warning: a title of 1000000 characters: cut to 200; shorten it [too-large]\n"
          "kiosk: warning: a name of 4000 characters: cut to 100; shorten it [too-large]\n"
          "schedule.html:2: warning: a room's name of 101 characters: cut to 100; shorten it [too-large]\n");
}

TEST_CASE("a cut leaves no joiner that joins to nothing", "[schedule]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", letters("a", most_title_characters - 2) + "\u200D" + letters("b", 9));
    CHECK(builder.build().sessions()[0].title == letters("a", most_title_characters - 2) + "\u2026");
}

TEST_CASE("of thousands of long texts a hundred are told", "[schedule]") {
    ScheduleBuilder builder;
    for (int i = 0; i < 300; ++i) builder.add(Kind::talk, "9:00", "9:30", letters("a", 300));
    CHECK(cut_long_texts(builder.draft).size() == 100);
    for (auto const& row : builder.draft.sessions) CHECK(decode_utf8(row.title).size() == most_title_characters);
}

TEST_CASE("addresses hold no controls", "[schedule]") {
    ScheduleBuilder builder;
    builder.draft.event.url = std::string("ht\0tp://example.org/", 20);
    builder.add(Kind::talk, "9:00", "9:30", "A").url = "https://example.org/\x1B[2Ja\u202E";
    auto const schedule = builder.build();
    CHECK(schedule.event().url == "http://example.org/");
    CHECK(schedule.sessions()[0].url == "https://example.org/[2Ja");
}

TEST_CASE("what a reader forgot to clean turns no line on the screen", "[schedule]") {
    ScheduleBuilder builder;
    auto& row = builder.add(Kind::talk, "9:00", "9:30", "Pa\u202Eper");
    row.subtitle = "in\u2066 half", row.label = "Spe\u202Ecial", row.track = "Fol\u202Eding", row.language = "e\u202En", row.rooms = {"Hall\u2066 1"};
    row.people = {ScheduleBuilder::person("Ada\u202E Fold")};
    row.people[0].role = "Ho\u202Est", row.people[0].affiliation = "Pa\u2066per Works";
    auto const schedule = builder.build();
    auto const& session = schedule.sessions()[0];
    CHECK(session.title == "Paper");
    CHECK(session.subtitle == "in half");
    CHECK(session.label == "Special");
    CHECK(session.track == "Folding");
    CHECK(session.language == "en");
    CHECK(session.roles == std::vector<std::string>{"Host"});
    CHECK(schedule.rooms()[0].name == "Hall 1");
    CHECK(schedule.speakers()[0].name == "Ada Fold");
    CHECK(schedule.speakers()[0].affiliation == "Paper Works");
}

TEST_CASE("a session in a year without events is left out and named", "[schedule]") {
    ScheduleBuilder builder;
    for (auto const* day : {"1969-12-31", "2200-01-01", "9999-12-31"}) builder.add(Kind::talk, "9:00", "", "Far").start = WallTime{*parse_day(day)} + hours{9};
    builder.add(Kind::talk, "9:00", "9:30", "Here");
    auto const outcome = builder.validated();
    REQUIRE(outcome.value->sessions().size() == 1);
    CHECK(lines_of(outcome.problems) ==
          "schedule.html:1: error: \"Far\" is in a year that no event is in: not shown; correct its date [date-impossible]\n"
          "schedule.html:2: error: \"Far\" is in a year that no event is in: not shown; correct its date [date-impossible]\n"
          "schedule.html:3: error: \"Far\" is in a year that no event is in: not shown; correct its date [date-impossible]\n");
}

TEST_CASE("a length of a thousand years is none, nor is one below nothing", "[schedule]") {
    for (auto const length : {milliseconds{hours{10'000'000}}, milliseconds::max(), milliseconds::min(), milliseconds{-hours{1}}}) {
        ScheduleBuilder builder;
        builder.add(Kind::talk, "9:00", "", "Long").duration = length;
        builder.add(Kind::talk, "9:30", "10:00", "Next");
        auto const outcome = builder.validated();
        CHECK(outcome.value->sessions()[0].when == Span{builder.at("9:00"), builder.at("9:30")});
        CHECK(outcome.problems.front().code == (length < milliseconds{0} ? "end-before-start" : "very-long"));
    }
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "Endless", 0).end = ScheduleBuilder::wall("9:00", 400);
    CHECK(builder.validated().problems.front().code == "very-long");
}
