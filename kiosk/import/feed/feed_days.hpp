// The days that a feed announces, held against the days on which its sessions are.
#pragma once

#include <optional>
#include <vector>

#include "import/feed/feed_problems.hpp"
#include "import/feed/feed_times.hpp"
#include "import/feed/raw_feed.hpp"

namespace kiosk {

/// The date of each day element. Problems: `date-impossible` for those that have none.
std::vector<std::optional<Day>> read_labels(RawFeed const& feed, FeedProblems& problems);

/// From midnight: what starts before belongs to the day before; 06:00 unless the source says.
minutes day_change_of(RawFeed const& feed);

/// Problems: `day-count-wrong`, `day-label-wrong`, `after-midnight`, `date-impossible` of the
/// header, `event-year-mismatch`.
void check_days(RawFeed const& feed, std::vector<std::optional<Day>> const& labels, std::vector<Placed> const& placed,
                FeedProblems& problems);

}  // namespace kiosk
