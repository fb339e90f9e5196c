#include "import/feed/feed_times.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/city_zones.hpp"

namespace kiosk {
namespace {

minutes offset_at(Zone const& zone, Stamp const& stamp) {
    auto const wall = zone.to_wall(stamp.instant());
    return std::chrono::duration_cast<minutes>(wall.time_since_epoch() - stamp.instant().time_since_epoch());
}

minutes time_of_day(WallTime wall) {
    return std::chrono::duration_cast<minutes>(wall - date::floor<date::days>(wall));
}

/// A zone that always keeps `offset`; empty: the database has none.
std::string fixed_zone(minutes offset) {
    struct Keeper {
        int offset_minutes;
        std::string_view zone;
    };
    static constexpr auto keepers = std::to_array<Keeper>({{330, "Asia/Kolkata"},
                                                           {345, "Asia/Kathmandu"},
                                                           {270, "Asia/Kabul"},
                                                           {390, "Asia/Yangon"},
                                                           {570, "Australia/Darwin"},
                                                           {210, "Asia/Tehran"}});
    for (Keeper const& keeper : keepers)
        if (keeper.offset_minutes == offset.count()) return std::string(keeper.zone);
    auto const whole_hours = offset.count() / 60;
    if (offset.count() % 60 != 0 || whole_hours < -12 || whole_hours > 14) return {};
    if (whole_hours == 0) return "Etc/UTC";
    return fmt::format("Etc/GMT{}{}", whole_hours > 0 ? '-' : '+',
                       std::abs(whole_hours));  // signs are reversed there
}

/// The offset of all stamps. Empty: there is none, or they differ.
std::optional<minutes> common_offset(std::vector<EventTimes> const& times) {
    std::optional<minutes> common;
    for (EventTimes const& event : times) {
        if (!event.date || !event.date->offset) continue;
        if (common && *common != *event.date->offset) return {};
        common = event.date->offset;
    }
    return common;
}

/// The offset by which clock times beside stamps in UTC differ from them, if all agree.
std::optional<minutes> offset_of_clocks(std::vector<EventTimes> const& times) {
    std::optional<minutes> common;
    for (EventTimes const& event : times) {
        if (!event.date || event.date->offset != minutes{0} || !event.start) continue;
        auto offset = *event.start - time_of_day(event.date->wall);
        if (offset < minutes{-12 * 60}) offset += minutes{24 * 60};
        if (offset > minutes{14 * 60}) offset -= minutes{24 * 60};
        if (common && *common != offset) return {};
        common = offset;
    }
    return common;
}

/// Some day of the year around `stamp` the zone has its offset.
bool is_ever_kept(Zone const& zone, Stamp const& stamp) {
    Stamp other = stamp;
    for (int month = 0; month < 12; ++month, other.wall += date::days{30})
        if (offset_at(zone, other) == *stamp.offset) return true;
    return false;
}

/// What a stamp says of a zone.
enum class Witness {
    agrees,       ///< the zone's offset
    explained,    ///< another offset, but the clock time beside it is the zone's
    is_neutral,   ///< UTC, or the zone's other season: an instant like any other
    contradicts,  ///< an offset that the zone never has, or not then while the clock time beside it has it,
                  ///< too
};

Witness witness(EventTimes const& event, Zone const& zone) {
    Stamp const& date = *event.date;
    if (offset_at(zone, date) == *date.offset) return Witness::agrees;
    // Another tool's habit: the stamp in UTC, the clock time beside it at the venue.
    if (event.start && *event.start == time_of_day(zone.to_wall(date.instant()))) return Witness::explained;
    if (date.offset->count() == 0) return Witness::is_neutral;
    bool const says_it_twice = event.start && *event.start == time_of_day(date.wall);
    return !says_it_twice && is_ever_kept(zone, date) ? Witness::is_neutral : Witness::contradicts;
}

void check_clock(EventTimes const& event, Witness said, Zone const& zone, RawEvent const& raw,
                 FeedProblems& problems) {
    if (said == Witness::explained) {
        problems.once(Severity::note, "machine-time-differs", raw.origin,
                      fmt::format("the date {} and the start {} differ by the zone's offset: both are right",
                                  raw.date, raw.start),
                      "");
    } else if (event.start && *event.start != time_of_day(said == Witness::contradicts
                                                              ? event.date->wall
                                                              : zone.to_wall(event.date->instant()))) {
        problems.once(Severity::warning, "machine-time-differs", raw.origin,
                      fmt::format("the date says {}, the start {}: the date counts",
                                  to_iso(zone.to_wall(event.date->instant())).substr(0, 16), raw.start),
                      "correct one of them");
    }
}

void check_days(RawFeed const& feed, Zone const& zone, FeedProblems& problems) {
    for (RawDay const& day : feed.days) {
        auto const start = read_stamp(day.start), end = read_stamp(day.end);
        if (!start || !end || !start->offset || !end->offset || *start->offset == *end->offset) continue;
        auto const& wrong = *start->offset == offset_at(zone, *start) ? *end : *start;
        if (is_ever_kept(zone, wrong))
            continue;  // the clocks change that night, or one end is of the other season
        problems.once(Severity::warning, "offset-invalid", day.origin,
                      fmt::format("a day has the offset {} at one end, {} at the other; it is never {} "
                                  "there: the sessions' own times count",
                                  to_offset_text(*start->offset), to_offset_text(*end->offset),
                                  to_offset_text(*wrong.offset)),
                      "write the venue's offset");
    }
}

/// False: the stamps speak against `zone` with one voice.
bool hear_witnesses(RawFeed const& feed, std::vector<EventTimes> const& times, Zone const& zone,
                    FeedProblems& problems) {
    std::vector<std::size_t> against;
    std::size_t for_it = 0;
    std::vector<Witness> said(times.size(), Witness::agrees);
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!times[i].date || !times[i].date->offset || !times[i].date->has_time) continue;
        said[i] = witness(times[i], zone);
        if (said[i] == Witness::contradicts) against.push_back(i);
        else ++for_it;
    }
    if (for_it == 0 && !against.empty() && common_offset(times)) return false;
    for (std::size_t i = 0; i < times.size(); ++i)
        if (times[i].date && times[i].date->offset && times[i].date->has_time)
            check_clock(times[i], said[i], zone, feed.events[i], problems);
    for (std::size_t const i : against)
        problems.once(
            Severity::warning, "offset-invalid", feed.events[i].origin,
            fmt::format("the offset of {} is not that of {} then ({}): the offset counts",
                        feed.events[i].date, zone.name(), to_offset_text(offset_at(zone, *times[i].date))),
            "write the venue's offset");
    return true;
}

