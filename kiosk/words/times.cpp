#include "words/times.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

struct Reading {
    int hour, minute, second;
    bool is_morning() const { return hour < 12; }
};

Reading reading(WallTime wall) {
    date::hh_mm_ss const time{wall - date::floor<date::days>(wall)};
    return {static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count())};
}

bool has_halves(Words const& words) { return words.habits.clock == ClockStyle::twelve_hour; }

/// Where "AM" stands, and whether a blank parts it from the digits, is the language's own: "{time} AM".
std::string with_half(std::string_view digits, bool is_morning, Words const& words) {
    return words.say(is_morning ? Phrase::am : Phrase::pm, {digits});
}

bool half_stands_first(Words const& words) { return !with_half("0", true, words).starts_with('0'); }

ClockText digits(Reading r, Words const& words, bool with_seconds) {
    auto text = has_halves(words) ? fmt::format("{}:{:02}", (r.hour + 11) % 12 + 1, r.minute)
                                  : fmt::format("{:02}:{:02}", r.hour, r.minute);
    if (with_seconds) text += fmt::format(":{:02}", r.second);
    return {text, has_halves(words) ? std::string(trimmed(with_half("", r.is_morning(), words))) : ""};
}

std::string day_text(Day day, Words const& words, bool is_long) {
    date::year_month_day const date{day};
    auto const weekday = date::weekday{day}.c_encoding();
    auto const month = static_cast<unsigned>(date.month()) - 1;
    auto const number = std::to_string(static_cast<unsigned>(date.day()));
    auto const month_first = is_long ? Phrase::long_day_month_first : Phrase::short_day_month_first;
    bool const by_region = words.habits.month_first && words.has(month_first);
    auto const phrase = by_region ? month_first : is_long ? Phrase::long_day : Phrase::short_day;
    return words.say(phrase, {is_long ? words.weekdays[weekday] : words.short_weekdays[weekday], number,
                              is_long ? words.months[month] : words.short_months[month]});
}

/// The first letter large: of a to z and, for Polish, ś. No other small letter begins a weekday.
std::string with_capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    if (text.starts_with("ś")) text.replace(0, std::string_view("ś").size(), "Ś");
    return text;
}

// They enclose numbers in a text that is to be taken apart again; no clean text holds them.
constexpr char number_begins = '\1', number_ends = '\2';

}  // namespace

ClockText clock_reading(WallTime wall, Words const& words) { return digits(reading(wall), words, false); }

ClockText clock_reading_with_seconds(WallTime wall, Words const& words) {
    return digits(reading(wall), words, true);
}

ClockText row_reading(WallTime wall, Words const& words) {
    if (has_halves(words) && half_stands_first(words)) return {time_text(wall, words), ""};
    return clock_reading(wall, words);
}

std::string time_text(WallTime wall, Words const& words) {
    auto const text = clock_reading(wall, words).digits;
    return has_halves(words) ? with_half(text, reading(wall).is_morning(), words) : text;
}

std::string range_text(WallTime begin, WallTime end, Words const& words) {
    if (begin == end) return time_text(begin, words);
    auto from = time_text(begin, words), to = time_text(end, words);
    auto const first = clock_reading(begin, words), last = clock_reading(end, words);
    // "AM" once where both have it, at the outer end.
    if (first.half == last.half)
        (half_stands_first(words) ? to : from) = (half_stands_first(words) ? last : first).digits;
    return words.say(Phrase::range, {from, to});
}

std::string weekday_name(Day day, Words const& words) {
    return words.weekdays[date::weekday{day}.c_encoding()];
}
std::string long_day(Day day, Words const& words) { return day_text(day, words, true); }
std::string day_heading(Day day, Words const& words) { return with_capital(long_day(day, words)); }
std::string short_day(Day day, Words const& words) { return day_text(day, words, false); }

std::vector<Amount> waiting_time(milliseconds length) {
    auto total = std::max<long long>(0, std::chrono::ceil<minutes>(length).count());
    if (total < 60) return {{total, Phrase::minute_count}};
    total = (total + 2) / 5 * 5;  // nobody plans an hour ahead to the minute
    if (total >= 48 * 60) return {{(total + 24 * 60 - 1) / (24 * 60), Phrase::day_count}};
    if (total % 60 == 0) return {{total / 60, Phrase::hour_count}};
    return {{total / 60, Phrase::hour_count}, {total % 60, Phrase::minute_count}};
}

std::string to_text(std::vector<Amount> const& amounts, Words const& words) {
    std::string text;
    for (auto const& amount : amounts)
        text += (text.empty() ? "" : " ") + words.count(amount.unit, amount.number);
    return text;
}

std::vector<NumberAndWords> wait_pieces(Phrase phrase, std::vector<Amount> const& amounts,
                                        Words const& words) {
    std::string wait;
    for (auto const& amount : amounts) {
        auto const number = fmt::format("{}{}{}", number_begins, amount.number, number_ends);
        wait += (wait.empty() ? "" : " ") + words.count(amount.unit, amount.number, {}, number);
    }
    auto const whole = words.say(phrase, {wait});
    std::string_view rest = whole;
    std::vector<NumberAndWords> pieces;
    auto const words_up_to = [&](std::size_t end) { return std::string(trimmed(rest.substr(0, end))); };
    if (auto before = words_up_to(rest.find(number_begins)); !before.empty())
        pieces.push_back({"", std::move(before)});
    for (auto begin = rest.find(number_begins); begin != rest.npos; begin = rest.find(number_begins)) {
        auto const end = rest.find(number_ends, begin);
        auto number = std::string(rest.substr(begin + 1, end - begin - 1));
        rest.remove_prefix(end + 1);
        pieces.push_back({std::move(number), words_up_to(rest.find(number_begins))});
    }
    return pieces;
}

std::string relative_text(milliseconds until_then, Words const& words) {
    if (until_then < minutes{1}) return words[Phrase::right_now];
    auto const wait = waiting_time(until_then);
    // "in 3 Tagen", but "noch 3 Tage": in some languages whole words change with what stands before them.
    if (wait.front().unit == Phrase::day_count) return words.count(Phrase::in_days, wait.front().number);
    return words.say(Phrase::in_wait, {to_text(wait, words)});
}

std::string length_text(milliseconds length, Words const& words) {
    auto const total = std::chrono::round<minutes>(length).count();
    std::vector<Amount> amounts;
    if (total >= 60) amounts.push_back({total / 60, Phrase::hour_count});
    if (total < 60 || total % 60 != 0) amounts.push_back({total % 60, Phrase::minute_count});
    return to_text(amounts, words);
}

}  // namespace kiosk
