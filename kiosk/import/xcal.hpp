// iCalendar as XML: pentabarf's and frab's xCal, and RFC 6321.
#pragma once

#include "import/import.hpp"

namespace kiosk {

int recognise_xcal(std::string_view text);

/// `summary` of pentabarf is "title- subtitle", so its own `pentabarf:title` counts. Times without
/// an offset are the venue's. Source: RFC 6321; draft-royer-calsch-xcal-03 for pentabarf's shape.
Outcome<ScheduleDraft> import_xcal(SourceText source, EventSettings const& event);

}  // namespace kiosk