FeedZone named(std::string name, SourceRef const& where, FeedProblems& problems) {
    auto found = Zone::named(name, where);
    if (found.value) return {std::move(name), std::move(found.value)};
    problems.each(Severity::error, "time-zone-unknown", where,
                  fmt::format("there is no time zone \"{}\"", clean_line(name)),
                  "add time_zone = \"Europe/Berlin\" (or yours) to [event], or use --time-zone");
    return {};
}

FeedZone zone_of_offset(RawFeed const& feed, minutes offset, FeedProblems& problems) {
    auto const name = fixed_zone(offset);
    if (name.empty()) return {};
    return named(name, feed.header, problems);
}

FeedZone guess_zone(RawFeed const& feed, std::vector<EventTimes> const& times, FeedProblems& problems) {
    constexpr auto hint = "add time_zone to [event], or use --time-zone";
    for (std::string_view const place : {std::string_view(feed.city), std::string_view(feed.title)})
        if (auto const city = find_city(place)) {
            problems.each(Severity::warning, "time-zone-guessed", feed.header,
                          fmt::format("no time zone is stated: {} for {}", city->zone, city->city), hint);
            return named(std::string(city->zone), feed.header, problems);
        }
    auto const of_stamps = common_offset(times), of_clocks = offset_of_clocks(times);
    auto const offset = of_clocks ? of_clocks : of_stamps;
    if (!offset) return {};
    auto zone = zone_of_offset(feed, *offset, problems);
    if (zone.zone)
        problems.each(Severity::warning, "time-zone-guessed", feed.header,
                      fmt::format("no time zone is stated: all {} have {}, which is kept", of_clocks ? "clock times" : "times",
                                  to_offset_text(*offset)), hint);
    return zone;
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

}  // namespace

