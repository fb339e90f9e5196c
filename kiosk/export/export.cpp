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

Outcome<std::string> write_frab_json(Schedule const& schedule) { return {to_frab_json(schedule), {}}; }

Outcome<std::string> write_csv(Schedule const& schedule) {
    return {to_csv(schedule),
            report_losses(schedule, "a table",
                          {Extra::biographies, Extra::photos, Extra::links_of_people, Extra::roles,
                           Extra::labels, Extra::links, Extra::parts_of_blocks, Extra::statuses})};
}

Outcome<std::string> write_ics(Schedule const& schedule) {
    return {to_ics(schedule), report_losses(schedule, "iCalendar",
                                            {Extra::biographies, Extra::affiliations, Extra::photos,
                                             Extra::links_of_people, Extra::labels, Extra::parts_of_blocks})};
}

}  // namespace

std::vector<ExportFormat> const& export_formats() {
    static std::vector<ExportFormat> const all{
        {"frab-json", "JSON of frab and pretalx; holds everything, so that kiosk reads it back",
         write_frab_json},
        {"frab-xml", "XML of frab and pentabarf, for schedule apps", to_frab_xml},
        {"ics", "iCalendar, for calendars", write_ics},
        {"csv", "table with a header line, for spreadsheets", write_csv},
    };
    return all;
}

Outcome<std::string> export_schedule(Schedule const& schedule, std::string_view format) {
    auto const& all = export_formats();
    auto const chosen =
        std::find_if(all.begin(), all.end(), [&](ExportFormat const& one) { return one.name == format; });
    if (chosen != all.end()) return chosen->write(schedule);
    std::string names;
    for (ExportFormat const& one : all) names += (names.empty() ? "" : ", ") + std::string(one.name);
    return {{},
            {{Severity::error,
              "format-unknown",
              fmt::format("there is no format \"{}\" to write", format),
              fmt::format("use one of: {}", names),
              {}}}};
}

}  // namespace kiosk
