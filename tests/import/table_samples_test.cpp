// Real tables and data files, where they are at hand. They belong to their events.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "import/import.hpp"
#include "schedule/schedule.hpp"
#include "support/catch.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

fs::path const samples = fs::path(KIOSK_SOURCE_DIR) / "../shared/samples";

bool has_samples() {
    if (fs::exists(samples / "yaml-data") && fs::exists(samples / "csv")) return true;
    WARN("no sample files beside the source: nothing checked");
    return false;
}

std::vector<Problem> problems;

ScheduleDraft read(std::vector<std::string> const& names, std::string const& day, std::string const& zone) {
    EventSettings event;
    event.date = parse_day(day);
    event.time_zone = zone;
    ScheduleDraft whole;
    problems.clear();
    for (std::string const& name : names) {
        std::ifstream file(samples / name, std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        auto part = import_schedule({name, text.str()}, "auto", event);
        append(problems, std::move(part.problems));
        REQUIRE(part.value);
        merge(whole, std::move(*part.value));
    }
    join_by_id(whole);
    return whole;
}

std::string when(std::optional<DraftTime> const& time) {
    return time ? to_iso(std::get<WallTime>(*time)).substr(0, 16) : "";
}

std::map<std::string, int> codes() {
    std::map<std::string, int> all;
    for (Problem const& problem : problems) ++all[problem.code];
    return all;
}

/// What the screen shows of a row: start, end, kind, title, people.
std::string row(DraftSession const& session) {
    std::string text = when(session.start) + "-" + when(session.end) + " " + std::string(to_word(session.kind)) + ": " + session.title;
    for (DraftPerson const& person : session.people) text += " | " + person.name + " @ " + person.affiliation;
    return text;
}

}  // namespace

TEST_CASE("a table of voctosched and its neighbour", "[import]") {
    if (!has_samples()) return;
    auto const draft = read({"csv/gpn11.csv", "csv/gpn11.ini"}, "", "Europe/Berlin");
    REQUIRE(draft.sessions.size() == 29);
    CHECK(draft.event.name == "Gulaschprogrammiernacht 11");
    CHECK(draft.event.first_day == parse_day("2011-06-23"));
    std::set<std::string> rooms, people;
    for (auto const& session : draft.sessions) {
        rooms.insert(session.rooms.begin(), session.rooms.end());
        for (auto const& person : session.people) people.insert(person.source_id);
        CHECK(session.start);
        CHECK(session.duration);
        CHECK_FALSE(session.title.empty());
        CHECK(session.links.size() == 1);
    }
    CHECK(rooms.size() == 2);
    CHECK(people.size() == 31);
    CHECK(when(draft.sessions[0].start) == "2011-06-23T19:00");
    CHECK(draft.sessions[0].duration == minutes{90});
    CHECK(when(draft.sessions[25].start) == "2011-06-26T00:00");
    CHECK(codes() == std::map<std::string, int>{{"after-midnight", 1}, {"markup-in-text", 1}});
    CHECK(Schedule::validate(draft, *Zone::named("Europe/Berlin").value).value->sessions().size() == 29);
}

TEST_CASE("a programme and its people as YAML agree with the page built from them", "[import]") {
    if (!has_samples()) return;
    std::string const day = "2023-12-15", zone = "America/Chicago";
    auto const data = read({"yaml-data/mathai2023-schedule.yml", "yaml-data/mathai2023-speakers.yml"}, day, zone);
    REQUIRE(data.sessions.size() == 16);
    CHECK(data.people.size() == 13);
    CHECK(codes().empty());
    for (auto const& session : data.sessions)
        for (auto const& person : session.people) {
            INFO(row(session));
            CHECK(person.name.find(' ') != std::string::npos);
        }
    auto const page = read({"html-other/mathai-neurips2023-schedule-built.html"}, day, zone);
    REQUIRE(page.sessions.size() == 16);
    for (std::size_t i = 0; i < 16; ++i) CHECK(row(data.sessions[i]) == row(page.sessions[i]));
}

TEST_CASE("a list of slots and its talks by first name", "[import]") {
    if (!has_samples()) return;
    auto const draft = read({"yaml-data/bsidesoslo2024-program.yml", "yaml-data/bsidesoslo2024-talks.yml"}, "2024-05-30", "Europe/Oslo");
    REQUIRE(draft.sessions.size() == 19);
    int talks = 0;
    for (auto const& session : draft.sessions) {
        CHECK(session.start);
        CHECK_FALSE(session.title.empty());
        if (session.people.empty()) continue;
        ++talks;
        CHECK(session.people.size() == 1);
        CHECK_FALSE(session.abstract.empty());
        CHECK_FALSE(session.people[0].biography.empty());
    }
    CHECK(talks == 9);
    CHECK(draft.sessions[2].kind == Kind::keynote);
    CHECK(draft.sessions[2].title.starts_with("Exploring"));
    CHECK(when(draft.sessions[14].start) == "2024-05-30T16:20");
    CHECK(when(draft.sessions[18].start) == "2024-05-30T22:00");
    CHECK(codes() == std::map<std::string, int>{{"markup-in-text", 1}, {"start-missing", 5}});
}
