#include "import/import.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "import/csv.hpp"
#include "import/frab_json.hpp"
#include "import/frab_json_2.hpp"
#include "import/frab_xml.hpp"
#include "import/html.hpp"
#include "import/ics.hpp"
#include "import/ini.hpp"
#include "import/mapped/mapped.hpp"
#include "import/repeated_rows.hpp"
#include "import/xcal.hpp"
#include "import/yaml.hpp"

namespace kiosk {

std::vector<Format> const& formats() {
    static std::vector<Format> const all{
        {"html", "schedule page made by hand: HTML, also inside Markdown", recognise_html, import_html},
        {"frab-xml", "XML of frab, pentabarf, pretalx, wafer", recognise_frab_xml, import_frab_xml},
        {"frab-json", "JSON of frab and pretalx", recognise_frab_json, import_frab_json},
        {"frab-json-2", "JSON of event hubs, version 2 of the above", recognise_frab_json_2, import_frab_json_2},
        {"xcal", "iCalendar as XML", recognise_xcal, import_xcal},
        {"csv", "table with a header line: commas, semicolons or tabs", recognise_csv, import_csv},
        {"yaml", "data files of a site: programme, talks, people", recognise_yaml, import_yaml},
        {"ini", "facts of the event beside a table: title, date, place", recognise_ini, import_ini},
        {"ics", "iCalendar (RFC 5545), as calendars and conference systems publish it", recognise_ics, import_ics},
    };
    return all;
}

namespace {

/// Formats with a reader of their own are this sure of their files; what is less sure may be data
/// that a field map knows better.
constexpr int certain = 90;
/// What begins as no other format does: the others need not look through all of a large file.
constexpr int beyond_doubt = 100;

Problem unknown_format(SourceText const& source, std::string_view format, std::vector<FieldMap> const& maps) {
    std::string names;
    for (Format const& known : formats()) names += (names.empty() ? "" : ", ") + std::string(known.name);
    for (FieldMap const& map : maps) names += ", " + map.name;
    Problem problem{Severity::error, "format-unknown", "", "", {source.name, 0, ""}};
    if (format == "auto") {
        problem.message = source.text.empty() ? "the file is empty" : "this is no schedule in any known format";
        problem.hint = fmt::format("known formats: {}", names);
    } else {
        problem.message = fmt::format("there is no format \"{}\"", format);
        problem.hint = fmt::format("use auto or one of: {}", names);
    }
    return problem;
}

}  // namespace

Outcome<ScheduleDraft> import_schedule(SourceText source, std::string_view format, EventSettings const& event,
                                       std::vector<FieldMap> const& maps) {
    return import_schedule(std::move(source), format, event, AskForMaps{[&]() -> std::vector<FieldMap> const& { return maps; }});
}

Outcome<ScheduleDraft> import_schedule(SourceText source, std::string_view format, EventSettings const& event, AskForMaps const& maps) {
    bool const is_auto = format == "auto";
    Format const* chosen = nullptr;
    int best = 0;
    // Of two that are as sure, the one that comes first is meant. From the end, as pages, which come first, are looked through longest:
    // what is certain is no page.
    for (auto candidate = formats().rbegin(); candidate != formats().rend(); ++candidate) {
        if (is_auto && best == beyond_doubt) break;
        if (is_auto && best >= certain && candidate->recognise == recognise_html) continue;
        int const sure = is_auto ? candidate->recognise(source.text) : candidate->name == format ? 100 : 0;
        if (sure > 0 && sure >= best) best = sure, chosen = &*candidate;
    }
    FieldMap const* map = nullptr;
    if (!is_auto && best == 0) {
        auto const& known = maps();
        auto const named = std::find_if(known.begin(), known.end(), [&](FieldMap const& one) { return one.name == format; });
        if (named != known.end()) map = &*named;
    } else if (is_auto && best < certain) {
        map = find_map(source, maps);
    }
    if (!map && !chosen) return {{}, {unknown_format(source, format, maps())}};
    auto outcome = map ? import_mapped(std::move(source), *map, event) : chosen->read(std::move(source), event);
    if (outcome.value) append(outcome.problems, join_repeated_rows(*outcome.value));
    return outcome;
}

}  // namespace kiosk
