// Every real schedule that lies beside the source, read as its user would read it, held against the
// figures that were counted in the file. They belong to their events, so they are not in here.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "io/event_loader.hpp"
#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

fs::path const samples = fs::path(KIOSK_SOURCE_DIR) / "../shared/samples";

struct Expected {
    std::vector<std::string> files;  ///< read together
    std::size_t sessions, rooms, speakers;
    std::string first, last;  ///< starts on the venue's clocks
    std::string zone, date;   ///< what only an organiser knows; empty: the files say it
};

std::string const early = "html-mlforsystems/neurips2023-";

std::string const open_event = "open-event/opentechsummit2018/";

/// Counts as they stand in the files. People are those that have a session, by name.
std::vector<Expected> const all_expected{
    {{early + "1-seed-20231210.md", "html-mlforsystems/neurips2023-config.yml"}, 19, 1, 3, "2023-12-16T09:00", "2023-12-16T16:50", "", ""},
    {{early + "2-20231210.md"}, 19, 1, 3, "2023-12-16T09:00", "2023-12-16T16:50", "", ""},
    {{early + "3-20231216T0641Z.md"}, 19, 1, 3, "2023-12-16T09:00", "2023-12-16T16:50", "", ""},
    {{early + "4-20231216T1516Z.md"}, 18, 1, 3, "2023-12-16T09:00", "2023-12-16T16:50", "", ""},
    {{"html-mlforsystems/neurips2018-schedule.md"}, 18, 1, 9, "2018-12-08T09:00", "2018-12-08T17:50", "America/Montreal", ""},
    {{"html-mlforsystems/isca2019-schedule.md"}, 20, 2, 14, "2019-06-23T09:00", "2019-06-23T17:15", "America/Phoenix", ""},
    {{"html-other/crl-neurips2023-schedule-format.md", "html-other/crl-neurips2023-index.md"}, 18, 0, 6, "2023-12-15T08:15", "2023-12-15T17:20", "", ""},
    {{"html-other/trl-neurips2024-index.html"}, 24, 1, 55, "2024-12-14T08:30", "2024-12-14T16:50", "", ""},
    {{"html-other/ml4h-neurips2019-schedule.md"}, 15, 1, 8, "2019-12-13T08:30", "2019-12-13T16:45", "", "2019-12-13"},
    {{"html-other/mathai-neurips2023-schedule-built.html"}, 16, 1, 15, "2023-12-15T08:55", "2023-12-15T16:30", "America/Chicago", "2023-12-15"},
    {{"markdown-table/d3s3-neurips2024-schedule.md"}, 15, 1, 9, "2024-12-15T08:15", "2024-12-15T16:30", "America/Vancouver", "2024-12-15"},
    {{"yaml-data/mathai2023-schedule.yml", "yaml-data/mathai2023-speakers.yml"}, 16, 0, 15, "2023-12-15T08:55", "2023-12-15T16:30", "America/Chicago", "2023-12-15"},
    {{"yaml-data/bsidesoslo2024-program.yml", "yaml-data/bsidesoslo2024-talks.yml"}, 19, 0, 9, "2024-05-15T08:30", "2024-05-15T22:00", "Europe/Oslo", "2024-05-15"},
    {{"csv/gpn11.csv", "csv/gpn11.ini"}, 29, 2, 31, "2011-06-23T19:00", "2011-06-26T13:15", "Europe/Berlin", ""},
    {{"frab-xml/31c3-2014.xml"}, 138, 4, 197, "2014-12-27T11:00", "2014-12-30T18:30", "Europe/Berlin", ""},
    {{"frab-xml/debconf23-wafer.xml", "frab-xml/debconf23-giggity-menu.json"}, 117, 5, 87, "2023-09-10T07:00", "2023-09-17T19:00", "", ""},
    {{"frab-xml/fosdem2008.xml"}, 258 - 17, 19, 266, "2008-02-23T10:00", "2008-02-24T17:45", "", ""},  // so many are listed twice
    {{"frab-xml/emf2016.frab.xml"}, 138, 5, 125, "2016-08-05T13:00", "2016-08-07T21:30", "Europe/London", ""},  // 121 fields, some with several
    {{"frab-json/frab-camp2019.json"}, 79, 2, 90, "2019-08-21T11:00", "2019-08-25T18:00", "", ""},
    {{"frab-json/pretalx-democon.json"}, 36, 2, 27, "2020-12-14T09:00", "2020-12-16T15:00", "", ""},
    {{"frab-json/hub-schedule2.json"}, 2, 2, 4, "2024-12-27T10:30", "2024-12-28T00:15", "", ""},
    {{"frab-json/invalid-example.json"}, 1, 1, 1, "2022-12-28T14:00", "2022-12-28T14:00", "", ""},
    {{"pretalx-api/pyconfr2025-schedule.json"}, 75 + 5, 8, 81, "2025-11-01T08:30", "2025-11-02T16:30", "Europe/Paris", ""},  // slots, and meals
    {{"ics/kielux_2020.ics"}, 24, 4, 20, "2020-09-18T11:00", "2020-09-19T17:00", "Europe/Berlin", ""},
    {{"ics/jres_2022.ics"}, 120, 14, 0, "2022-05-17T11:00", "2022-05-20T12:40", "Europe/Paris", ""},  // 15 spellings of 14 rooms
    {{"ics/linux_conf_au_2020.ics"}, 262, 6, 151, "2020-01-12T15:00", "2020-01-17T16:40", "Australia/Brisbane", ""},  // and a list of several
    {{"ics/sched-jococruise2019.ics"}, 395, 35, 0, "2020-01-09T12:00", "2020-01-16T03:00", "UTC", ""},  // and none
    {{"ics/bristol-dataweek2026.ics"}, 9, 0, 0, "2026-06-01T09:30", "2026-06-05T14:00", "Europe/London", ""},
    {{"xcal/klimacamp2015.xcal"}, 106, 10, 57, "2015-08-07T16:00", "2015-08-14T11:30", "Europe/Berlin", ""},
    {{"sessionize/qaorthehwy2026-all.json"}, 46, 9, 43, "2026-06-12T07:00", "2026-06-12T15:50", "America/New_York", ""},
    {{"indico/xdc2021.json"}, 37, 0, 33, "2021-09-15T13:00", "2021-09-17T19:25", "", ""},
    {{"indico/proyektor-minimal.json"}, 1, 1, 1, "2019-06-27T16:00", "2019-06-27T16:00", "", ""},
    {{open_event + "event.json", open_event + "sessions.json", open_event + "speakers.json", open_event + "tracks.json", open_event + "microlocations.json"},
     12, 1, 14, "2018-05-10T10:00", "2018-05-10T16:30", "", ""},
    {{"emf-json/emf2016-schedule.json"}, 350, 30, 125, "2016-08-04T23:36", "2017-04-23T08:00", "Europe/London", ""},
    {{"symposion-json/pyconus2025-conference.json"}, 163 - 2, 17, 131, "2025-05-14T09:00", "2025-05-18T17:05", "America/New_York", ""},  // listed twice; 18 with a list
    {{"konopas-json/octocon2022-schedule.json", "konopas-json/octocon2022-people.json"}, 86, 8, 76, "2022-10-14T20:00", "2022-10-16T18:30", "Europe/Dublin", ""},
    {{"miniconf/iclr2020-main_calendar.json"}, 56, 0, 0, "2020-04-27T05:00", "2020-04-30T23:00", "UTC", ""},
    {{"devoxx-json/devoxx2017-monday.json"}, 36, 8, 44, "2017-11-06T08:00", "2017-11-06T20:30", "Europe/Brussels", ""},
};

