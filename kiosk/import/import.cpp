#include "import/import.hpp"

#include <fmt/format.h>

#include "import/html.hpp"
#include "import/ics.hpp"

namespace kiosk {

std::vector<Format> const& formats() {
    static std::vector<Format> const all{
        {"html", "schedule page made by hand: HTML, also inside Markdown", recognise_html, import_html},
        {"ics", "iCalendar (RFC 5545), as calendars and conference systems publish it", recognise_ics, import_ics},
    };
    return all;
}

Outcome<ScheduleDraft> import_schedule(SourceText const& source, std::string_view format,
                                       EventSettings const& event) {
    Format const* chosen = nullptr;
    int best = 0;
    std::string names;
    for (Format const& candidate : formats()) {
        names += (names.empty() ? "" : ", ") + std::string(candidate.name);
        int const sure = format == "auto"           ? candidate.recognise(source.text)
                         : candidate.name == format ? 100
                                                    : 0;
        if (sure > best) best = sure, chosen = &candidate;
    }
    if (chosen) return chosen->read(source, event);
    Problem problem{Severity::error, "format-unknown", "", "", {source.name, 0, ""}};
    if (format == "auto") {
        problem.message =
            source.text.empty() ? "the file is empty" : "this is no schedule in any known format";
        problem.hint = fmt::format("known formats: {}", names);
    } else {
        problem.message = fmt::format("there is no format \"{}\"", format);
        problem.hint = fmt::format("use auto or one of: {}", names);
    }
    return {{}, {std::move(problem)}};
}

}  // namespace kiosk
