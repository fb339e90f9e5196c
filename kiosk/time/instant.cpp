#include "time/instant.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace kiosk {
namespace {

/// Range: 0 to 99. Programmes have thousands of times.
void put_two_digits(std::string& text, std::size_t at, int number) {
    text[at] = static_cast<char>('0' + number / 10);
    text[at + 1] = static_cast<char>('0' + number % 10);
}

/// Reads exactly `digits` digits from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return {};
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + digits, value);
    if (error != std::errc{} || end != text.data() + digits || text.front() == '-') return {};
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

std::string to_iso(Day day) {
    date::year_month_day const date{day};
    int const year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    std::string text("0000-00-00");
    put_two_digits(text, 0, year / 100);
    put_two_digits(text, 2, year % 100);
    put_two_digits(text, 5, static_cast<int>(static_cast<unsigned>(date.month())));
    put_two_digits(text, 8, static_cast<int>(static_cast<unsigned>(date.day())));
    return text;
}

std::string to_iso(WallTime wall) {
    auto const day = date::floor<date::days>(wall);
    auto const clock = static_cast<int>((wall - day).count());
    auto text = to_iso(day);
    auto const end = text.size();
    text += "T00:00:00";
    put_two_digits(text, end + 1, clock / 3600);
    put_two_digits(text, end + 4, clock / 60 % 60);
    put_two_digits(text, end + 7, clock % 60);
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
