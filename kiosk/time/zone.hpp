// Venue time. The machine's own zone is never asked for.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "time/instant.hpp"

namespace kiosk {

class ZoneRules;

/// A zone of the system's tz database.
class Zone {
public:
    /// Errors: `time-zone-unknown` if the database has no such name, or there is no database.
    static Outcome<Zone> named(std::string_view iana, SourceRef where = {});
    /// For an event whose zone is not known: wall time that no real clock can be held against.
    static Zone floating();

    /// The instant at which the venue's clocks show `wall`. Where they skip it, the instant as
    /// much later as the skip is long; where they show it twice, the first. `changed` says so.
    struct Resolved {
        Instant instant;
        enum class Clock { normal, skipped, repeated } clock = Clock::normal;
    };
    Resolved resolve(WallTime wall) const;
    Instant to_instant(WallTime wall) const { return resolve(wall).instant; }

    WallTime to_wall(Instant t) const;
    Day day_of(Instant t) const { return date::floor<date::days>(to_wall(t)); }
    Instant start_of(Day day) const { return to_instant(WallTime{day}); }

    /// "2023-12-16T10:00:00-06:00"; floating time has no offset.
    std::string to_iso_with_offset(Instant t) const;
    std::string const& name() const { return name_; }  ///< empty: floating

private:
    Zone() = default;
    std::string name_;
    std::shared_ptr<ZoneRules const> rules_;  // null: floating
};

}  // namespace kiosk
