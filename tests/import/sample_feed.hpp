// Real feeds where they are at hand. They belong to their events, so they are not in here.
#pragma once

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "import/case_folders.hpp"
#include "import/import.hpp"
#include "schedule/schedule.hpp"
#include "support/catch.hpp"

namespace kiosk {

struct SampleFeed {
    ScheduleDraft draft;
    Schedule schedule;
    std::vector<Problem> problems;

    std::string first() const { return to_iso(schedule.zone().to_wall(schedule.sessions().front().when.begin)).substr(0, 16); }
    std::string last() const { return to_iso(schedule.zone().to_wall(schedule.sessions().back().when.begin)).substr(0, 16); }
    std::size_t names() const {
        std::set<std::string> all;
        for (auto const& session : draft.sessions)
            for (auto const& person : session.people) all.insert(person.name);
        return all.size();
    }
    bool has(std::string_view code) const {
        return std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) { return problem.code == code; });
    }
    bool has_error() const { return kiosk::has_error(problems); }
};

/// `zone`: for feeds that do not tell theirs. Empty: the samples are not at hand, or nothing could be read.
inline std::optional<SampleFeed> sample_feed(std::string const& name, std::string const& zone = "") {
    auto const path = std::filesystem::path(KIOSK_SOURCE_DIR) / "../shared/samples" / name;
    if (!std::filesystem::exists(path)) {
        WARN("no sample feeds beside the source: nothing checked");
        return {};
    }
    EventSettings event;
    event.time_zone = zone;
    auto outcome = import_schedule({name, read_whole(path)}, "auto", event, formats_by_map());
    REQUIRE(outcome.value);
    auto const known = Zone::named(outcome.value->event.zone_name);
    REQUIRE(known.value);
    auto schedule = Schedule::validate(*outcome.value, *known.value);
    append(outcome.problems, std::move(schedule.problems));
    return SampleFeed{std::move(*outcome.value), std::move(*schedule.value), std::move(outcome.problems)};
}

}  // namespace kiosk
