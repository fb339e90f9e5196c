// When each session ends, where its source does not say.
#pragma once

#include <optional>
#include <vector>

#include "base/problem.hpp"
#include "schedule/session.hpp"
#include "time/zone.hpp"

namespace kiosk {

/// A session that has its start, and what is known of its end.
struct Stretch {
    Instant begin;
    std::optional<Instant> end;          ///< given, or from a given length
    std::vector<RoomId> rooms;           ///< none: all rooms
    std::optional<std::size_t> parent;   ///< index into the same list
    SourceRef origin;
    EndSource end_source = EndSource::given;
};

/// Fills every missing or impossible end: the next start in the same room and on the same day, for
/// the last one the event's closing time, else 60 minutes. Parts of a block do not end it.
/// Problems: `end-before-start`, `end-guessed`, and one `end-inferred` for all.
/// Range: any order; days are cut at 04:00 at the venue. Source: SCHEDULES.md section 4.4.
std::vector<Problem> fill_ends(std::vector<Stretch>& stretches, EventFacts const& event, Zone const& zone);

/// The day to which people count `t`: until 04:00 it is still the day before.
Day logical_day(Instant t, Zone const& zone);

}  // namespace kiosk
