// Calendars in RFC 5545, as conferences publish them.
#pragma once

#include <string_view>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"

namespace kiosk {

int recognise_ics(std::string_view text);

/// One row for each event and for each occurrence of a series, in the order of the file.
/// Times with a zone or Z are instants, floating ones and dates are wall time at the venue.
/// Errors: `not-well-formed` if there is no calendar, `time-zone-unknown`, `date-impossible`.
/// Source: RFC 5545; SCHEDULES.md sections 3 and 4.5.
Outcome<ScheduleDraft> import_ics(SourceText source, EventSettings const& event);

}  // namespace kiosk
