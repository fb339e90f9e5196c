#include "time/instant.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace kiosk {
namespace {

/// Reads exactly `digits` digits from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return {};
    int value = 0;
    for (char const c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<seconds> take_time_of_day(std::string_view& text) {
    // One or two digits of hour: "9:05" is what people type.
    std::size_t const hour_digits = text.size() > 1 && text[1] == ':' ? 1 : 2;
    auto const hour = take_digits(text, hour_digits);
    if (!hour || *hour > 24 || !take(text, ':')) return {};
    auto const minute = take_digits(text, 2);
    if (!minute || *minute > 59) return {};
    int second = 0;
    if (take(text, ':')) {
        auto const given = take_digits(text, 2);
        if (!given || *given > 59) return {};
        second = *given;
        if (take(text, '.'))
            while (!text.empty() && std::isdigit(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    }
    if (*hour == 24 && (*minute || second)) return {};
    return hours{*hour} + minutes{*minute} + seconds{second};
}

/// "Z", "+01:00", "-0600": east of Greenwich is positive.
std::optional<minutes> take_offset(std::string_view& text) {
    if (take(text, 'Z') || take(text, 'z')) return minutes{0};
    int const sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
    if (!sign) return {};
    auto const hour = take_digits(text, 2);
    if (!hour || *hour > 15) return {};
    take(text, ':');
    int minute = 0;
    if (!text.empty()) {
        auto const given = take_digits(text, 2);
        if (!given || *given > 59) return {};
        minute = *given;
    }
    return minutes{sign * (*hour * 60 + minute)};
}

std::optional<Day> take_day(std::string_view& text) {
    auto const year = take_digits(text, 4);
    if (!year || !take(text, '-')) return {};
    auto const month = take_digits(text, 2);
    if (!month || !take(text, '-')) return {};
    auto const day = take_digits(text, 2);
    if (!day) return {};
    date::year_month_day const date{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                    date::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return {};
    return Day{date};
}

}  // namespace

std::optional<milliseconds> parse_duration(std::string_view text) {
    struct Unit {
        std::string_view name;
        double length_ms;
    };
    static constexpr std::array<Unit, 5> units{{{"ms", 1}, {"s", 1e3}, {"m", 6e4}, {"h", 3.6e6}, {"d", 8.64e7}}};
    if (text.empty()) return {};
    if (text == "0") return milliseconds{0};
    double total = 0;
    while (!text.empty()) {
        double value = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value,
                                                  std::chars_format::fixed);
        if (error != std::errc{} || value < 0) return {};
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        Unit const* found = nullptr;
        for (auto const& unit : units) {  // "ms" before "m"
            if (text.starts_with(unit.name)) {
                found = &unit;
                break;
            }
        }
        if (!found) return {};
        text.remove_prefix(found->name.size());
        total += value * found->length_ms;
    }
    if (!(total < 1e14)) return {};
    return milliseconds{static_cast<long long>(std::llround(total))};
}

std::optional<Day> parse_day(std::string_view text) {
    auto const day = take_day(text);
    if (!text.empty()) return {};
    return day;
}

void append_two_digits(std::string& text, long long number) {
    if (number < 0 || number > 99) return void(text += fmt::format("{:02}", number));
    char const digits[] = {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
    text.append(digits, 2);
}

std::string to_iso(Day day) {
    date::year_month_day const date{day};
    int const year = static_cast<int>(date.year());
    auto const month = static_cast<unsigned>(date.month()), day_of_month = static_cast<unsigned>(date.day());
    if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month);
    std::string text;
    append_two_digits(text, year / 100);
    append_two_digits(text, year % 100);
    text += '-';
    append_two_digits(text, month);
    text += '-';
    append_two_digits(text, day_of_month);
    return text;
}

std::string to_iso(WallTime wall) {
    auto const day = date::floor<date::days>(wall);
    auto const clock = (wall - day).count();
    auto text = to_iso(day);
    text += 'T';
    append_two_digits(text, clock / 3600);
    text += ':';
    append_two_digits(text, clock / 60 % 60);
    text += ':';
    append_two_digits(text, clock % 60);
    return text;
}

std::optional<TimeArgument> parse_time_argument(std::string_view text) {
    TimeArgument argument;
    auto rest = text;
    if (auto const day = take_day(rest)) {
        if (rest.empty()) {
            argument.wall = WallTime{*day};
            return argument;
        }
        if (!take(rest, 'T') && !take(rest, ' ')) return {};
        auto const time = take_time_of_day(rest);
        if (!time) return {};
        argument.wall = WallTime{*day} + *time;
        if (rest.empty()) return argument;
        auto const offset = take_offset(rest);
        if (!offset || !rest.empty()) return {};
        argument.instant = Instant{argument.wall->time_since_epoch() - *offset};
        argument.wall.reset();
        return argument;
    }
    rest = text;
    argument.time_of_day = take_time_of_day(rest);
    if (!argument.time_of_day || !rest.empty()) return {};
    return argument;
}

}  // namespace kiosk
