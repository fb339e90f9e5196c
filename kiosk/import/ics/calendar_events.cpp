#include "import/ics/calendar_events.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <memory_resource>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "import/ics/recurrence.hpp"

namespace kiosk {
namespace {

/// How an exception names an occurrence: by the instant, else by the wall time.
long long key_of(DraftTime const& time) {
    if (auto const* instant = std::get_if<Instant>(&time)) return instant->time_since_epoch().count() / 1000;
    return std::get<WallTime>(time).time_since_epoch().count();
}

class Resolver {
public:
    Resolver(CalendarParts& parts, std::string const& file, std::vector<Problem>& problems)
        : zones_(parts.zones), file_(file), problems_(problems) {}

    std::vector<CalendarEvent> run(std::vector<CalendarEvent>& events) {
        for (auto& event : events) read_times(event);
        std::vector<bool> const stays = newest(events);
        bool const all_stay = std::find(stays.begin(), stays.end(), false) == stays.end();
        if (all_stay && !has_series_) return std::move(events);
        resolved_.reserve(events.size());
        std::unordered_map<std::string_view, std::vector<long long>> changed;
        std::unordered_map<std::string_view, std::vector<CalendarEvent>> from_then_on;
        for (std::size_t i = 0; i < events.size(); ++i) {
            auto const& event = events[i];
            if (!event.recurrence_id) continue;
            changed[event.uid].push_back(key_of(event.recurrence_id->time));
            if (stays[i] && event.start && changes_the_future(event)) from_then_on[event.uid].push_back(event);
        }
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (!stays[i]) continue;
            if (!is_series(events[i])) resolved_.push_back(std::move(events[i]));
            else add_series(events[i], changed[events[i].uid], from_then_on[events[i].uid]);
        }
        return std::move(resolved_);
    }

private:
    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        problems_.push_back({severity, std::move(code), std::move(message), std::move(hint), {file_, line, ""}});
    }

    static bool is_series(CalendarEvent const& event) {
        return !event.recurrence_id && event.start && (event.find("RRULE") || event.find("RDATE"));
    }

    void read_times(CalendarEvent& event) {
        for (auto const& line : event.lines) {
            if (line.is("UID")) event.uid = line.value();
            else if (line.is("SEQUENCE")) std::from_chars(line.value().data(), line.value().data() + line.value().size(), event.sequence);
            else if (line.is("DTSTART")) event.start = placed(line);
            else if (line.is("DTEND")) event.end = placed(line);
            else if (line.is("RECURRENCE-ID")) event.recurrence_id = placed(line), has_series_ = true;
            else if (line.is("RRULE") || line.is("RDATE")) has_series_ = true;
            else if (line.is("DURATION")) event.length = read_length_of(line);
        }
    }

    std::optional<seconds> read_length_of(ContentLine const& line) {
        auto const length = read_calendar_length(line.value());
        if (length) return length;
        report(Severity::warning, "time-malformed", line.line(), fmt::format("\"{}\" is no length: ignored", line.value().substr(0, 40)),
               "write it like PT1H30M");
        return {};
    }

    std::optional<PlacedTime> placed(ContentLine const& line) {
        auto const time = read_calendar_time(line.value(), line.parameters().empty() ? "" : line.parameter("TZID"));
        if (time) return PlacedTime{*time, place(*time, line.line())};
        report(Severity::error, "date-impossible", line.line(),
               fmt::format("\"{}\" is no date and no time", line.value().substr(0, 40)), "write it like 20261025T093000Z");
        return {};
    }

    DraftTime place(CalendarTime const& time, int line) {
        switch (time.form) {
            case CalendarTime::Form::utc: return Instant{time.wall.time_since_epoch()};
            case CalendarTime::Form::zoned: return place_in_zone(time, line);
            default: return time.wall;
        }
    }

    DraftTime place_in_zone(CalendarTime const& time, int line) {
        auto const& zone = find_zone(time.zone, line);
        if (zone.unknown) return time.wall;
        auto const resolved = zone.resolve(time.wall);
        if (resolved.clock != Zone::Resolved::Clock::normal)
            report(Severity::warning, "clock-change", line,
                   fmt::format("{} {} in {} that day: read as {}Z", to_iso(time.wall),
                               resolved.clock == Zone::Resolved::Clock::skipped ? "does not exist" : "happens twice", time.zone,
                               to_iso(WallTime{std::chrono::floor<seconds>(resolved.instant).time_since_epoch()})),
                   "write the time in UTC");
        return resolved.instant;
    }

