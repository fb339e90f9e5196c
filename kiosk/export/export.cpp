#include "export/export.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "export/csv.hpp"
#include "export/frab_json.hpp"
#include "export/frab_xml.hpp"
#include "export/ics.hpp"
#include "export/losses.hpp"

namespace kiosk {
namespace {

std::vector<Problem> write_json(Schedule const& schedule, ByteSink const& sink) {
    write_frab_json(schedule, sink);
    return {};
}

std::vector<Problem> write_xml(Schedule const& schedule, ByteSink const& sink) {
    auto const xml = to_frab_xml(schedule);
    sink(*xml.value);
    return xml.problems;
}

std::vector<Problem> write_csv(Schedule const& schedule, ByteSink const& sink) {
    sink(to_csv(schedule));
    return report_losses(schedule, "a table",
                         {Extra::biographies, Extra::photos, Extra::links_of_people, Extra::roles,
                          Extra::labels, Extra::links, Extra::parts_of_blocks, Extra::statuses});
}

std::vector<Problem> write_ics(Schedule const& schedule, ByteSink const& sink) {
    sink(to_ics(schedule));
    return report_losses(schedule, "iCalendar",
                         {Extra::biographies, Extra::affiliations, Extra::photos,
                          Extra::links_of_people, Extra::labels, Extra::parts_of_blocks});
}

}  // namespace

std::vector<ExportFormat> const& export_formats() {
    static std::vector<ExportFormat> const all{
        {"frab-json", "JSON of frab and pretalx; holds everything, so that kiosk reads it back",
         write_json},
        {"frab-xml", "XML of frab and pentabarf, for schedule apps", write_xml},
        {"ics", "iCalendar, for calendars", write_ics},
        {"csv", "table with a header line, for spreadsheets", write_csv},
    };
    return all;
}

Outcome<ExportFormat> find_export_format(std::string_view name) {
    auto const& all = export_formats();
    auto const chosen = std::find_if(all.begin(), all.end(), [&](ExportFormat const& one) { return one.name == name; });
    if (chosen != all.end()) return {*chosen, {}};
    std::string names;
    for (ExportFormat const& one : all) names += (names.empty() ? "" : ", ") + std::string(one.name);
    return {{},
            {{Severity::error,
              "format-unknown",
              fmt::format("there is no format \"{}\" to write", name),
              fmt::format("use one of: {}", names),
              {}}}};
}

Outcome<std::string> export_schedule(Schedule const& schedule, std::string_view format) {
    auto known = find_export_format(format);
    if (!known.value) return {{}, std::move(known.problems)};
    std::string text;
    auto problems = known.value->write(schedule, [&](std::string_view piece) { text += piece; });
    return {std::move(text), std::move(problems)};
}

}  // namespace kiosk
