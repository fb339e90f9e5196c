// Facts of the event in a file of `key = value` lines: the neighbour of a table that has none.
#pragma once

#include <string_view>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// How much `text` looks like sections of `key = value` with a title and a date: 0 to 100.
int recognise_ini(std::string_view text);

/// Title, first day, venue, room, time zone and address; no sessions. Of several sections the first
/// that has a title counts, so the settings of other tools are left alone. Range: any bytes.
/// Errors: `no-programme` if no section has a title.
Outcome<ScheduleDraft> import_ini(SourceText source, EventSettings const& event);

}  // namespace kiosk
