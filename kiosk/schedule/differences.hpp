// What changed between two readings of an event, marked in the later one for those who watch it.
#pragma once

#include "schedule/schedule.hpp"

namespace kiosk {

/// `fresh` with `earlier` set in each session whose start, room or title is another than in `before`, known
/// since `now`; earlier marks are kept. A session that is gone, had a title and is not over stays, as
/// cancelled; of more than `most_kept_cancelled` the latest to go. Sessions are the same by id, then by title, then speakers, then start and room; never by their order. Where more than half of them changed their times it is another plan, and nothing is marked.
Schedule with_changes_marked(Schedule const& fresh, Schedule const& before, Instant now);

/// Does `fresh` look like half a file beside `before`: nothing left of it, or less than half of its sessions?
/// Source: RELIABILITY.md, row E18.
bool has_lost_most(Schedule const& fresh, Schedule const& before);

}  // namespace kiosk
