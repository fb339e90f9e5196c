#include "import/ics/zones.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "import/ics/recurrence.hpp"
#include "import/ics/times.hpp"

namespace kiosk {
namespace {

/// What Windows and Exchange call zones, without " Standard Time". Source: CLDR, windowsZones.
struct WindowsZone {
    std::string_view windows, iana;
};
constexpr auto windows_zones = std::to_array<WindowsZone>({
    {"AUS Eastern", "Australia/Sydney"}, {"Arabian", "Asia/Dubai"}, {"Argentina", "America/Buenos_Aires"},
    {"Atlantic", "America/Halifax"}, {"Cen. Australia", "Australia/Adelaide"}, {"Central", "America/Chicago"},
    {"Central Europe", "Europe/Budapest"}, {"Central European", "Europe/Warsaw"}, {"China", "Asia/Shanghai"},
    {"E. Australia", "Australia/Brisbane"}, {"E. Europe", "Europe/Chisinau"}, {"E. South America", "America/Sao_Paulo"},
    {"Eastern", "America/New_York"}, {"Egypt", "Africa/Cairo"}, {"FLE", "Europe/Kiev"}, {"GMT", "Europe/London"},
    {"GTB", "Europe/Bucharest"}, {"Greenwich", "Atlantic/Reykjavik"}, {"Hawaiian", "Pacific/Honolulu"},
    {"India", "Asia/Kolkata"}, {"Israel", "Asia/Jerusalem"}, {"Korea", "Asia/Seoul"}, {"Mountain", "America/Denver"},
    {"New Zealand", "Pacific/Auckland"}, {"Pacific", "America/Los_Angeles"}, {"Romance", "Europe/Paris"},
    {"Russian", "Europe/Moscow"}, {"SE Asia", "Asia/Bangkok"}, {"Singapore", "Asia/Singapore"},
    {"South Africa", "Africa/Johannesburg"}, {"Taipei", "Asia/Taipei"}, {"Tokyo", "Asia/Tokyo"},
    {"Turkey", "Europe/Istanbul"}, {"US Mountain", "America/Phoenix"}, {"UTC", "Etc/UTC"}, {"W. Australia", "Australia/Perth"},
    {"W. Europe", "Europe/Berlin"},
});

std::string known_zone(std::string_view name) {
    return !name.empty() && Zone::named(name).value ? std::string(name) : std::string{};
}

}  // namespace

std::string zone_name_of(std::string_view tzid) {
    tzid = trimmed(tzid);
    if (tzid.size() > 1 && tzid.front() == '"' && tzid.back() == '"') tzid = tzid.substr(1, tzid.size() - 2);
    // Vendors put their own name and a date in front: from the end, two parts, then three.
    for (std::string_view rest = tzid; !rest.empty();) {
        if (rest.front() != '/')
            if (auto name = known_zone(rest); !name.empty()) return name;
        auto const slash = rest.find('/');
        if (slash == rest.npos) break;
        rest.remove_prefix(slash + 1);
        if (rest.find('/') == rest.npos) break;  // a city alone names no zone
    }
    constexpr std::string_view suffix = " Standard Time";
    std::string_view const windows = tzid.ends_with(suffix) ? tzid.substr(0, tzid.size() - suffix.size()) : tzid;
    if (windows.size() < tzid.size() || windows == "UTC")
        for (auto const& zone : windows_zones)
            if (zone.windows == windows) return known_zone(zone.iana);
    return {};
}

ZoneDefinition::ZoneDefinition(std::vector<ContentLine> const& lines) {
    std::vector<ContentLine> observance;
    for (auto const& line : lines) {
        if (line.is("BEGIN")) observance.clear();
        else if (line.is("END")) add_observance(observance);
        else observance.push_back(line);
    }
    std::sort(changes_.begin(), changes_.end(), [](Change const& a, Change const& b) { return a.onset < b.onset; });
}

/// STANDARD or DAYLIGHT: the same offset, from each of its onsets on.
void ZoneDefinition::add_observance(std::vector<ContentLine> const& lines) {
    std::optional<CalendarTime> start;
    std::optional<seconds> from, to;
    std::string_view rule;
    std::vector<WallTime> onsets;
    for (auto const& line : lines) {
        if (line.is("DTSTART")) start = read_calendar_time(line.value());
        if (line.is("TZOFFSETFROM")) from = read_utc_offset(line.value());
        if (line.is("TZOFFSETTO")) to = read_utc_offset(line.value());
        if (line.is("RRULE")) rule = line.value();
        if (line.is("RDATE"))
            for (auto const value : split_values(line.value()))
                if (auto const time = read_calendar_time(value)) onsets.push_back(time->wall);
    }
    if (!start || !from || !to) return;
    onsets.push_back(start->wall);
    if (!rule.empty()) {
        // Rules that began before 1970 (or in 1601) need not run through all the years since.
        auto const until = read_calendar_time(rule_part(rule, "UNTIL"));
        auto const last = until ? until->wall + (until->form == CalendarTime::Form::utc ? *from : seconds{0}) : WallTime::max();
        date::year_month_day const first{date::floor<date::days>(start->wall)};
        auto const clock = start->wall - date::floor<date::days>(start->wall);
        bool const early = first.year() < date::year{1990};
        WallTime const begin = early ? WallTime{date::local_days{date::year{1990} / 1 / 1}} + clock : start->wall;
        auto found = occurrences_of(rule, begin, [&](WallTime wall) { return wall <= last; }, most_zone_changes / 2);
        onsets.insert(onsets.end(), found.starts.begin(), found.starts.end());
    }
    for (auto const onset : onsets)
        if (changes_.size() < most_zone_changes * 4) changes_.push_back({onset, *from, *to});
}

Zone::Resolved ZoneDefinition::resolve(WallTime wall) const {
    auto const next = std::upper_bound(changes_.begin(), changes_.end(), wall,
                                       [](WallTime time, Change const& change) { return time < change.onset; });
    seconds const offset = next == changes_.begin() ? next->from : std::prev(next)->to;
    auto const at = [&](seconds known, Zone::Resolved::Clock clock) {
        return Zone::Resolved{Instant{wall.time_since_epoch() - known}, clock};
    };
    if (next != changes_.begin())
        if (auto const& change = *std::prev(next); change.to > change.from && wall < change.onset + (change.to - change.from))
            return at(change.from, Zone::Resolved::Clock::skipped);
    if (next != changes_.end() && next->to < next->from && wall >= next->onset - (next->from - next->to))
        return at(next->from, Zone::Resolved::Clock::repeated);
    return at(offset, Zone::Resolved::Clock::normal);
}

void CalendarZones::define(std::vector<ContentLine> const& lines) {
    std::string tzid, location;
    for (auto const& line : lines) {
        if (line.is("TZID")) tzid = trimmed(line.value());
        if (line.is("X-LIC-LOCATION")) location = trimmed(line.value());
    }
    if (tzid.empty() || definitions_.size() == most_zone_definitions) return;
    definitions_.emplace(tzid, ZoneDefinition(lines));
    locations_.emplace(tzid, location);
}

Zone::Resolved CalendarZones::Found::resolve(WallTime wall) const {
    if (auto const* known = std::get_if<Zone>(&zone)) return known->resolve(wall);
    return std::get<ZoneDefinition const*>(zone)->resolve(wall);
}

CalendarZones::Found const& CalendarZones::find(std::string const& tzid) {
    if (auto const known = found_.find(tzid); known != found_.end()) return known->second;
    Found found;
    auto const definition = definitions_.find(tzid);
    found.defined = definition != definitions_.end();
    found.name = zone_name_of(tzid);
    if (found.name.empty() && found.defined) found.name = zone_name_of(locations_[tzid]);
    if (!found.name.empty()) found.zone = *Zone::named(found.name).value;
    else if (found.defined && definition->second.is_usable()) found.zone = &definition->second;
    else found.unknown = true;
    return found_.emplace(tzid, std::move(found)).first->second;
}

std::string CalendarZones::only_name() {
    return definitions_.size() == 1 ? find(definitions_.begin()->first).name : std::string{};
}

}  // namespace kiosk
