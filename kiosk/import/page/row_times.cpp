#include "import/page/row_times.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

bool has_half(ClockTime const& time) { return time.half != HalfOfDay::unsaid; }

class Reporter {
public:
    Reporter(std::vector<RawRow> const& rows, std::string const& file, std::vector<Problem>& problems)
        : rows_(rows), file_(file), problems_(problems) {}

    void report_row(std::size_t i, SeriesTime const& time) {
        RawRow const& row = rows_[i];
        std::string const text = clean_line(row.time_text);
        bool const repaired = report_series(i, text, time);
        if (!row.clock.start) {
            report_missing(row, text);
            return;
        }
        ClockTime const& start = *row.clock.start;
        bool const malformed = start.malformed || (row.clock.end && row.clock.end->malformed);
        bool const blank = start.blank_missing || (row.clock.end && row.clock.end->blank_missing);
        if (malformed && time.start)
            report(Severity::warning, "time-malformed", row.time_line,
                   fmt::format("\"{}\" is no complete time: read as {}", text, to_clock_text(*time.start)),
                   "write hour, minutes and half of day");
        else if (blank && !repaired)
            report(Severity::note, "time-malformed", row.time_line,
                   fmt::format("\"{}\" lacks the blank before AM or PM: read as {}", text,
                               to_clock_text(*time.start)),
                   "");
        report_stray_blanks(row, text);
    }

    void report_length_alone(RawRow const& row) {
        report(Severity::warning, "start-missing", row.time_line,
               fmt::format("\"{}\" is a length, and the row before has no end: the row cannot be placed",
                           clean_line(row.time_text)),
               "write when it starts");
    }

    void report_half_days(std::vector<SeriesTime> const& times) {
        int plain = 0, first_line = 0;
        std::string example;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            ClockReading const& clock = rows_[i].clock;
            if (!clock.start || !clock.end || !times[i].start || !times[i].end) continue;
            if (has_half(*clock.start) == has_half(*clock.end)) continue;
            std::string const text = clean_line(rows_[i].time_text);
            bool const same_half = times[i].start->count() / 720 == times[i].end->count() / 720;
            if (same_half) {
                if (plain++ == 0) first_line = rows_[i].time_line, example = text;
                continue;
            }
            report(Severity::note, "half-day-inferred", rows_[i].time_line,
                   fmt::format("\"{}\" names one half of day: read as {} to {}", text,
                               to_clock_text(*times[i].start), to_clock_text(*times[i].end)),
                   "");
        }
        if (plain > 0)
            report(Severity::note, "half-day-inferred", first_line,
                   fmt::format("\"{}\"{} one half of day for both times: taken for both", example,
                               plain == 1 ? " names" : fmt::format(" and {} more ranges name", plain - 1)),
                   "");
    }

    void report_mixed_styles() {
        auto const is_bare = [](RawRow const& row) {
            ClockReading const& clock = row.clock;
            return clock.start && !has_half(*clock.start) && !(clock.end && has_half(*clock.end));
        };
        auto const is_halved = [&](RawRow const& row) { return row.clock.start && !is_bare(row); };
        auto const bare = std::count_if(rows_.begin(), rows_.end(), is_bare);
        auto const halved = std::count_if(rows_.begin(), rows_.end(), is_halved);
        if (bare == 0 || halved == 0) return;
        bool const bare_is_odd = bare <= halved;
        for (RawRow const& row : rows_)
            if (bare_is_odd ? is_bare(row) && !row.clock.start->malformed : is_halved(row))
                report(Severity::warning, "clock-style-mixed", row.time_line,
                       fmt::format("\"{}\" {} AM or PM, unlike most rows: understood by the rows around it",
                                   clean_line(row.time_text), bare_is_odd ? "has no" : "has"),
                       "write all times alike");
    }

