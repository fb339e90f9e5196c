// A feed understood: what all of its formats have in common. Source: SCHEDULES.md sections 3 and 4.
#pragma once

#include "base/problem.hpp"
#include "import/feed/feed_problems.hpp"
#include "import/feed/raw_feed.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// No value: the feed has no sessions. `problems` holds what its reader has found so far.
Outcome<ScheduleDraft> draft_of(RawFeed feed, EventSettings const& event, FeedProblems problems);

}  // namespace kiosk