    CalendarZones::Found const& find_zone(std::string const& tzid, int line) {
        auto const& zone = zones_.find(tzid);
        if (!named_.insert(tzid).second) return zone;
        if (zone.unknown)
            report(Severity::error, "time-zone-unknown", line,
                   fmt::format("no zone is called \"{}\" and the file does not define it: read as the venue's", tzid),
                   "use a name like Europe/Berlin");
        else if (!zone.defined)
            report(Severity::note, "zone-definition-missing", line,
                   fmt::format("TZID \"{}\" without VTIMEZONE: read as {} of the tz database", tzid, zone.name), "");
        return zone;
    }

    /// Has no event the UID of another one? Most calendars are like that.
    static bool have_own_ids(std::vector<CalendarEvent> const& events) {
        std::pmr::monotonic_buffer_resource memory;  // for one entry an event
        std::pmr::unordered_set<std::string_view> ids{&memory};
        ids.reserve(events.size());
        return std::all_of(events.begin(), events.end(), [&](CalendarEvent const& event) { return event.uid.empty() || ids.insert(event.uid).second; });
    }

    /// Highest SEQUENCE per (UID, RECURRENCE-ID); of plain events of one UID, all of that version.
    std::vector<bool> newest(std::vector<CalendarEvent> const& events) {
        std::vector<bool> stays(events.size(), true);
        if (have_own_ids(events)) return stays;
        std::unordered_map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (events[i].uid.empty()) continue;
            std::string key(events[i].uid);
            if (events[i].recurrence_id) key += fmt::format("\n{}", key_of(events[i].recurrence_id->time));
            groups[key].push_back(i);
        }
        for (auto const& [key, members] : groups) {
            if (members.size() < 2) continue;
            long highest = 0;
            for (auto const i : members) highest = std::max(highest, events[i].sequence);
            for (std::size_t k = 0; k < members.size(); ++k) {
                auto const& event = events[members[k]];
                if (event.sequence < highest) stays[members[k]] = false;
                else check_double(events, members, k, stays);
            }
        }
        return stays;
    }

    /// The same id and start once more: the same event, or two that share an id by mistake.
    void check_double(std::vector<CalendarEvent> const& events, std::vector<std::size_t> const& members, std::size_t k,
                      std::vector<bool>& stays) {
        constexpr std::size_t most_looked_at = 50;
        auto const& event = events[members[k]];
        CalendarEvent const* alike = nullptr;
        for (std::size_t j = k > most_looked_at ? k - most_looked_at : 0; j < k && stays[members[k]]; ++j) {
            auto const& other = events[members[j]];
            if (!stays[members[j]] || other.start != event.start) continue;
            alike = &other;
            stays[members[k]] = !says_the_same(event, other);
        }
        if (!alike) return;
        report(Severity::warning, "duplicate-id", event.line,
               fmt::format("UID \"{}\" and start as in line {}: {}", event.uid.substr(0, 80), alike->line,
                           stays[members[k]] ? "both are kept" : "shown once"),
               "give each event its own UID");
    }

    static bool says_the_same(CalendarEvent const& a, CalendarEvent const& b) {
        auto const same = [&](std::string_view name) {
            auto const *first = a.find(name), *second = b.find(name);
            return (first ? first->value() : "") == (second ? second->value() : "");
        };
        return same("SUMMARY") && same("LOCATION") && same("DTEND") && same("RRULE");
    }

    /// RECURRENCE-ID;RANGE=THISANDFUTURE: RFC 5545 §3.2.13.
    static bool changes_the_future(CalendarEvent const& event) {
        auto const* id = event.find("RECURRENCE-ID");
        return id && id->parameter("RANGE") == "THISANDFUTURE";
    }

    /// The event whose texts and length an occurrence has: the series', or the last change of all that
    /// follows before it; that moves the start as well.
    static CalendarEvent const& pattern_at(PlacedTime& start, CalendarEvent const& series, std::vector<CalendarEvent> const& later) {
        CalendarEvent const* pattern = &series;
        auto const key = key_of(start.time);
        for (auto const& change : later) {
            bool const is_before = key_of(change.recurrence_id->time) < key;
            bool const is_latest = pattern == &series || key_of(change.recurrence_id->time) > key_of(pattern->recurrence_id->time);
            if (is_before && is_latest) pattern = &change;
        }
        if (pattern == &series) return series;
        auto const moved = seconds{key_of(pattern->start->time) - key_of(pattern->recurrence_id->time)};
        start.written.wall += moved;
        std::visit([&](auto& time) { time += moved; }, start.time);
        return *pattern;
    }

    void add_series(CalendarEvent const& event, std::vector<long long> changed, std::vector<CalendarEvent> const& later) {
        auto starts = starts_of(event);
        for (auto const& line : event.lines)
            if (line.is("EXDATE")) add_times(line, *event.start, changed);
        std::sort(changed.begin(), changed.end());
        auto const excluded = [&](PlacedTime const& start) {
            if (std::binary_search(changed.begin(), changed.end(), key_of(start.time))) return true;
            auto const day = date::floor<date::days>(start.written.wall);
            return std::find(days_off_.begin(), days_off_.end(), day) != days_off_.end();
        };
        std::size_t const size = size_of(event);
        std::set<long long> seen;
        for (auto const& start : starts) {
            if (!seen.insert(key_of(start.time)).second || excluded(start)) continue;
            if (resolved_.size() > most_rules * 20 + most_occurrences) break;
            if ((copied_ += size) > most_series_bytes && seen.size() > 1) {
                report(Severity::warning, "recurrence-limited", event.line,
                       fmt::format("a series with so long texts is read no further: {} of it read", seen.size() - 1),
                       "shorten its texts");
                break;
            }
            auto placed_start = start;
            auto const& pattern = pattern_at(placed_start, event, later);
            CalendarEvent one = pattern;
            one.in_series = true;
            one.recurrence_id.reset();
            one.start = placed_start;
            one.end.reset();
            if (pattern.end) move_end(pattern, one);
            resolved_.push_back(std::move(one));
        }
        days_off_.clear();
    }

    static std::size_t size_of(CalendarEvent const& event) {
        std::size_t size = sizeof event;
        for (auto const& line : event.lines) size += sizeof line + line.parameters().size() + line.value().size();
        return size;
    }

    /// An occurrence lasts as long by the clock as the first: RFC 5545 §3.8.5.3.
    void move_end(CalendarEvent const& first, CalendarEvent& one) {
        auto end = first.end->written;
        if (end.form == first.start->written.form && end.zone == first.start->written.zone) {
            end.wall += one.start->written.wall - first.start->written.wall;
            one.end = PlacedTime{end, place(end, one.line)};
        } else {
            one.length = seconds{key_of(first.end->time) - key_of(first.start->time)};
        }
    }

    std::vector<PlacedTime> starts_of(CalendarEvent const& event) {
        std::vector<PlacedTime> starts;
        auto const* rule = event.find("RRULE");
        if (!rule) starts.push_back(*event.start);
        else add_rule(event, *rule, starts);
        for (auto const& line : event.lines) {
            if (!line.is("RDATE")) continue;
            for (auto const value : split_values(line.value())) {
                auto const time = read_calendar_time(value.substr(0, value.find('/')), line.parameter("TZID"));
                if (time) starts.push_back({*time, place(*time, line.line())});
                else report_date(line, value);
            }
        }
        auto const earlier = [](PlacedTime const& a, PlacedTime const& b) { return key_of(a.time) < key_of(b.time); };
        std::stable_sort(starts.begin(), starts.end(), earlier);
        return starts;
    }

    void report_date(ContentLine const& line, std::string_view value) {
        report(Severity::error, "date-impossible", line.line(),
               fmt::format("\"{}\" is no date and no time", value.substr(0, 40)), "write it like 20261025T093000Z");
    }

    void add_rule(CalendarEvent const& event, ContentLine const& rule, std::vector<PlacedTime>& starts) {
        auto const& first = *event.start;
        auto const until = read_calendar_time(rule_part(rule.value(), "UNTIL"));
        auto const at = [&](WallTime wall) {
            CalendarTime time = first.written;
            time.wall = wall;
            return time;
        };
        auto const goes_on = [&](WallTime wall) {
            if (!until) return true;
            if (until->form == CalendarTime::Form::date) return date::floor<date::days>(wall) <= date::floor<date::days>(until->wall);
            if (until->form == CalendarTime::Form::utc && first.written.form == CalendarTime::Form::zoned) {
                auto const& zone = find_zone(first.written.zone, rule.line());
                if (!zone.unknown) return zone.resolve(wall).instant <= Instant{until->wall.time_since_epoch()};
            }
            return wall <= until->wall;
        };
        auto const found = search(rule, first.written.wall, goes_on);
        if (found.end == Occurrences::End::invalid)
            report(Severity::error, "recurrence-invalid", rule.line(),
                   fmt::format("\"{}\" is no rule: only the first of the series is read", rule.value().substr(0, 80)), "correct the RRULE");
        if (found.end == Occurrences::End::limited)
            report(Severity::warning, "recurrence-limited", rule.line(),
                   fmt::format("\"{}\" does not end, or never holds: {} of the series read", rule.value().substr(0, 80), std::max<std::size_t>(found.starts.size(), 1)),
                   "add UNTIL or COUNT");
        for (auto const wall : found.starts) starts.push_back({at(wall), place(at(wall), event.line)});
        if (!found.starts.empty()) return;
        starts.push_back(first);  // whatever its rule says, there is an event
        if (found.end == Occurrences::End::complete)
            report(Severity::error, "recurrence-invalid", rule.line(),
                   fmt::format("\"{}\" gives no day: only the first of the series is read", rule.value().substr(0, 80)), "correct the RRULE");
    }

    /// Rules that never hold cost the most.
    Occurrences search(ContentLine const& rule, WallTime start, std::function<bool(WallTime)> const& goes_on) {
        bool const has_more = rules_++ < most_rules && occurrences_ < most_occurrences;
        std::size_t const left = has_more ? std::min(most_occurrences - occurrences_, most_in_series) : 1;
        if (searched_ > longest_search_of_all_rules) return {Occurrences::End::limited, {}};
        auto found = occurrences_of(rule.value(), start, goes_on, left);
        occurrences_ += found.starts.size();
        bool const is_in_vain = found.end == Occurrences::End::limited && found.starts.size() < left;
        if (is_in_vain) searched_ += hours{24 * 366} * 60;
        else if (!found.starts.empty()) searched_ += std::chrono::floor<hours>(found.starts.back() - start);
        return found;
    }

    /// EXDATE: times, or days on which nothing takes place. A time without zone is in the start's.
    void add_times(ContentLine const& line, PlacedTime const& start, std::vector<long long>& keys) {
        for (auto const value : split_values(line.value())) {
            auto time = read_calendar_time(value, line.parameter("TZID"));
            if (!time) {
                report_date(line, value);
            } else if (time->form == CalendarTime::Form::date) {
                days_off_.push_back(date::floor<date::days>(time->wall));
            } else {
                if (time->form == CalendarTime::Form::floating) time->form = start.written.form, time->zone = start.written.zone;
                keys.push_back(key_of(place(*time, line.line())));
            }
        }
    }

    CalendarZones& zones_;
    SourceName const file_;
    std::vector<Problem>& problems_;
    bool has_series_ = false;  // or parts of one
    std::set<std::string> named_;
    std::vector<date::local_days> days_off_;
    std::vector<CalendarEvent> resolved_;
    std::size_t rules_ = 0, occurrences_ = 0, copied_ = 0;
    hours searched_{0};
};

}  // namespace

