#include "time/zone.hpp"

#include <date/tz.h>
#include <fmt/format.h>

namespace kiosk {

Outcome<Zone> Zone::named(std::string_view iana, SourceRef where) {
    Zone zone;
    zone.name_ = iana;
    try {
        // A relative path out of the database's folder is no zone name.
        if (iana.empty() || iana.front() == '/' || iana.find("..") != std::string_view::npos)
            throw std::runtime_error("not a name");
        zone.zone_ = date::locate_zone(iana);
        (void)zone.zone_->get_info(date::sys_seconds{});  // reads the file now, so that it fails now
    } catch (std::exception const&) {
        return {{},
                {{Severity::error, "time-zone-unknown",
                  fmt::format("there is no time zone \"{}\" in this machine's database", iana),
                  "use a name like \"Europe/Berlin\"; if none works, install the package tzdata", where}}};
    }
    return {zone, {}};
}

Zone Zone::floating() { return {}; }

Zone::Resolved Zone::resolve(WallTime wall) const {
    if (!zone_) return {Instant{wall.time_since_epoch()}, Resolved::Clock::normal};
    auto const info = zone_->get_info(wall);
    // In a gap and in an overlap alike, the offset before the change gives the wanted instant:
    // later by the gap's length, or the first of two.
    auto const offset = info.first.offset;
    auto const clock = info.result == date::local_info::nonexistent ? Resolved::Clock::skipped
                       : info.result == date::local_info::ambiguous ? Resolved::Clock::repeated
                                                                    : Resolved::Clock::normal;
    return {Instant{wall.time_since_epoch() - offset}, clock};
}

WallTime Zone::to_wall(Instant t) const {
    auto const second = std::chrono::floor<seconds>(t);
    if (!zone_) return WallTime{second.time_since_epoch()};
    return zone_->to_local(date::sys_seconds{second.time_since_epoch()});
}

std::string Zone::to_iso_with_offset(Instant t) const {
    auto const second = std::chrono::floor<seconds>(t);
    auto const wall = to_wall(t);
    if (!zone_) return kiosk::to_iso(wall);
    auto const offset = wall.time_since_epoch() - second.time_since_epoch();
    auto const total = std::chrono::abs(std::chrono::duration_cast<minutes>(offset)).count();
    return fmt::format("{}{}{:02}:{:02}", kiosk::to_iso(wall), offset < seconds{0} ? '-' : '+', total / 60,
                       total % 60);
}

}  // namespace kiosk