std::vector<EventTimes> read_times(RawFeed const& feed, FeedProblems& problems) {
    std::vector<EventTimes> all;
    all.reserve(feed.events.size());
    for (RawEvent const& event : feed.events) {
        EventTimes times;
        times.date = read_stamp(event.date);
        times.end = read_stamp(event.end);
        times.start = read_time_of_day(event.start);
        for (auto const* text : {&event.date, &event.end})
            if (!trimmed(*text).empty() && !(text == &event.date ? times.date : times.end))
                problems.once(Severity::error, "date-impossible", event.origin,
                              fmt::format("\"{}\" is no date", clean_line(*text)), "correct it");
        if (!trimmed(event.start).empty() && !times.start)
            problems.once(Severity::warning, "time-malformed", event.origin,
                          fmt::format("\"{}\" is no time of day: ignored", clean_line(event.start)),
                          "write 09:30");
        auto const length = read_duration(event.duration);
        if (length) times.length = length->length;
        else if (!trimmed(event.duration).empty())
            problems.once(Severity::warning, "time-malformed", event.origin,
                          fmt::format("\"{}\" is no length: ignored", clean_line(event.duration)),
                          "write 0:45");
        if (length && length->is_ambiguous)
            problems.once(Severity::warning, "duration-ambiguous", event.origin,
                          fmt::format("the length {} has three parts: read as {} h {:02} min",
                                      clean_line(event.duration), length->length.count() / 60,
                                      length->length.count() % 60),
                          "write hours and minutes");
        all.push_back(times);
    }
    return all;
}

FeedZone choose_zone(RawFeed const& feed, std::vector<EventTimes> const& times, EventSettings const& event,
                     FeedProblems& problems) {
    FeedZone chosen;
    if (!event.time_zone.empty()) {
        chosen.name = event.time_zone;  // the loader reports an unknown one
        chosen.zone = Zone::named(event.time_zone).value;
        if (chosen.zone) hear_witnesses(feed, times, *chosen.zone, problems);
    } else if (auto const stated = without_blanks(feed.zone_name); !stated.empty()) {
        chosen = named(stated, feed.header, problems);
        if (chosen.zone && !hear_witnesses(feed, times, *chosen.zone, problems)) {
            auto const offset = *common_offset(times);
            problems.each(Severity::warning, "zone-contradicts-offset", feed.header,
                          fmt::format("the time zone is stated as {}, all times have {}: the offset counts",
                                      stated, to_offset_text(offset)),
                          "state the venue's zone, or use --time-zone");
            if (auto fixed = zone_of_offset(feed, offset, problems); fixed.zone) chosen = std::move(fixed);
        }
    } else {
        chosen = guess_zone(feed, times, problems);
        if (chosen.zone) hear_witnesses(feed, times, *chosen.zone, problems);
    }
    if (chosen.zone) check_days(feed, *chosen.zone, problems);
    return chosen;
}

Placed place(EventTimes const& times, std::optional<Day> label, minutes day_change, FeedZone const& zone) {
    Placed placed;
    auto const as_draft = [](Stamp const& stamp) {
        return stamp.offset ? DraftTime{stamp.instant()} : DraftTime{stamp.wall};
    };
    if (times.date && times.date->has_time) {
        placed.start = as_draft(*times.date);
        placed.wall =
            times.date->offset && zone.zone ? zone.zone->to_wall(times.date->instant()) : times.date->wall;
    } else if (times.start && (times.date || label)) {
        auto wall = (times.date ? times.date->wall : WallTime{*label}) + *times.start;
        if (!times.date && *times.start < day_change) wall += date::days{1};
        placed.wall = wall;
        placed.start = DraftTime{wall};
    }
    if (times.end && times.end->has_time) placed.end = as_draft(*times.end);
    return placed;
}

}  // namespace kiosk
