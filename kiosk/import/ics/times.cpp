#include "import/ics/times.hpp"

#include <algorithm>

namespace kiosk {
namespace {

/// `count` digits at `from`; empty: there is something else.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    if (from + count > text.size()) return {};
    int number = 0;
    for (char const c : text.substr(from, count)) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<seconds> time_of_day(std::string_view text) {
    auto const hour = digits(text, 0, 2), minute = digits(text, 2, 2);
    auto const second = text.size() == 4 ? std::optional<int>{0} : digits(text, 4, 2);
    if (!hour || !minute || !second || (text.size() != 4 && text.size() != 6)) return {};
    if (*hour > 23 || *minute > 59 || *second > 60) return {};
    return hours{*hour} + minutes{*minute} + seconds{std::min(*second, 59)};
}

}  // namespace

std::optional<CalendarTime> read_calendar_time(std::string_view value, std::string_view zone) {
    while (value.ends_with(' ')) value.remove_suffix(1);
    while (value.starts_with(' ')) value.remove_prefix(1);
    auto const year = digits(value, 0, 4), month = digits(value, 4, 2), day = digits(value, 6, 2);
    if (!year || !month || !day || *year < 1) return {};
    date::year_month_day const date{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                    date::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return {};
    CalendarTime time{CalendarTime::Form::date, WallTime{date::local_days{date}}, {}};
    if (value.size() == 8) return time;
    if (value[8] != 'T' && value[8] != 't') return {};
    bool const utc = value.ends_with('Z') || value.ends_with('z');
    auto const clock = time_of_day(value.substr(9, value.size() - 9 - (utc ? 1 : 0)));
    if (!clock) return {};
    time.wall += *clock;
    time.form = utc            ? CalendarTime::Form::utc
                : zone.empty() ? CalendarTime::Form::floating
                               : CalendarTime::Form::zoned;
    if (time.form == CalendarTime::Form::zoned) time.zone = zone;
    return time;
}

std::optional<seconds> read_calendar_length(std::string_view value) {
    bool const negative = value.starts_with('-');
    if (negative || value.starts_with('+')) value.remove_prefix(1);
    if (!value.starts_with('P')) return {};
    value.remove_prefix(1);
    seconds length{0};
    long long number = -1;
    bool in_time = false, any = false;
    for (char const c : value) {
        if (c >= '0' && c <= '9') {
            number = std::max(number, 0LL) * 10 + (c - '0');
            if (number > 31'622'400) return {};
            continue;
        }
        if (c == 'T' && number < 0) {
            in_time = true;
            continue;
        }
        if (number < 0) return {};
        if (c == 'W' && !in_time) length += hours{number * 168};
        else if (c == 'D' && !in_time) length += hours{number * 24};
        else if (c == 'H' && in_time) length += hours{number};
        else if (c == 'M' && in_time) length += minutes{number};
        else if (c == 'S' && in_time) length += seconds{number};
        else return {};
        number = -1;
        any = true;
    }
    if (!any || number >= 0 || length > hours{24 * 366}) return {};
    return negative ? -length : length;
}

std::optional<seconds> read_utc_offset(std::string_view value) {
    if (value.empty() || (value[0] != '+' && value[0] != '-')) return {};
    auto const size = time_of_day(value.substr(1));
    if (!size) return {};
    return value[0] == '-' ? -*size : *size;
}

}  // namespace kiosk
