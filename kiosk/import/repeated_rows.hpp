// Sessions that a source lists more than once.
#pragma once

#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

/// One session for rows of one kind, title, room and people that all begin and end alike, or each begin
/// when the one before ends, up to half a day. Rows that say different things of it stay apart, as do
/// rows without a title or a stated end. Problems: `session-repeated`. Source: SCHEDULES.md section 5.
std::vector<Problem> join_repeated_rows(ScheduleDraft& draft);

}  // namespace kiosk
