#include "import/ics/recurrence.hpp"

#include <algorithm>
#include <optional>

#include "base/limits.hpp"
#include "import/ics/content_lines.hpp"
#include "import/ics/recurrence_rule.hpp"

namespace kiosk {
namespace {

using Frequency = RecurrenceRule::Frequency;

/// COUNT of a rule; `none` if it has none.
std::size_t count_of(std::string_view rule, std::size_t none) {
    std::string_view const text = rule_part(rule, "COUNT");
    std::size_t count = 0;
    for (char const c : text) count = c >= '0' && c <= '9' ? std::min<std::size_t>(count * 10 + std::size_t(c - '0'), 1'000'000) : count;
    return text.empty() ? none : count;
}

unsigned weekday_of(Day day) { return date::weekday{day}.c_encoding(); }

/// What the rule leaves open is as in its start. A day of the month without month is one of the start's month: so read
/// libical and others that go by "derived from DTSTART"; again others take all months.
RecurrenceRule completed(RecurrenceRule rule, WallTime start) {
    auto const midnight = date::floor<date::days>(start);
    date::year_month_day const day{midnight};
    auto const clock = static_cast<int>((start - midnight).count());
    auto const take = [](RuleNumbers& numbers, int number) {
        if (numbers.empty()) numbers.add(number);
    };
    if (rule.frequency >= Frequency::daily) take(rule.by_hour, clock / 3600);
    if (rule.frequency >= Frequency::hourly) take(rule.by_minute, clock / 60 % 60);
    if (rule.frequency >= Frequency::minutely) take(rule.by_second, clock % 60);
    bool const yearly = rule.frequency == Frequency::yearly;
    bool const names_days = rule.has_by_day || !rule.by_month_day.empty() || !rule.by_year_day.empty();
    if (!names_days && (rule.frequency == Frequency::weekly || !rule.by_week_no.empty())) {
        rule.by_day[weekday_of(midnight)].add(0);
        rule.has_by_day = true;
    } else if (!names_days && rule.frequency >= Frequency::monthly) {
        rule.by_month_day.add(static_cast<int>(static_cast<unsigned>(day.day())));
    }
    if (yearly && !rule.by_month_day.empty() && rule.by_week_no.empty() && rule.by_year_day.empty())
        take(rule.by_month, static_cast<int>(static_cast<unsigned>(day.month())));
    return rule;
}

std::vector<int> in_order(RuleNumbers const& numbers) {
    std::vector<int> all;
    for (int number = 0; number < 60; ++number)
        if (numbers.has(number)) all.push_back(number);
    return all;
}

/// The place nearest to either end that BYSETPOS names. 0: there is none.
int nearest(RuleNumbers const& positions) {
    int place = 0;
    while (!positions.empty() && !positions.has(place) && !positions.has(-place)) ++place;
    return place;
}

/// A rule, period after period: the days of each that the rule has, and the times of day, which are all the same for them.
/// Every day with every time, in order, is the set that BYSETPOS counts in; it is not written out, as a hostile one
/// has 30 million a year.
class Expansion {
public:
    Expansion(RecurrenceRule const& rule, WallTime start)
        : rule_(completed(rule, start)),
          ordinals_within_month_(rule.frequency == Frequency::monthly || !rule.by_month.empty()),
          start_(start),
          last_(start + longest_rule_search),
          period_(period_of(start)),
          last_period_(period_of(last_)),
          nearest_position_(nearest(rule_.by_set_pos)),
          hours_(in_order(rule_.by_hour)),
          minutes_(in_order(rule_.by_minute)),
          seconds_(in_order(rule_.by_second)) {}

    /// Empty: all periods are searched, or as many as are allowed.
    std::optional<WallTime> next() {
        do {
            auto const size = static_cast<long long>(days_.size()) * times_of_day();
            while (at_ < size && nearest_position_ <= size) {
                auto const place = at_++;
                if (!rule_.by_set_pos.empty()) {
                    // No position counts so far, from either end.
                    if (place >= RuleNumbers::most) at_ = std::max(at_, size - RuleNumbers::most);
                    if (!rule_.by_set_pos.has(place + 1) && !rule_.by_set_pos.has(place - size)) continue;
                }
                auto const wall = occurrence(place);
                if (wall > last_) return {};
                if (wall >= start_) return wall;
            }
        } while (open_period());
        return {};
    }

private:
    long long times_of_day() const { return static_cast<long long>(hours_.size() * minutes_.size() * seconds_.size()); }

    WallTime occurrence(long long place) const {
        auto const take = [&](auto const& list) -> auto const& {
            auto const size = static_cast<long long>(list.size());
            auto const& one = list[static_cast<std::size_t>(place % size)];
            place /= size;
            return one;
        };
        seconds const second{take(seconds_)};
        minutes const minute{take(minutes_)};
        hours const hour{take(hours_)};
        return WallTime{take(days_)} + hour + minute + second;
    }

    /// Seconds in a period of a rule that ticks within days.
    long long tick() const {
        return rule_.frequency == Frequency::hourly ? 3600 : rule_.frequency == Frequency::minutely ? 60 : 1;
    }