Snapshot load(Expected const& expected) {
    TemporaryFolder const folder;
    std::string event = "[event]\n";
    if (!expected.zone.empty()) event += fmt::format("time_zone = \"{}\"\n", expected.zone);
    if (!expected.date.empty()) event += fmt::format("date = {}\n", expected.date);
    for (auto const& file : expected.files) event += fmt::format("[[schedule]]\nsource = \"{}\"\n", fs::absolute(samples / file).string());
    auto const path = folder.path / "event.toml";
    REQUIRE(write_atomically(path, event).empty());
    LoadOptions options;
    options.data = KIOSK_SOURCE_DIR;
    return load_event(path.string(), options);
}

std::string start_of(Session const& session, Schedule const& schedule) {
    return to_iso(schedule.zone().to_wall(session.when.begin)).substr(0, 16);
}

std::size_t rooms_in(Schedule const& schedule) {
    auto const& of_the_event = schedule.event().room;
    bool const is_among_them = std::any_of(schedule.rooms().begin(), schedule.rooms().end(), [&](Room const& room) { return room.name == of_the_event; });
    return schedule.rooms().size() + (of_the_event.empty() || is_among_them ? 0 : 1);
}

std::size_t speakers_with_a_session(Schedule const& schedule) {
    std::set<std::string> all;
    for (auto const& session : schedule.sessions())
        for (auto const& id : session.speakers) all.insert(schedule.speaker(id).name);
    return all.size();
}

}  // namespace

