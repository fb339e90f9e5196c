// Sources made to hurt: what is too much is left out, and said once.
#include "base/limits.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "import/import.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

Outcome<ScheduleDraft> read(std::string text, std::string_view format) {
    return import_schedule({"feed", std::move(text)}, format, {});
}

std::string repeated(std::string_view unit, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += unit;
    return text;
}

/// An @ in `unit` is the number.
std::string counted(std::string_view unit, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        for (char const c : unit) text += c == '@' ? std::to_string(i) : std::string(1, c);
    return text;
}

auto count_of(Outcome<ScheduleDraft> const& outcome, std::string_view code) {
    return std::count_if(outcome.problems.begin(), outcome.problems.end(), [&](Problem const& p) { return p.code == code; });
}

std::string calendar(std::string_view events) {
    return fmt::format("BEGIN:VCALENDAR\nX-WR-TIMEZONE:UTC\n{}END:VCALENDAR\n", events);
}

}  // namespace

TEST_CASE("of too many sessions the first are read", "[import]") {
    auto const xml = read(fmt::format("<schedule><conference/><day date=\"2030-05-01\"><room name=\"A\">{}</room></day></schedule>",
                                      counted("<event><title>@</title><start>09:00</start></event>", most_sessions + 2)),
                          "frab-xml");
    REQUIRE(xml.value);
    CHECK(xml.value->sessions.size() == most_sessions);
    CHECK(count_of(xml, "too-large") == 1);
    auto const ics = read(calendar(counted("BEGIN:VEVENT\nSUMMARY:@\nDTSTART:20300501T090000Z\nEND:VEVENT\n", most_sessions + 2)), "ics");
    REQUIRE(ics.value);
    CHECK(ics.value->sessions.size() == most_sessions);
    CHECK(count_of(ics, "too-large") == 1);
}

TEST_CASE("of too many people of a session the first are read", "[import]") {
    auto const people = counted("<person>Ada Number@</person>", most_people_of_a_session + 1);
    auto const xml = read(fmt::format("<schedule><conference/><day date=\"2030-05-01\"><event><title>A</title><start>09:00</start>"
                                      "<persons>{}</persons></event></day></schedule>", people), "frab-xml");
    REQUIRE(xml.value);
    CHECK(xml.value->sessions[0].people.size() == most_people_of_a_session);
    CHECK(count_of(xml, "too-large") == 1);
    auto const attendees = counted("ATTENDEE;CN=Ada Number@:x\n", most_people_of_a_session + 1);
    auto const ics = read(calendar("BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20300501T090000Z\n" + attendees + "END:VEVENT\n"), "ics");
    REQUIRE(ics.value);
    CHECK(ics.value->sessions[0].people.size() == most_people_of_a_session);
    CHECK(count_of(ics, "too-large") == 1);
}

TEST_CASE("what would not fit into memory is not read", "[import]") {
    auto const xml = read("<schedule><conference/><day>" + repeated("<x>", most_parts + 1), "frab-xml");
    CHECK_FALSE(xml.value);
    CHECK(count_of(xml, "too-large") == 1);
    auto const json = read("{\"schedule\":{\"conference\":{\"days\":[" + repeated("0,", most_parts + 1) + "0]}}}", "frab-json");
    CHECK_FALSE(json.value);
    CHECK(count_of(json, "too-large") == 1);
}

TEST_CASE("a series does not multiply a long text without end", "[import]") {
    auto const outcome = read(calendar("BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20300501T090000Z\nRRULE:FREQ=DAILY;COUNT=1000\nDESCRIPTION:" +
                                       repeated("fold ", 40'000) + "\nEND:VEVENT\n"), "ics");
    REQUIRE(outcome.value);
    CHECK(outcome.value->sessions.size() > 100);
    CHECK(outcome.value->sessions.size() < 200);
    CHECK(count_of(outcome, "recurrence-limited") == 1);
}

TEST_CASE("many rules that never hold are given up, each with its first event", "[import]") {
    auto const outcome = read(calendar(counted("BEGIN:VEVENT\nUID:@\nSUMMARY:A @\nDTSTART:20300501T090000Z\n"
                                               "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n", 300)), "ics");
    REQUIRE(outcome.value);
    CHECK(outcome.value->sessions.size() == 300);
    CHECK(count_of(outcome, "recurrence-limited") == 300);
}
