// Schedules in every format.
#include "base/checksum.hpp"
#include "fuzz/fuzz_target.hpp"
#include "fuzz/schedule_life.hpp"
#include "fuzz/source_files.hpp"
#include "import/import.hpp"
#include "import/mapped/mapped.hpp"

namespace kiosk {
namespace {

std::vector<FieldMap> const& maps_of_config() {
    static std::vector<FieldMap> const maps = [] {
        std::vector<FieldMap> all;
        for (auto const& file : source_files({"config/formats"}))
            if (auto map = parse_field_map(file, file.name.substr(file.name.rfind('/') + 1)); map.value) all.push_back(std::move(*map.value));
        return all;
    }();
    return maps;
}

/// What the event file adds where a source lacks it, as loading does.
EventSettings told() {
    EventSettings event;
    event.date = parse_day("2030-05-01");
    event.time_zone = "Europe/Berlin";
    event.language = "de";
    return event;
}

bool lacks_a_fact(std::vector<Problem> const& problems) {
    for (auto const& problem : problems)
        if (problem.code == "date-unknown" || problem.code == "time-zone-unknown") return true;
    return false;
}

void read_as(std::string_view bytes, std::string_view format) {
    SourceText const source{"feed", std::string(bytes)};
    for (auto const& event : {EventSettings{}, told()}) {
        auto outcome = import_schedule(source, format, event, maps_of_config());
        must_be_printable(outcome.problems);
        must(outcome.value.has_value() || has_error(outcome.problems), "what is refused is refused with a reason");
        bool const is_enough = !lacks_a_fact(outcome.problems);
        Settings settings;
        settings.event = event;
        if (outcome.value) live_through(std::move(*outcome.value), settings, checksum_of(bytes));
        if (is_enough) break;
    }
}

}  // namespace

std::vector<FuzzTarget> reader_targets() {
    std::vector<FuzzTarget> targets;
    std::string const cases = "tests/import/cases/";
    for (auto const& format : formats()) {
        std::string const name(format.name);
        targets.push_back({name, {cases + name}, [name](std::string_view bytes) { read_as(bytes, name); }});
        if (name == "html") targets.back().seeds.push_back(cases + "markdown");
    }
    FuzzTarget by_map{"mapped", {}, [](std::string_view bytes) {
        // What no map is known by is read by one of them all the same, as `format = "pretalx"` would.
        auto const* found = find_map({"feed", std::string(bytes)}, maps_of_config());
        read_as(bytes, found ? found->name : maps_of_config()[bytes.size() % maps_of_config().size()].name);
    }};
    for (auto const& map : maps_of_config()) by_map.seeds.push_back(cases + map.name.substr(0, map.name.find('.')));
    targets.push_back(std::move(by_map));
    targets.push_back({"auto", {"tests/import/cases"}, [](std::string_view bytes) { read_as(bytes, "auto"); }});
    return targets;
}

}  // namespace kiosk
