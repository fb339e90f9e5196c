#include "import/table_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "import/rising_series.hpp"
#include "import/table_dates.hpp"

namespace kiosk {
namespace {

/// A time field: clock times, or an instant or wall time of its own.
struct TimeField {
    std::optional<ClockReading> clock;
    std::optional<DraftTime> whole;
    int days_later = 0;  ///< "1:30 +1"
};

std::optional<DraftTime> read_whole(std::string_view text) {
    if (text.size() < 16 || text[4] != '-') return {};
    std::string iso(text);
    if (iso[10] == ' ') iso[10] = 'T';
    auto const time = parse_time_argument(iso);
    if (time && time->instant) return DraftTime{*time->instant};
    if (time && time->wall) return DraftTime{*time->wall};
    return {};
}

TimeField read_field(std::string_view text) {
    TimeField field;
    if (text.empty()) return field;
    field.whole = read_whole(text);
    if (field.whole) return field;
    field.clock = read_clock_times(text);
    if (!field.clock) return field;
    std::string_view const rest = field.clock->rest;
    if (rest.size() == 2 && rest[0] == '+' && rest[1] >= '0' && rest[1] <= '9')
        field.days_later = rest[1] - '0';
    return field;
}

/// A time that tells its half of day: "14:30", "08:00", "0:15"; "9:30" does not.
bool tells_half(ClockTime const& time, std::string_view text) {
    return time.hour > 12 || time.hour == 0 || (time.half == HalfOfDay::unsaid && text.starts_with('0'));
}

struct RowFields {
    TimeField start, end;
    bool end_is_start = false;
};

class Reader {
public:
    Reader(std::vector<TableRow> const& rows, EventSettings const& event, std::vector<Problem>& problems)
        : rows_(rows), event_(event), problems_(problems) {}

    TableTimes run() {
        days_ = read_row_days(rows_, event_, problems_);
        bool is_24_hours = false;
        for (TableRow const& row : rows_) {
            fields_.push_back(fields_of(row));
            auto const& clock = fields_.back().start.clock;
            is_24_hours =
                is_24_hours || (clock && clock->start && tells_half(*clock->start, row.text(Column::start)));
        }
        times_.rows.resize(rows_.size());
        std::map<std::string, std::vector<std::size_t>> series;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            times_.rows[i].duration = duration_of(i);
            auto const room =
                rows_[i].rooms.empty() ? std::string(rows_[i].text(Column::room)) : rows_[i].rooms.front();
            series[fmt::format("{} {} {}", days_[i].day ? to_iso(*days_[i].day) : "",
                               rows_[i].parent.value_or(rows_.size()), room)]
                .push_back(i);
        }
        for (auto const& [key, members] : series) place(members, is_24_hours);
        for (RowDay const& day : days_)
            if (day.day && (!times_.first_day || *day.day < *times_.first_day)) times_.first_day = day.day;
        return std::move(times_);
    }

private:
    RowFields fields_of(TableRow const& row) {
        RowFields fields{read_field(row.text(Column::start)), read_field(row.text(Column::end))};
        auto& [start, end, end_is_start] = fields;
        std::string_view const text = row.text(Column::start);
        if (!text.empty() && !start.clock && !start.whole)
            report(Severity::warning, "time-malformed", row,
                   fmt::format("\"{}\" is no time: the row cannot be placed", clean_line(text)),
                   "write hour and minutes");
        if (text.empty() && row.is_timed && (end.whole || (end.clock && end.clock->start))) {
            report(Severity::warning, "start-missing", row,
                   fmt::format("only an end, \"{}\": read as the start", clean_line(row.text(Column::end))),
                   "write when it starts");
            std::swap(start, end);
            end_is_start = true;
        }
        if (start.clock && start.clock->start && start.clock->start->malformed)
            report(Severity::warning, "time-malformed", row,
                   fmt::format("\"{}\" is no complete time: read as {}", clean_line(text),
                               to_clock_text(candidates_of(*start.clock->start)[0].time)),
                   "write hour and minutes");
        return fields;
    }

    std::optional<milliseconds> duration_of(std::size_t i) {
        auto const text = rows_[i].text(Column::duration);
        auto const& clock = fields_[i].start.clock;
        if (text.empty())
            return clock && clock->length ? std::optional<milliseconds>(*clock->length) : std::nullopt;
        auto const length = read_duration_field(text);
        if (!length)
            report(Severity::warning, "time-malformed", rows_[i],
                   fmt::format("\"{}\" is no duration: ignored", clean_line(text)),
                   "write hours and minutes, as in 1:30");
        if (length && std::count(text.begin(), text.end(), ':') == 2)
            report(Severity::warning, "duration-ambiguous", rows_[i],
                   fmt::format("\"{}\" is read as days, hours and minutes", clean_line(text)),
                   "write hours and minutes, as in 1:30");
        return length ? std::optional<milliseconds>(*length) : std::nullopt;
    }

