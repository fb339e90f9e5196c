// Tables as spreadsheets save them: separated by commas, semicolons or tabs.
#pragma once

#include <string_view>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// How much the first line of `text` looks like the header of a schedule: 0 to 100.
int recognise_csv(std::string_view text);

/// Columns are known by the words of their header (column_names.hpp). Without a title column the
/// table is a grid: the columns with other names are rooms. Range: any bytes.
/// Errors: `no-programme` (no header, or no column of times), `not-well-formed` (larger than any
/// schedule, or a quote without end), `date-unknown`. Source: RFC 4180; c3voc's voctosched.
Outcome<ScheduleDraft> import_csv(SourceText source, EventSettings const& event);

}  // namespace kiosk
