#include "import/ics/recurrence.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <libical/ical.h>

#include "import/ics/content_lines.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_rule = 500;

icaltimetype to_library(WallTime wall) {
    auto const midnight = date::floor<date::days>(wall);
    date::year_month_day const day{midnight};
    auto const clock = static_cast<int>((wall - midnight).count());
    icaltimetype time = icaltime_null_time();
    time.year = static_cast<int>(day.year());
    time.month = static_cast<int>(static_cast<unsigned>(day.month()));
    time.day = static_cast<int>(static_cast<unsigned>(day.day()));
    time.hour = clock / 3600;
    time.minute = clock / 60 % 60;
    time.second = clock % 60;
    return time;
}

WallTime from_library(icaltimetype const& time) {
    date::year_month_day const day{date::year{time.year}, date::month{static_cast<unsigned>(time.month)},
                                   date::day{static_cast<unsigned>(time.day)}};
    return WallTime{date::local_days{day}} + hours{time.hour} + minutes{time.minute} + seconds{time.second};
}

constexpr auto longest_search = hours{24 * 366 * 60};
constexpr int most_steps = 20'000;  // of a rule that ticks in hours, minutes or seconds

/// Without UNTIL, COUNT (both counted here) and what only other calendars than ours have.
std::string without_limits(std::string_view rule) {
    std::string kept;
    for (auto const part : split_values(rule, ';')) {
        auto const name = part.substr(0, part.find('='));
        bool const dropped = equals_ignoring_case(name, "UNTIL") || equals_ignoring_case(name, "COUNT") ||
                             equals_ignoring_case(name, "RSCALE") || equals_ignoring_case(name, "SKIP");
        if (part.empty() || dropped) continue;
        kept += (kept.empty() ? "" : ";") + std::string(part);
    }
    return kept;
}

/// COUNT of a rule; `none` if it has none.
std::size_t count_of(std::string_view rule, std::size_t none) {
    std::string_view const text = rule_part(rule, "COUNT");
    std::size_t count = 0;
    for (char const c : text) count = c >= '0' && c <= '9' ? std::min<std::size_t>(count * 10 + std::size_t(c - '0'), 1'000'000) : count;
    return text.empty() ? none : count;
}

/// A BY list of libical: whether it holds `value`, or, counted from the end, `from_end`.
template <std::size_t size>
bool allows(short const (&list)[size], int value, int from_end = 0) {
    if (list[0] == ICAL_RECURRENCE_ARRAY_MAX) return true;
    for (short const entry : list) {
        if (entry == ICAL_RECURRENCE_ARRAY_MAX) return false;
        if (entry == value || (from_end < 0 && entry == from_end)) return true;
    }
    return false;
}

bool allows_weekday(icalrecurrencetype const& rule, int weekday) {
    if (rule.by_day[0] == ICAL_RECURRENCE_ARRAY_MAX) return true;
    for (short const entry : rule.by_day) {
        if (entry == ICAL_RECURRENCE_ARRAY_MAX) return false;
        if (icalrecurrencetype_day_day_of_week(entry) == weekday) return true;
    }
    return false;
}

bool allows(icalrecurrencetype const& rule, WallTime wall) {
    auto const midnight = date::floor<date::days>(wall);
    date::year_month_day const day{midnight};
    auto const month_end = static_cast<unsigned>((day.year() / day.month() / date::last).day());
    auto const in_year = (midnight - date::local_days{day.year() / 1 / 1}).count() + 1;
    int const in_month = static_cast<int>(static_cast<unsigned>(day.day()));
    int const clock = static_cast<int>((wall - midnight).count());
    return allows(rule.by_month, static_cast<int>(static_cast<unsigned>(day.month()))) &&
           allows(rule.by_month_day, in_month, in_month - static_cast<int>(month_end) - 1) &&
           allows(rule.by_year_day, static_cast<int>(in_year), static_cast<int>(in_year) - (day.year().is_leap() ? 367 : 366)) &&
           allows_weekday(rule, static_cast<int>(date::weekday{midnight}.c_encoding()) + 1) &&
           allows(rule.by_hour, clock / 3600) && allows(rule.by_minute, clock / 60 % 60) &&
           allows(rule.by_second, clock % 60);
}

