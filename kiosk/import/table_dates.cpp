#include "import/table_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "import/date_words.hpp"

namespace kiosk {
namespace {

struct Numbers {
    int values[3] = {0, 0, 0};
    char separator = 0;
};

/// "23.06.2031", "6/23/31": three numbers with one separator.
std::optional<Numbers> read_numbers(std::string_view text) {
    Numbers numbers;
    std::size_t place = 0;
    for (int i = 0; i < 3; ++i) {
        std::size_t digits = 0;
        for (; place < text.size() && digits < 4 && text[place] >= '0' && text[place] <= '9';
             ++place, ++digits)
            numbers.values[i] = numbers.values[i] * 10 + (text[place] - '0');
        if (digits == 0) return {};
        if (i == 2) break;
        if (place >= text.size() || (text[place] != '.' && text[place] != '/' && text[place] != '-'))
            return {};
        if (i == 1 && text[place] != numbers.separator) return {};
        numbers.separator = text[place++];
    }
    return numbers;
}

std::optional<Day> day_from(int year, int month, int day) {
    if (year < 100) year += 2000;
    if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return {};
    return parse_day(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

enum class Order { day_first, month_first };

class DateColumn {
public:
    DateColumn(std::vector<TableRow> const& rows, EventSettings const& event, std::vector<Problem>& problems)
        : event_(event), problems_(problems) {
        order_ = event.language == "en-US" ? Order::month_first : Order::day_first;
        for (TableRow const& row : rows)
            if (auto const numbers = read_numbers(date_text(row)); numbers && numbers->separator == '/') {
                if (numbers->values[0] > 12) order_ = Order::day_first;
                if (numbers->values[1] > 12) order_ = Order::month_first;
            }
    }

    /// A column "day" may hold dates as well.
    static std::string_view date_text(TableRow const& row) {
        auto const date = row.text(Column::date);
        return date.empty() ? row.text(Column::day) : date;
    }

    std::optional<Day> read(TableRow const& row) {
        std::string_view const text = date_text(row);
        if (text.empty()) return {};
        if (text.size() >= 10)
            if (auto const day = parse_day(text.substr(0, 10))) return day;
        if (auto const numbers = read_numbers(text)) {
            auto const& [a, b, c] = numbers->values;
            auto const day = a > 31                              ? day_from(a, b, c)
                             : numbers->separator != '/'         ? day_from(c, b, a)
                             : order_ == Order::day_first        ? day_from(c, b, a)
                                                                 : day_from(c, a, b);
            if (!day)
                report(Severity::error, "date-impossible", row, fmt::format("there is no date \"{}\"", text),
                       "correct it");
            return day;
        }
        return read_words(row, text);
    }

private:
    std::optional<Day> read_words(TableRow const& row, std::string_view text) {
        auto const dates = find_dates(text);
        bool const is_date = std::count_if(text.begin(), text.end(), [](char c) { return c == '-' || c == '/' || c == '.'; }) == 2 &&
                             text.find_first_not_of("0123456789-/.") == text.npos;
        if (dates.empty() && is_date) report(Severity::error, "date-impossible", row, fmt::format("there is no date \"{}\"", text), "correct it");
        if (dates.empty()) return {};
        auto const& date = dates.front();
        std::optional<int> year = date.year;
        if (!year && event_.date) {
            year = static_cast<int>(date::year_month_day(*event_.date).year());
            report_once(row, fmt::format("\"{}\" has no year: taken as {}", date.text, *year));
        } else if (!year) {
            report_once(row, fmt::format("\"{}\" has no year", date.text));
        }
        return year ? day_from(*year, date.month, date.day) : std::nullopt;
    }

    void report_once(TableRow const& row, std::string message) {
        if (!is_reported_)
            report(Severity::warning, "date-incomplete", row, std::move(message),
                   "write the year, or give the event's date");
        is_reported_ = true;
    }

    void report(Severity severity, std::string code, TableRow const& row, std::string message,
                std::string hint) {
        problems_.push_back({severity, std::move(code), std::move(message), std::move(hint), row.origin});
    }

    EventSettings const& event_;
    std::vector<Problem>& problems_;
    Order order_ = Order::day_first;
    bool is_reported_ = false;
};

/// "1", "Day 2", "Tag 3".
std::optional<int> day_number(std::string_view text) {
    auto const digits = text.find_first_of("0123456789");
    if (digits == text.npos || text.size() - digits > 2 || text.size() > 8) return {};
    int number = 0;
    for (char const c : text.substr(digits)) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + (c - '0');
    }
    return number;
}

bool is_before_dawn(TableRow const& row) {
    auto const start = row.text(Column::start);
    return start.size() >= 4 && (start.starts_with("0") ? start < "06" : start[0] < '6' && start[1] == ':');
}

}  // namespace

std::vector<RowDay> read_row_days(std::vector<TableRow> const& rows, EventSettings const& event,
                                  std::vector<Problem>& problems) {
    DateColumn column(rows, event, problems);
    std::vector<RowDay> days(rows.size());
    std::map<int, Day> first_date;  // of each day number
    std::optional<int> first_number;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        days[i].day = column.read(rows[i]);
        auto const number = day_number(rows[i].text(Column::day));
        if (!number) continue;
        first_number = std::min(*number, first_number.value_or(*number));
        if (!days[i].day) continue;
        auto& first = first_date.try_emplace(*number, *days[i].day).first->second;
        first = std::min(first, *days[i].day);
    }
    bool is_unknown_reported = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const number = day_number(rows[i].text(Column::day));
        if (days[i].day) {
            bool const is_next =
                number && first_date.contains(*number) && *days[i].day > first_date.at(*number);
            if (is_next && is_before_dawn(rows[i]))
                problems.push_back({Severity::note, "after-midnight",
                                    fmt::format("{} on {} is counted to day {}: read by its date",
                                                rows[i].text(Column::start), to_iso(*days[i].day), *number),
                                    "", rows[i].origin});
            continue;
        }
        days[i].is_logical = true;
        if (number && first_date.contains(*number)) days[i].day = first_date.at(*number);
        else if (event.date) days[i].day = *event.date + date::days{number ? *number - *first_number : 0};
        bool const is_timed =
            rows[i].is_timed && !(rows[i].text(Column::start).empty() && rows[i].text(Column::end).empty());
        bool const has_own_date = rows[i].text(Column::start).find_first_of("-") == 4;
        bool const is_reported = is_unknown_reported || !rows[i].text(Column::date).empty();
        if (days[i].day || !is_timed || has_own_date || is_reported) continue;
        is_unknown_reported = true;
        problems.push_back({Severity::error,
                            "date-unknown",
                            "nothing names the day of the event: no row can be placed",
                            "set `date` in the event file",
                            {rows[i].origin.file, 0, ""}});
    }
    return days;
}

}  // namespace kiosk