TEST_CASE("every sample gives the figures that were counted in it", "[io][samples]") {
    if (!fs::exists(samples)) {
        WARN("no samples beside the source: nothing checked");
        return;
    }
    fmt::print("{:<52} {:>8} {:>5} {:>8}  {:<16} {:<16} {:>6} {:>8}\n", "sample", "sessions", "rooms", "speakers", "first", "last", "errors", "warnings");
    std::set<std::string> read;
    for (auto const& expected : all_expected) {
        INFO(expected.files.front());
        for (auto const& file : expected.files) read.insert(file);
        auto const snapshot = load(expected);
        auto const& schedule = snapshot.schedule;
        REQUIRE_FALSE(schedule.sessions().empty());
        auto const first = start_of(schedule.sessions().front(), schedule), last = start_of(schedule.sessions().back(), schedule);
        auto const count = [&](Severity severity) {
            return std::count_if(snapshot.problems.begin(), snapshot.problems.end(), [&](Problem const& p) { return p.severity == severity; });
        };
        fmt::print("{:<52} {:>8} {:>5} {:>8}  {:<16} {:<16} {:>6} {:>8}\n", expected.files.front(), schedule.sessions().size(), rooms_in(schedule),
                   speakers_with_a_session(schedule), first, last, count(Severity::error), count(Severity::warning));
        CHECK(schedule.sessions().size() == expected.sessions);
        CHECK(rooms_in(schedule) == expected.rooms);
        CHECK(speakers_with_a_session(schedule) == expected.speakers);
        CHECK(first == expected.first);
        CHECK(last == expected.last);
    }
    std::fflush(stdout);
    for (auto const& entry : fs::recursive_directory_iterator(samples)) {
        auto const name = fs::relative(entry.path(), samples).string();
        if (entry.is_regular_file() && name != "SOURCES.md") CHECK(read.contains(name));
    }
}

namespace {

/// What two sources of one event must agree on: "2016-08-05T18:40 Stage B: canute … | russell couper".
std::set<std::string> rows_of(Snapshot const& snapshot) {
    auto const& schedule = snapshot.schedule;
    std::set<std::string> rows;
    for (auto const& session : schedule.sessions()) {
        auto row = start_of(session, schedule);
        for (auto const& room : session.rooms) row += " " + schedule.room(room).name;
        row += ": " + comparison_key(session.title);
        for (auto const& id : session.speakers) row += " | " + comparison_key(schedule.speaker(id).name);
        rows.insert(std::move(row));
    }
    return rows;
}

Snapshot load(std::vector<std::string> files, std::string zone, std::string date = "") { return load({std::move(files), 0, 0, 0, "", "", std::move(zone), std::move(date)}); }

}  // namespace

TEST_CASE("what two formats say of one event is the same", "[io][samples]") {
    if (!fs::exists(samples)) return;
    SECTION("an event's XML, and the list of its site, which holds more") {
        auto const xml = rows_of(load({"frab-xml/emf2016.frab.xml"}, "Europe/London")), list = rows_of(load({"emf-json/emf2016-schedule.json"}, "Europe/London"));
        CHECK(xml.size() == 138);
        for (auto const& row : xml) CHECK(list.contains(row));
    }
    SECTION("a site's data, and the page that is built from it") {
        auto const page = load({"html-other/mathai-neurips2023-schedule-built.html"}, "America/Chicago", "2023-12-15");
        auto const data = load({"yaml-data/mathai2023-schedule.yml", "yaml-data/mathai2023-speakers.yml"}, "America/Chicago", "2023-12-15");
        auto const& built = page.schedule.sessions();
        auto const& stated = data.schedule.sessions();
        REQUIRE(built.size() == stated.size());
        for (std::size_t i = 0; i < built.size(); ++i) {
            CHECK(built[i].when == stated[i].when);
            CHECK(built[i].kind == stated[i].kind);
        }
    }
}
