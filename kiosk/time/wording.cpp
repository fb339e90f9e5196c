#include "time/wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                  "July",    "August",   "September", "October", "November", "December"};

struct Reading {
    int hour, minute, second;
};

Reading reading(WallTime wall) {
    date::hh_mm_ss const time{wall - date::floor<date::days>(wall)};
    return {static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count())};
}

ClockReading digits(Reading r, Wording const& wording, bool with_seconds) {
    bool const twelve = wording.clock == ClockStyle::twelve_hour;
    auto text = twelve ? fmt::format("{}:{:02}", (r.hour + 11) % 12 + 1, r.minute)
                       : fmt::format("{:02}:{:02}", r.hour, r.minute);
    if (with_seconds) text += fmt::format(":{:02}", r.second);
    return {text, twelve ? (r.hour < 12 ? "AM" : "PM") : ""};
}

std::string day_text(Day day, Wording const& wording, std::size_t letters) {
    date::year_month_day const date{day};
    auto const weekday = weekdays[date::weekday{day}.c_encoding()].substr(0, letters);
    auto const month = months[static_cast<unsigned>(date.month()) - 1].substr(0, letters);
    auto const number = static_cast<unsigned>(date.day());
    return wording.month_first ? fmt::format("{}, {} {}", weekday, month, number)
                               : fmt::format("{} {} {}", weekday, number, month);
}

}  // namespace

Wording wording_for(std::string_view language) {
    auto const tag = to_lower_ascii(language);
    // The English-speaking regions whose usual clock has twelve hours.
    static constexpr std::array<std::string_view, 6> twelve_hour{"en-us", "en-ca", "en-au", "en-nz", "en-in", "en-ph"};
    bool const twelve = tag == "en" || std::find(twelve_hour.begin(), twelve_hour.end(), tag) != twelve_hour.end();
    bool const month_first = tag == "en" || tag == "en-us" || tag == "en-ca" || tag == "en-ph";
    return {twelve ? ClockStyle::twelve_hour : ClockStyle::twenty_four_hour, month_first};
}

ClockReading clock_reading(WallTime wall, Wording const& wording) { return digits(reading(wall), wording, false); }

ClockReading clock_reading_with_seconds(WallTime wall, Wording const& wording) {
    return digits(reading(wall), wording, true);
}

std::string time_text(WallTime wall, Wording const& wording) {
    auto const clock = clock_reading(wall, wording);
    return clock.half.empty() ? clock.digits : clock.digits + " " + clock.half;
}

std::string range_text(WallTime begin, WallTime end, Wording const& wording) {
    if (begin == end) return time_text(begin, wording);
    auto const first = clock_reading(begin, wording), last = clock_reading(end, wording);
    bool const once = first.half == last.half;
    return fmt::format("{} – {}", once ? first.digits : time_text(begin, wording), time_text(end, wording));
}

std::string long_day(Day day, Wording const& wording) { return day_text(day, wording, std::string_view::npos); }
std::string short_day(Day day, Wording const& wording) { return day_text(day, wording, 3); }

std::vector<Amount> waiting_time(milliseconds length) {
    auto total = std::max<long long>(0, std::chrono::ceil<minutes>(length).count());
    if (total < 60) return {{total, "min"}};
    total = (total + 2) / 5 * 5;  // nobody plans an hour ahead to the minute
    if (total >= 48 * 60) return {{(total + 24 * 60 - 1) / (24 * 60), "days"}};
    if (total % 60 == 0) return {{total / 60, "h"}};
    return {{total / 60, "h"}, {total % 60, "min"}};
}

std::string to_text(std::vector<Amount> const& amounts) {
    std::string text;
    for (auto const& amount : amounts)
        text += fmt::format("{}{} {}", text.empty() ? "" : " ", amount.number, amount.unit);
    return text;
}

std::string relative_text(milliseconds until_then) {
    if (until_then < minutes{1}) return "now";
    return "in " + to_text(waiting_time(until_then));
}

std::string length_text(milliseconds length) {
    auto const total = std::chrono::round<minutes>(length).count();
    if (total < 60) return fmt::format("{} min", total);
    if (total % 60 == 0) return fmt::format("{} h", total / 60);
    return fmt::format("{} h {} min", total / 60, total % 60);
}

}  // namespace kiosk