ContentLine const* CalendarEvent::find(std::string_view upper_name) const {
    auto const found = std::find_if(lines.begin(), lines.end(), [&](ContentLine const& one) { return one.is(upper_name); });
    return found == lines.end() ? nullptr : &*found;
}

CalendarParts take_apart(std::vector<ContentLine> lines) {
    CalendarParts parts;
    parts.lines = std::move(lines);
    auto const begins_event = [](ContentLine const& line) { return line.is("BEGIN") && equals_ignoring_case(line.value(), "VEVENT"); };
    auto const begun = static_cast<std::size_t>(std::count_if(parts.lines.begin(), parts.lines.end(), begins_event));
    parts.events.reserve(std::min(begun, most_sessions));
    // The lines of an event move together over those that are nested in it.
    std::size_t kept = 0;
    auto const keep = [&](ContentLine const& line) {
        auto& event = parts.events.back();
        parts.lines[kept++] = line;
        event.lines = {event.lines.empty() ? &parts.lines[kept - 1] : event.lines.data(), event.lines.size() + 1};
    };
    enum class Inside { calendar, event, zone, other } inside = Inside::calendar;
    int depth = 0;  // below the component that `inside` names
    std::vector<ContentLine> zone;
    for (std::size_t i = 0; i < parts.lines.size(); ++i) {
        auto const line = parts.lines[i];
        bool const begins = line.is("BEGIN"), ends = line.is("END");
        bool const calendar = (begins || ends) && equals_ignoring_case(line.value(), "VCALENDAR");
        if (calendar || begins_event(line)) {
            // An event or a calendar that begins inside another component: that one was cut off.
            inside = calendar ? Inside::calendar : Inside::event;
            depth = 0;
            parts.complete = calendar && ends;
            if (calendar) continue;
            if (parts.events.size() == most_sessions) {
                ++parts.events_left_out;
                inside = Inside::other;
                continue;
            }
            parts.events.push_back({{}, line.line(), {}, 0, {}, {}, {}, {}, false});
        } else if (inside == Inside::calendar) {
            if (!begins && !ends) parts.facts.push_back(line);
            if (begins) inside = equals_ignoring_case(line.value(), "VTIMEZONE") ? Inside::zone : Inside::other;
        } else if (ends && depth == 0) {
            if (inside == Inside::zone) parts.zones.define(zone);
            zone.clear();
            inside = Inside::calendar;
        } else {
            depth += begins ? 1 : ends ? -1 : 0;
            if (inside == Inside::zone) zone.push_back(line);
            if (inside == Inside::event && depth == 0 && !ends) keep(line);
        }
    }
    return parts;
}

std::vector<CalendarEvent> resolve_events(CalendarParts& parts, std::string const& file, std::vector<Problem>& problems) {
    return Resolver(parts, file, problems).run(parts.events);
}

}  // namespace kiosk