private:
    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        problems_.push_back(
            {severity, std::move(code), std::move(message), std::move(hint), {file_, line, ""}});
    }

    std::string text_before(std::size_t i) const {
        while (i-- > 0)
            if (rows_[i].clock.start) return clean_line(rows_[i].time_text);
        return "";
    }

    bool report_series(std::size_t i, std::string const& text, SeriesTime const& time) {
        int const line = rows_[i].time_line;
        std::string const before = text_before(i);
        if (time.start_changed) {
            std::string const place =
                before.empty() ? "does not fit the rows below" : fmt::format("comes after \"{}\"", before);
            report(Severity::warning, "time-out-of-order", line,
                   fmt::format("\"{}\" {}: read as {}", text, place, to_clock_text(*time.start)),
                   fmt::format("write {}", to_clock_text(*time.start)));
        }
        if (time.end_changed)
            report(Severity::warning, "time-out-of-order", line,
                   fmt::format("\"{}\" ends out of order: its end is read as {}", text,
                               to_clock_text(*time.end)),
                   fmt::format("write {}", to_clock_text(*time.end)));
        if (time.out_of_series)
            report(Severity::warning, "rows-unsorted", line,
                   fmt::format("\"{}\" stands in the wrong place of the table: sorted in at {}", text,
                               to_clock_text(*time.start)),
                   "move the row, or correct its time");
        if (time.end_refused)
            report(
                Severity::error, "end-before-start", line,
                fmt::format("\"{}\" ends before it starts: the next row's start is taken as its end", text),
                "correct the end");
        if (time.next_day)
            report(Severity::note, "after-midnight", line,
                   fmt::format("\"{}\" comes after \"{}\": taken as past midnight", text, before), "");
        return time.start_changed || time.end_changed || time.out_of_series || time.end_refused;
    }

    void report_missing(RawRow const& row, std::string const& text) {
        if (row.clock.length) return;  // known once the row before is
        report(Severity::warning, "start-missing", row.time_line,
               text.empty() ? "a row without a time: it cannot be placed"
                            : fmt::format("\"{}\" is no time: the row cannot be placed", text),
               "write when it starts");
    }

    void report_stray_blanks(RawRow const& row, std::string const& text) {
        std::string const& raw = row.time_text;
        bool const around = !raw.empty() && (raw.front() == ' ' || raw.back() == ' ');
        if (around && raw.find('\n') == std::string::npos)
            report(Severity::note, "stray-blanks", row.time_line,
                   fmt::format("blanks around \"{}\": trimmed", text), "");
    }

    std::vector<RawRow> const& rows_;
    std::string const& file_;
    std::vector<Problem>& problems_;
};

SeriesRow series_row(ClockReading const& clock) {
    SeriesRow row;
    if (clock.start) row.starts = candidates_of(*clock.start);
    if (clock.end) row.ends = candidates_of(*clock.end);
    return row;
}

}  // namespace

std::vector<RowTime> read_row_times(std::vector<RawRow> const& rows, SeriesHours const& stated,
                                    std::string const& file, std::vector<Problem>& problems) {
    std::vector<SeriesRow> series_rows;
    for (RawRow const& row : rows) series_rows.push_back(series_row(row.clock));
    auto const series = rising_series(series_rows, stated);
    Reporter reporter(rows, file, problems);
    std::vector<RowTime> times(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        reporter.report_row(i, series[i]);
        times[i] = {series[i].start, series[i].end, rows[i].clock.length};
        if (!times[i].start && times[i].length && i > 0) {
            times[i].start = times[i - 1].end;
            RowTime const& before = times[i - 1];
            if (!before.end && before.start && before.length) times[i].start = *before.start + *before.length;
        }
        if (!times[i].start && times[i].length) reporter.report_length_alone(rows[i]);
        if (times[i].start && !times[i].end && times[i].length)
            times[i].end = *times[i].start + *times[i].length;
    }
    reporter.report_half_days(series);
    reporter.report_mixed_styles();
    return times;
}

}  // namespace kiosk