/// What next gives: an occurrence, or none (all `horizon` is searched, or more steps than are allowed).
using Next = std::function<std::optional<WallTime>()>;

/// Own steps: libical tries second after second until the year 2582 where a rule never holds.
Next ticking(icalrecurrencetype const& rule, WallTime start) {
    auto const unit = [&]() -> seconds {
        if (rule.freq == ICAL_SECONDLY_RECURRENCE || rule.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX) return seconds{1};
        if (rule.freq == ICAL_MINUTELY_RECURRENCE || rule.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX) return minutes{1};
        return hours{1};
    }();
    seconds const period = rule.freq == ICAL_HOURLY_RECURRENCE     ? hours{1}
                           : rule.freq == ICAL_MINUTELY_RECURRENCE ? seconds{minutes{1}}
                                                                   : seconds{1};
    return [=, at = start, steps = 0]() mutable -> std::optional<WallTime> {
        while (steps++ < most_steps) {
            WallTime const now = at;
            at += unit;
            auto const passed = [&](WallTime wall) { return wall.time_since_epoch() / period - start.time_since_epoch() / period; };
            if (passed(at) % rule.interval != 0) at += ((rule.interval - passed(at) % rule.interval) * period);
            if (allows(rule, now)) return now;
        }
        return {};
    };
}

Next by_library(icalrecurrencetype rule, WallTime start) {
    rule.until = to_library(start + longest_search);
    std::shared_ptr<icalrecur_iterator> const iterator{icalrecur_iterator_new(rule, to_library(start)),
                                                       [](icalrecur_iterator* it) { if (it) icalrecur_iterator_free(it); }};
    if (!iterator) return {};
    return [iterator]() -> std::optional<WallTime> {
        auto const next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next)) return {};
        return from_library(next);
    };
}

}  // namespace

std::string_view rule_part(std::string_view rule, std::string_view upper_name) {
    for (auto const part : split_values(rule, ';')) {
        auto const equal = part.find('=');
        if (equal != part.npos && equals_ignoring_case(part.substr(0, equal), upper_name)) return part.substr(equal + 1);
    }
    return {};
}

Occurrences occurrences_of(std::string_view rule, WallTime start, std::function<bool(WallTime)> const& goes_on,
                           std::size_t most) {
    Occurrences found{Occurrences::End::invalid, {}};
    if (rule.size() > longest_rule || start < WallTime{} || start > WallTime{} + hours{24 * 366 * 200}) return found;
    auto parsed = icalrecurrencetype_from_string(without_limits(rule).c_str());
    if (parsed.freq == ICAL_NO_RECURRENCE || parsed.interval < 1) return found;
    bool const ticks = parsed.freq == ICAL_HOURLY_RECURRENCE || parsed.freq == ICAL_MINUTELY_RECURRENCE ||
                       parsed.freq == ICAL_SECONDLY_RECURRENCE;
    if (ticks && parsed.by_set_pos[0] != ICAL_RECURRENCE_ARRAY_MAX) return found;
    Next const next = ticks ? ticking(parsed, start) : by_library(parsed, start);
    if (!next) return {Occurrences::End::limited, {}};  // the library has looked, and found nothing
    std::size_t const count = count_of(rule, 1'000'000);
    found.end = Occurrences::End::complete;
    while (found.starts.size() < count) {
        auto const wall = next();
        if (wall && !goes_on(*wall)) break;
        if (!wall || found.starts.size() == most) {
            found.end = Occurrences::End::limited;
            break;
        }
        found.starts.push_back(*wall);
    }
    return found;
}

}  // namespace kiosk