    /// Periods are numbered; from where does not matter.
    long long period_of(WallTime wall) const {
        auto const midnight = date::floor<date::days>(wall);
        date::year_month_day const day{midnight};
        auto const year = static_cast<int>(day.year());
        switch (rule_.frequency) {
            case Frequency::yearly:
                // A year of weeks: the first days of January may be the last of the year before, and the other way round.
                if (rule_.by_week_no.empty()) return year;
                return midnight < first_week(year) ? year - 1 : midnight >= first_week(year + 1) ? year + 1 : year;
            case Frequency::monthly: return year * 12LL + static_cast<unsigned>(day.month()) - 1;
            case Frequency::weekly: return ((week_of(midnight) - Day{}).count() + 7) / 7;  // 1970 begins within a week
            case Frequency::daily: return (midnight - Day{}).count();
            default: return wall.time_since_epoch().count() / tick();
        }
    }

    /// The first day of its week.
    Day week_of(Day day) const { return day - (date::weekday{day} - rule_.week_start); }

    /// Of the week 1, which has four days of the year at least.
    Day first_week(int year) const { return week_of(Day{date::year{year} / date::January / 4}); }

    /// Goes on to the next period that has days. False: there is none.
    bool open_period() {
        days_.clear();
        while (days_.empty())
            if (period_ > last_period_ || !(rule_.frequency < Frequency::daily ? open_tick() : open_days())) return false;
        bool const skips = rule_.by_set_pos.empty();  // what is before the start; positions count in it
        auto const first = std::lower_bound(days_.begin(), days_.end(), date::floor<date::days>(start_));
        at_ = skips ? (first - days_.begin()) * times_of_day() : 0;
        return true;
    }

    bool open_days() {
        Day day, end;
        auto const number = static_cast<int>(period_);
        switch (rule_.frequency) {
            case Frequency::yearly:
                day = rule_.by_week_no.empty() ? Day{date::year{number} / 1 / 1} : first_week(number);
                end = rule_.by_week_no.empty() ? Day{date::year{number + 1} / 1 / 1} : first_week(number + 1);
                break;
            case Frequency::monthly: {
                auto const month = date::year{number / 12} / date::month{static_cast<unsigned>(number % 12 + 1)};
                day = Day{month / 1};
                end = Day{month / date::last} + date::days{1};
                break;
            }
            case Frequency::weekly:
                day = week_of(Day{date::days{number * 7 - 1}});
                end = day + date::days{7};
                break;
            default:
                day = Day{date::days{number}};
                end = day + date::days{1};
        }
        period_ += rule_.interval;
        weeks_begin_ = day;
        weeks_ = (end - day).count() / 7;
        for (; day < end; day += date::days{1})
            if (allows(day)) days_.push_back(day);
        return true;
    }

    /// An hour, a minute or a second. False: too many are looked at.
    bool open_tick() {
        if (++steps_ > most_rule_steps) return false;
        WallTime const begin{seconds{period_ * tick()}};
        auto const day = date::floor<date::days>(begin);
        if (!allows(day)) {  // on to the first period of the next day
            auto const left = (WallTime{day + date::days{1}} - begin).count() / tick();
            period_ += (left + rule_.interval - 1) / rule_.interval * rule_.interval;
            return true;
        }
        period_ += rule_.interval;
        auto const clock = static_cast<int>((begin - day).count());
        auto const pick = [](RuleNumbers const& allowed, int number, std::vector<int>& picked) {
            picked.assign(1, number);
            return allowed.allow(number);
        };
        bool allowed = pick(rule_.by_hour, clock / 3600, hours_);
        if (rule_.frequency <= Frequency::minutely) allowed = pick(rule_.by_minute, clock / 60 % 60, minutes_) && allowed;
        if (rule_.frequency == Frequency::secondly) allowed = pick(rule_.by_second, clock % 60, seconds_) && allowed;
        if (allowed) days_.push_back(day);
        return true;
    }

    bool allows(Day day) const {
        date::year_month_day const named{day};
        Day const year_begin{named.year() / 1 / 1};
        int const in_month = static_cast<int>(static_cast<unsigned>(named.day())), in_year = (day - year_begin).count() + 1;
        auto const month_end = static_cast<int>(static_cast<unsigned>((named.year() / named.month() / date::last).day()));
        int const year_end = named.year().is_leap() ? 366 : 365;
        if (!rule_.by_month.allow(static_cast<unsigned>(named.month()))) return false;
        if (!rule_.by_month_day.allow(in_month, in_month - month_end - 1)) return false;
        if (!rule_.by_year_day.allow(in_year, in_year - year_end - 1)) return false;
        auto const week = (day - weeks_begin_).count() / 7 + 1;
        if (!rule_.by_week_no.allow(week, week - weeks_ - 1)) return false;
        if (!rule_.has_by_day) return true;
        auto const& ordinals = rule_.by_day[weekday_of(day)];
        int const place = ordinals_within_month_ ? in_month : in_year, end = ordinals_within_month_ ? month_end : year_end;
        return ordinals.has(0) || ordinals.has((place - 1) / 7 + 1) || ordinals.has(-((end - place) / 7 + 1));
    }

    RecurrenceRule const rule_;
    bool const ordinals_within_month_;
    WallTime const start_, last_;
    long long period_;  // the next to open
    long long const last_period_;
    int const nearest_position_;
    int steps_ = 0;

    // Of the period that is open:
    std::vector<Day> days_;
    std::vector<int> hours_, minutes_, seconds_;
    long long at_ = 0;  // how far the set is read
    Day weeks_begin_{};
    int weeks_ = 0;
};

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
    auto const parsed = read_recurrence_rule(rule);
    if (!parsed) return found;
    Expansion expansion(*parsed, start);
    std::size_t const count = count_of(rule, 1'000'000);
    found.end = Occurrences::End::complete;
    while (found.starts.size() < count) {
        auto const wall = expansion.next();
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
