// Reads real calendars where they are at hand. They belong to their events, so they are not in here.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "import/import.hpp"
#include "support/catch.hpp"
#include "time/zone.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

struct Figures {
    std::size_t events, rooms, without_room, people;
    std::string first, last;  ///< starts, at the venue
    friend bool operator==(Figures const&, Figures const&) = default;
    friend std::ostream& operator<<(std::ostream& out, Figures const& f) {
        return out << f.events << " events, " << f.rooms << " rooms + " << f.without_room << " without, " << f.people << " people, "
                   << f.first << " .. " << f.last;
    }
};

Figures figures_of(ScheduleDraft const& draft, Zone const& zone) {
    std::set<std::string> rooms, people;
    std::size_t without_room = 0;
    std::vector<std::string> starts;
    auto const text = [&](DraftTime const& time) {
        auto const* instant = std::get_if<Instant>(&time);
        return to_iso(instant ? zone.to_wall(*instant) : std::get<WallTime>(time)).substr(0, 16);
    };
    for (auto const& row : draft.sessions) {
        rooms.insert(row.rooms.begin(), row.rooms.end());
        if (row.rooms.empty()) ++without_room;
        for (auto const& person : row.people) people.insert(person.name);
        if (row.start) starts.push_back(text(*row.start));
    }
    if (starts.empty()) return {};
    return {draft.sessions.size(), rooms.size(), without_room, people.size(), *std::min_element(starts.begin(), starts.end()),
            *std::max_element(starts.begin(), starts.end())};
}

fs::path const samples = fs::path(KIOSK_SOURCE_DIR) / "../shared/samples/ics";

bool has_samples() {
    if (fs::exists(samples)) return true;
    WARN("no sample calendars beside the source: nothing checked");
    return false;
}

Outcome<ScheduleDraft> read(std::string const& name) {
    std::ifstream file(samples / name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return import_schedule({name, text.str()}, "auto", {});
}

Figures figures(std::string const& name, std::string const& zone) {
    auto const outcome = read(name);
    REQUIRE(outcome.value);
    return figures_of(*outcome.value, *Zone::named(zone).value);
}

std::set<std::string> codes(std::string const& name) {
    std::set<std::string> all;
    for (auto const& problem : read(name).problems) all.insert(problem.code);
    return all;
}

}  // namespace

TEST_CASE("real calendars give the figures that were counted by hand", "[import]") {
    if (!has_samples()) return;
    CHECK(figures("kielux_2020.ics", "Europe/Berlin") == Figures{24, 4, 0, 20, "2020-09-18T11:00", "2020-09-19T17:00"});
    CHECK(figures("jres_2022.ics", "Europe/Paris") == Figures{120, 14, 0, 0, "2022-05-17T11:00", "2022-05-20T12:40"});
    auto const australia = figures("linux_conf_au_2020.ics", "Australia/Brisbane");
    CHECK(australia.events == 262);
    CHECK(australia.rooms == 6);
    CHECK(australia.without_room == 17);
    CHECK(australia.first == "2020-01-12T15:00");
    CHECK(australia.last == "2020-01-17T16:40");
    CHECK(figures("sched-jococruise2019.ics", "UTC") == Figures{395, 35, 1, 0, "2020-01-09T12:00", "2020-01-16T03:00"});
    CHECK(figures("bristol-dataweek2026.ics", "Europe/London") == Figures{9, 0, 9, 0, "2026-06-01T09:30", "2026-06-05T14:00"});
}

TEST_CASE("what is odd in real calendars is reported", "[import]") {
    if (!has_samples()) return;
    auto const jres = codes("jres_2022.ics");
    for (auto const* code : {"text-damaged", "zone-definition-missing", "room-spelling-varies", "zero-length"}) CHECK(jres.contains(code));
    auto const australia = codes("linux_conf_au_2020.ics");
    for (auto const* code : {"several-rooms", "room-missing", "placeholder"}) CHECK(australia.contains(code));
    CHECK(codes("sched-jococruise2019.ics").contains("event-year-mismatch"));
    CHECK(codes("bristol-dataweek2026.ics").contains("room-not-a-room"));
}
