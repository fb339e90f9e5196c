#include "import/ics/recurrence_rule.hpp"

#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"
#include "import/ics/content_lines.hpp"

namespace kiosk {
namespace {

using Frequency = RecurrenceRule::Frequency;

constexpr std::array<std::string_view, 7> frequencies{"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array<std::string_view, 7> weekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
constexpr std::array<std::string_view, 4> skipped{"UNTIL", "COUNT", "RSCALE", "SKIP"};
constexpr int most_weeks = 53;

struct NumbersPart {
    std::string_view name;
    RuleNumbers RecurrenceRule::*list;
    int least, most;
    bool also_from_end;
};
constexpr auto number_parts = std::to_array<NumbersPart>({
    {"BYMONTH", &RecurrenceRule::by_month, 1, 12, false},
    {"BYWEEKNO", &RecurrenceRule::by_week_no, 1, most_weeks, true},
    {"BYYEARDAY", &RecurrenceRule::by_year_day, 1, 366, true},
    {"BYMONTHDAY", &RecurrenceRule::by_month_day, 1, 31, true},
    {"BYHOUR", &RecurrenceRule::by_hour, 0, 23, false},
    {"BYMINUTE", &RecurrenceRule::by_minute, 0, 59, false},
    {"BYSECOND", &RecurrenceRule::by_second, 0, 60, false},
    {"BYSETPOS", &RecurrenceRule::by_set_pos, 1, RuleNumbers::most, true},
});

template <class List>
std::optional<int> place_in(List const& list, std::string_view word) {
    auto const found = std::find_if(list.begin(), list.end(), [&](auto name) { return equals_ignoring_case(word, name); });
    if (found == list.end()) return {};
    return static_cast<int>(found - list.begin());
}

/// Takes "-3" or "+3" from the front. Empty: there is no number, or a huge one.
std::optional<int> take_number(std::string_view& text) {
    std::string_view rest = text;
    if (rest.starts_with('+')) rest.remove_prefix(1);
    if (rest.starts_with('-') && rest.size() < text.size()) return {};
    int number = 0;
    auto const [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc{}) return {};
    text = rest.substr(static_cast<std::size_t>(end - rest.data()));
    return number;
}

bool read_numbers(std::string_view value, NumbersPart const& part, RecurrenceRule& rule) {
    RuleNumbers numbers;
    for (auto text : split_values(value)) {
        text = trimmed(text);
        auto const number = take_number(text);
        if (!number || !text.empty()) return false;
        bool const from_end = part.also_from_end && *number <= -part.least && *number >= -part.most;
        if (!from_end && (*number < part.least || *number > part.most)) return false;
        // A leap second is the second before it, as in read_calendar_time.
        numbers.add(part.name == "BYSECOND" ? std::min(*number, 59) : *number);
    }
    rule.*part.list = numbers;
    return !numbers.empty();
}

bool read_days(std::string_view value, RecurrenceRule& rule) {
    rule.by_day = {};
    rule.has_ordinals = false;
    for (auto text : split_values(value)) {
        text = trimmed(text);
        bool const has_ordinal = text.size() > 2;
        int ordinal = has_ordinal ? take_number(text).value_or(0) : 0;
        if (ordinal > 255 - most_weeks && ordinal <= 255) ordinal -= 256;
        auto const weekday = place_in(weekdays, trimmed(text));
        if (!weekday || (has_ordinal && ordinal == 0) || ordinal < -most_weeks || ordinal > most_weeks) return false;
        rule.by_day[static_cast<std::size_t>(*weekday)].add(ordinal);
        rule.has_ordinals = rule.has_ordinals || has_ordinal;
        rule.has_by_day = true;
    }
    return rule.has_by_day;
}

bool read_interval(std::string_view value, RecurrenceRule& rule) {
    value = trimmed(value);
    rule.interval = 0;
    for (char const c : value) {
        if (c < '0' || c > '9') return false;
        rule.interval = std::min(rule.interval * 10 + (c - '0'), 2'000'000'000LL);
    }
    return rule.interval > 0;
}

bool read_part(std::string_view name, std::string_view value, RecurrenceRule& rule) {
    if (place_in(skipped, name)) return true;
    if (equals_ignoring_case(name, "FREQ")) {
        auto const frequency = place_in(frequencies, trimmed(value));
        if (frequency) rule.frequency = static_cast<Frequency>(*frequency);
        return frequency.has_value();
    }
    if (equals_ignoring_case(name, "INTERVAL")) return read_interval(value, rule);
    if (equals_ignoring_case(name, "BYDAY")) return read_days(value, rule);
    if (equals_ignoring_case(name, "WKST")) {
        auto const weekday = place_in(weekdays, trimmed(value));
        if (weekday) rule.week_start = date::weekday{static_cast<unsigned>(*weekday)};
        return weekday.has_value();
    }
    for (auto const& part : number_parts)
        if (equals_ignoring_case(name, part.name)) return read_numbers(value, part, rule);
    return false;
}

/// The parts that MUST NOT be with another.
bool has_what_its_frequency_may(RecurrenceRule const& rule) {
    auto const frequency = rule.frequency;
    bool const by_month_or_year = frequency == Frequency::monthly || frequency == Frequency::yearly;
    bool const by_day_to_month = frequency >= Frequency::daily && frequency <= Frequency::monthly;
    if (!rule.by_week_no.empty() && frequency != Frequency::yearly) return false;
    if (!rule.by_year_day.empty() && by_day_to_month) return false;
    if (!rule.by_month_day.empty() && frequency == Frequency::weekly) return false;
    return !rule.has_ordinals || (by_month_or_year && rule.by_week_no.empty());
}

}  // namespace

std::optional<RecurrenceRule> read_recurrence_rule(std::string_view text) {
    RecurrenceRule rule;
    bool has_frequency = false;
    for (auto const part : split_values(text, ';')) {
        if (part.empty()) continue;
        auto const equal = part.find('=');
        if (equal == part.npos || !read_part(part.substr(0, equal), part.substr(equal + 1), rule)) return {};
        has_frequency = has_frequency || equals_ignoring_case(part.substr(0, equal), "FREQ");
    }
    if (!has_frequency || !has_what_its_frequency_may(rule)) return {};
    return rule;
}

}  // namespace kiosk
