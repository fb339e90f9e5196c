// The XML that pentabarf, frab, pretalx and wafer publish.
#pragma once

#include "import/import.hpp"

namespace kiosk {

int recognise_frab_xml(std::string_view text);

/// Problems: see SCHEDULES.md section 5. Source: c3voc schedule.xml schema; pentabarf's older shape.
Outcome<ScheduleDraft> import_frab_xml(SourceText source, EventSettings const& event);

}  // namespace kiosk
