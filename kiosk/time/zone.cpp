#include "time/zone.hpp"

#include <fmt/format.h>

#include "time/zone_rules.hpp"

namespace kiosk {

Outcome<Zone> Zone::named(std::string_view iana, SourceRef where) {
    Zone zone;
    zone.name_ = iana;
    zone.rules_ = ZoneRules::find(iana);
    if (zone.rules_) return {std::move(zone), {}};
    return {{},
            {{Severity::error, "time-zone-unknown",
              fmt::format("there is no time zone \"{}\" in this machine's database", iana),
              "use a name like \"Europe/Berlin\"; if none works, install the package tzdata", std::move(where)}}};
}

Zone Zone::floating() { return {}; }

Zone::Resolved Zone::resolve(WallTime wall) const {
    if (!rules_) return {Instant{wall.time_since_epoch()}, Resolved::Clock::normal};
    // In a gap and in an overlap alike, the offset before the change gives the wanted instant:
    // later by the gap's length, or the first of two.
    auto const local = rules_->local_at(wall);
    auto const clock = local.is_skipped    ? Resolved::Clock::skipped
                       : local.is_repeated ? Resolved::Clock::repeated
                                           : Resolved::Clock::normal;
    return {Instant{wall.time_since_epoch() - local.offset}, clock};
}

WallTime Zone::to_wall(Instant t) const {
    auto const second = std::chrono::floor<seconds>(t);
    if (!rules_) return WallTime{second.time_since_epoch()};
    return WallTime{second.time_since_epoch() + rules_->offset_at(std::chrono::sys_seconds{second.time_since_epoch()})};
}

std::string Zone::to_iso_with_offset(Instant t) const {
    auto const second = std::chrono::floor<seconds>(t);
    auto const wall = to_wall(t);
    if (!rules_) return kiosk::to_iso(wall);
    auto const offset = wall.time_since_epoch() - second.time_since_epoch();
    auto const total = std::chrono::abs(std::chrono::duration_cast<minutes>(offset)).count();
    auto text = kiosk::to_iso(wall);
    text += offset < seconds{0} ? '-' : '+';
    append_two_digits(text, total / 60);
    text += ':';
    append_two_digits(text, total % 60);
    return text;
}

}  // namespace kiosk
