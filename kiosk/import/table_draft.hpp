// The rows of a table as a draft: contents, times, blocks with their parts.
#pragma once

#include <vector>

#include "base/problem.hpp"
#include "import/table_row.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// Errors: `date-unknown`. Notes: `block-with-parts` where timed rows fill an earlier one of the
/// same room to the minute; `markup-in-text`, once.
ScheduleDraft draft_of_rows(std::vector<TableRow> const& rows, EventSettings const& event,
                            std::vector<Problem>& problems);

}  // namespace kiosk
