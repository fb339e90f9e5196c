#include "import/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"
#include "import/date_words.hpp"

namespace kiosk {
namespace {

constexpr int most_words = 9;
constexpr date::days half_a_year{182};

constexpr auto weekdays = std::to_array<std::pair<std::string_view, unsigned>>({
    {"sunday", 0},    {"monday", 1},   {"tuesday", 2},  {"wednesday", 3}, {"thursday", 4}, {"friday", 5},
    {"saturday", 6},  {"sonntag", 0},  {"montag", 1},   {"dienstag", 2},  {"mittwoch", 3}, {"donnerstag", 4},
    {"freitag", 5},   {"samstag", 6},  {"dimanche", 0}, {"lundi", 1},     {"mardi", 2},    {"mercredi", 3},
    {"jeudi", 4},     {"vendredi", 5}, {"samedi", 6},   {"domingo", 0},   {"lunes", 1},    {"martes", 2},
    {"miercoles", 3}, {"jueves", 4},   {"viernes", 5},  {"sabado", 6},    {"sun", 0},      {"mon", 1},
    {"tue", 2},       {"wed", 3},      {"thu", 4},      {"fri", 5},       {"sat", 6},
});

struct DayWords {
    std::optional<WrittenDate> date;
    std::optional<date::weekday> weekday;
    std::optional<int> number;  // "Day 2"
};

DayWords read_day_words(std::string_view text) {
    DayWords words;
    if (auto const dates = find_dates(text); dates.size() == 1 && !dates[0].is_choice) words.date = dates[0];
    std::string const key = fmt::format(" {} ", comparison_key(text));
    for (auto const& [name, number] : weekdays)
        if (!words.weekday && key.find(fmt::format(" {} ", name)) != std::string::npos)
            words.weekday = date::weekday{number};
    for (std::string_view const name : {" day ", " tag ", " jour ", " dia "})
        if (auto const place = key.find(name); place != std::string::npos) {
            std::size_t const digit = place + name.size();
            bool const single =
                digit + 1 < key.size() && key[digit] >= '1' && key[digit] <= '9' && key[digit + 1] == ' ';
            if (single) words.number = key[digit] - '0';
        }
    return words;
}

std::optional<Day> day_of(WrittenDate const& written, int year) {
    date::year_month_day const day{date::year{written.year.value_or(year)},
                                   date::month{static_cast<unsigned>(written.month)},
                                   date::day{static_cast<unsigned>(written.day)}};
    if (!day.ok()) return {};
    return Day{day};
}

}  // namespace

bool names_a_day(std::string_view text) {
    if (text.size() > 200 || count_words(text) > most_words) return false;
    DayWords const words = read_day_words(text);
    if (words.date || words.number) return true;
    return words.weekday && count_words(text) <= 4;
}

std::vector<Day> resolve_days(std::vector<DayHeading> const& headings, Day first, std::string const& file,
                              std::vector<Problem>& problems) {
    std::vector<Day> days;
    std::optional<date::days> shift;  // of the dates, where the event file names another first day
    int const year = static_cast<int>(date::year_month_day{first}.year());
    for (DayHeading const& heading : headings) {
        DayWords const words = read_day_words(heading.text);
        Day day = days.empty() ? first : days.back();
        if (auto written = words.date ? day_of(*words.date, year) : std::nullopt) {
            if (!words.date->year && *written + half_a_year < first) written = day_of(*words.date, year + 1);
            if (!shift) shift = days.empty() ? first - *written : date::days{0};
            day = written.value_or(day) + *shift;
            if (words.weekday && date::weekday{day} != *words.weekday)
                problems.push_back(
                    {Severity::warning,
                     "weekday-mismatch",
                     fmt::format("\"{}\" names another weekday than that of {}: the date counts",
                                 heading.text, to_iso(day)),
                     "correct whichever is wrong",
                     {file, heading.line, ""}});
        } else if (words.number) {
            day = first + date::days{*words.number - 1};
        } else if (words.weekday) {
            day += *words.weekday - date::weekday{day};
        }
        days.push_back(day);
    }
    return days;
}

}  // namespace kiosk