    void place(std::vector<std::size_t> const& members, bool is_24_hours) {
        if (is_24_hours) return place_as_written(members);
        std::vector<SeriesRow> series_rows;
        for (std::size_t const i : members) {
            SeriesRow row;
            auto const& [start, end, end_is_start] = fields_[i];
            bool const takes_part = start.clock && start.clock->start && start.days_later == 0;
            if (takes_part) row.starts = candidates_of(*start.clock->start);
            if (takes_part && start.clock->end) row.ends = candidates_of(*start.clock->end);
            else if (takes_part && end.clock && end.clock->start) row.ends = candidates_of(*end.clock->start);
            series_rows.push_back(std::move(row));
        }
        auto const series = rising_series(series_rows, {});
        for (std::size_t k = 0; k < members.size(); ++k) {
            if (series_rows[k].starts.empty()) {
                place_as_written({members[k]});
                continue;
            }
            report_series(rows_[members[k]], series[k]);
            set(members[k], series[k].start, series[k].end);
        }
    }

    void report_series(TableRow const& row, SeriesTime const& time) {
        auto const text = clean_line(row.text(Column::start));
        if (time.start_changed || time.end_changed)
            report(Severity::warning, "time-out-of-order", row,
                   fmt::format("\"{}\" does not fit the rows around it: read as {}", text,
                               to_clock_text(time.start_changed ? *time.start : *time.end)),
                   "write the other half of the day");
        if (time.out_of_series)
            report(Severity::warning, "rows-unsorted", row,
                   fmt::format("\"{}\" stands out of order: sorted in", text),
                   "move the row, or correct its time");
        if (time.next_day)
            report(Severity::note, "after-midnight", row,
                   fmt::format("\"{}\" is taken as past midnight", text), "");
    }

    /// Hours of 24, dates known: nothing to repair but the nights of days that are not dates.
    void place_as_written(std::vector<std::size_t> const& members) {
        bool was_evening = false;
        for (std::size_t const i : members) {
            auto const& [start, end, end_is_start] = fields_[i];
            if (start.whole) {
                times_.rows[i].start = start.whole;
                times_.rows[i].end = end.whole;
            }
            if (!start.clock || !start.clock->start) continue;
            auto begin = candidates_of(*start.clock->start)[0].time;
            bool const is_range = start.clock->end.has_value();
            if (!is_range) begin += date::days{start.days_later};
            bool const is_night = begin < hours{4} && was_evening && days_[i].is_logical;
            if (is_night) {
                report(
                    Severity::note, "after-midnight", rows_[i],
                    fmt::format("\"{}\" is taken as past midnight", clean_line(rows_[i].text(Column::start))),
                    "");
                begin += hours{24};
            }
            was_evening = was_evening || begin >= hours{18};
            std::optional<minutes> finish;
            if (is_range) finish = candidates_of(*start.clock->end)[0].time + date::days{start.days_later};
            else if (end.clock && end.clock->start)
                finish = candidates_of(*end.clock->start)[0].time + date::days{end.days_later};
            if (finish && *finish < begin && begin % hours{24} + hours{0} >= hours{18} && *finish <= hours{6})
                *finish += hours{24};
            else if (finish && is_night && *finish < begin) *finish += hours{24};
            set(i, begin, finish);
        }
    }

    void set(std::size_t i, std::optional<minutes> start, std::optional<minutes> end) {
        if (!start || !days_[i].day) return;
        auto& time = times_.rows[i];
        time.start = WallTime{*days_[i].day} + *start;
        // The length is the better witness of a night between start and end.
        if (end && time.duration &&
            *end % hours{24} == std::chrono::duration_cast<minutes>(*start + *time.duration) % hours{24})
            end.reset();
        if (end) time.end = WallTime{*days_[i].day} + *end;
    }

    void report(Severity severity, std::string code, TableRow const& row, std::string message,
                std::string hint) {
        problems_.push_back({severity, std::move(code), std::move(message), std::move(hint), row.origin});
    }

    std::vector<TableRow> const& rows_;
    EventSettings const& event_;
    std::vector<Problem>& problems_;
    std::vector<RowDay> days_;
    std::vector<RowFields> fields_;
    TableTimes times_;
};

}  // namespace

TableTimes read_table_times(std::vector<TableRow> const& rows, EventSettings const& event,
                            std::vector<Problem>& problems) {
    return Reader(rows, event, problems).run();
}

std::optional<minutes> read_duration_field(std::string_view text) {
    std::vector<int> numbers(1);
    int digits = 0;
    bool is_plain = !text.empty();
    for (char const c : text) {
        if (c == ':' && digits > 0) numbers.push_back(0), digits = 0;
        else if (c >= '0' && c <= '9' && ++digits <= 4) numbers.back() = numbers.back() * 10 + (c - '0');
        else is_plain = false;
    }
    if (!is_plain || digits == 0) return read_length(text);
    minutes length{numbers.back()};
    if (numbers.size() == 2) length += hours{numbers[0]};
    if (numbers.size() == 3) length += hours{numbers[1]} + date::days{numbers[0]};
    if (numbers.size() > 3 || length > date::days{30}) return {};
    return length;
}

bool looks_like_time(std::string_view text) {
    auto const field = read_field(trimmed(text));
    return field.whole || field.clock;
}

}  // namespace kiosk
