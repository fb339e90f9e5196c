// When the sessions of a feed are, and in which zone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/feed/feed_problems.hpp"
#include "import/feed/raw_feed.hpp"
#include "import/feed/stamps.hpp"
#include "settings/settings.hpp"
#include "time/zone.hpp"

namespace kiosk {

/// The times of one event as they are written.
struct EventTimes {
    std::optional<Stamp> date, end;
    std::optional<minutes> start, length;
};
/// Problems: `date-impossible`, `time-malformed`, `duration-ambiguous`.
std::vector<EventTimes> read_times(RawFeed const& feed, FeedProblems& problems);

struct FeedZone {
    std::string name;           ///< empty: unknown
    std::optional<Zone> zone;
};
/// The event file's zone, else the source's, the city's, that of the stamps' common offset.
/// Problems: `zone-contradicts-offset`, `offset-invalid`, `machine-time-differs`,
/// `time-zone-guessed`, `time-zone-unknown`. Source: SCHEDULES.md section 4.1.
FeedZone choose_zone(RawFeed const& feed, std::vector<EventTimes> const& times, EventSettings const& event,
                     FeedProblems& problems);

/// Where an event stands in time.
struct Placed {
    std::optional<DraftTime> start, end;
    std::optional<WallTime> wall;  ///< the start on the venue's clocks
};
/// `label` is the date of the event's day element; a start before `day_change` beside a bare label is
/// on the next calendar day. Source: SCHEDULES.md section 4.2.
Placed place(EventTimes const& times, std::optional<Day> label, minutes day_change, FeedZone const& zone);

}  // namespace kiosk
