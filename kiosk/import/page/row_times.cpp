#include "import/page/row_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

bool has_half(ClockTime const& time) { return time.half != HalfOfDay::unsaid; }

class Reporter {
public:
    Reporter(std::vector<RawRow const*> rows, std::string const& file, std::vector<Problem>& problems)
        : rows_(std::move(rows)), file_(file), problems_(problems) {}

    void report_row(std::size_t i, SeriesTime const& time) {
        RawRow const& row = *rows_[i];
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
        report_machine(row, text, time);
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
            ClockReading const& clock = rows_[i]->clock;
            if (!clock.start || !clock.end || !times[i].start || !times[i].end) continue;
            if (has_half(*clock.start) == has_half(*clock.end)) continue;
            std::string const text = clean_line(rows_[i]->time_text);
            bool const same_half = times[i].start->count() / 720 == times[i].end->count() / 720;
            if (same_half) {
                if (plain++ == 0) first_line = rows_[i]->time_line, example = text;
                continue;
            }
            report(Severity::note, "half-day-inferred", rows_[i]->time_line,
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
        auto const is_bare = [](RawRow const* row) {
            ClockReading const& clock = row->clock;
            return clock.start && !has_half(*clock.start) && !(clock.end && has_half(*clock.end));
        };
        auto const is_halved = [&](RawRow const* row) { return row->clock.start && !is_bare(row); };
        auto const bare = std::count_if(rows_.begin(), rows_.end(), is_bare);
        auto const halved = std::count_if(rows_.begin(), rows_.end(), is_halved);
        if (bare == 0 || halved == 0) return;
        bool const bare_is_odd = bare <= halved;
        for (RawRow const* row : rows_)
            if (bare_is_odd ? is_bare(row) && !row->clock.start->malformed : is_halved(row))
                report(Severity::warning, "clock-style-mixed", row->time_line,
                       fmt::format("\"{}\" {} AM or PM, unlike most rows: understood by the rows around it",
                                   clean_line(row->time_text), bare_is_odd ? "has no" : "has"),
                       "write all times alike");
    }

private:
    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        problems_.push_back(
            {severity, std::move(code), std::move(message), std::move(hint), {file_, line, ""}});
    }

    std::string text_before(std::size_t i) const {
        while (i-- > 0)
            if (rows_[i]->clock.start) return clean_line(rows_[i]->time_text);
        return "";
    }

    bool report_series(std::size_t i, std::string const& text, SeriesTime const& time) {
        int const line = rows_[i]->time_line;
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

    /// The attribute against the text; how the text was understood in the end does not matter.
    void report_machine(RawRow const& row, std::string const& text, SeriesTime const& time) {
        report_machine_time(row.machine_start, row.clock.start, time.start, row.time_line, text);
        report_machine_time(row.machine_end, row.clock.end, time.end, row.time_line, text);
    }

    void report_machine_time(std::optional<minutes> machine, std::optional<ClockTime> const& written,
                             std::optional<minutes> chosen, int line, std::string const& text) {
        if (!machine || !written || !chosen) return;
        for (TimeCandidate const& candidate : candidates_of(*written))
            if (!candidate.changed && candidate.time == *machine) return;
        report(Severity::warning, "machine-time-differs", line,
               fmt::format("\"{}\" says {} in an attribute: {} is used", text, to_clock_text(*machine),
                           to_clock_text(*chosen)),
               "make the two alike");
    }

    std::vector<RawRow const*> rows_;
    SourceName const file_;
    std::vector<Problem>& problems_;
};

/// What an attribute says is one more way to understand the time.
void add_machine(std::vector<TimeCandidate>& candidates, std::optional<minutes> machine) {
    if (!machine || candidates.empty()) return;
    auto const same = std::find_if(candidates.begin(), candidates.end(),
                                   [&](auto const& candidate) { return candidate.time == *machine; });
    if (same == candidates.end()) candidates.push_back({*machine, true});
}

SeriesRow series_row(RawRow const& row) {
    SeriesRow series;
    if (row.clock.start) series.starts = candidates_of(*row.clock.start);
    if (row.clock.end) series.ends = candidates_of(*row.clock.end);
    add_machine(series.starts, row.machine_start);
    add_machine(series.ends, row.machine_end);
    return series;
}

/// The rows of one series, by their indexes.
class GroupReader {
public:
    GroupReader(std::vector<RawRow> const& rows, std::string const& file, std::vector<Problem>& problems)
        : rows_(rows), times(rows.size()), file_(file), problems_(problems) {}

    void read(std::vector<std::size_t> const& group, SeriesHours const& hours, minutes midnight) {
        std::vector<SeriesRow> series_rows;
        std::vector<RawRow const*> pointers;
        for (std::size_t const i : group) {
            series_rows.push_back(series_row(rows_[i]));
            pointers.push_back(&rows_[i]);
        }
        auto const series = rising_series(series_rows, hours);
        Reporter reporter(pointers, file_, problems_);
        for (std::size_t k = 0; k < group.size(); ++k) {
            reporter.report_row(k, series[k]);
            RowTime& time = times[group[k]];
            time = {series[k].start, series[k].end, rows_[group[k]].clock.length};
            if (!time.start && time.length && k > 0) time.start = end_of(times[group[k - 1]]);
            if (!time.start && time.length) reporter.report_length_alone(rows_[group[k]]);
            if (time.start && !time.end && time.length) time.end = *time.start + *time.length;
        }
        for (std::size_t const i : group) shift(times[i], midnight);
        reporter.report_half_days(series);
        reporter.report_mixed_styles();
    }

private:
    static std::optional<minutes> end_of(RowTime const& before) {
        if (!before.end && before.start && before.length) return *before.start + *before.length;
        return before.end;
    }
    static void shift(RowTime& time, minutes by) {
        if (time.start) *time.start += by;
        if (time.end) *time.end += by;
    }

    std::vector<RawRow> const& rows_;

public:
    std::vector<RowTime> times;

private:
    SourceName const file_;
    std::vector<Problem>& problems_;
};

/// Parts stay inside of their row: from its start to its end or the next row's start.
SeriesHours hours_of_parts(RowTime const& parent, std::optional<minutes> next) {
    minutes const midnight = *parent.start - *parent.start % hours{24};
    SeriesHours span{*parent.start - midnight, {}};
    auto const end = parent.end ? parent.end : next;
    if (end && *end > *parent.start && *end - midnight < hours{24}) span.closes = *end - midnight;
    return span;
}

}  // namespace

std::vector<RowTime> read_row_times(std::vector<RawRow> const& rows, SeriesHours const& stated,
                                    std::string const& file, std::vector<Problem>& problems) {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> days;
    std::map<std::size_t, std::vector<std::size_t>> parts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].twin) continue;
        (rows[i].parent ? parts[*rows[i].parent] : days[{rows[i].day, rows[i].series}]).push_back(i);
    }
    GroupReader reader(rows, file, problems);
    for (auto const& [day, group] : days) reader.read(group, stated, minutes{0});
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].twin) reader.times[i] = reader.times[*rows[i].twin];
    for (auto const& [parent, group] : parts) {
        RowTime const time = reader.times[parent];
        if (!time.start) {
            reader.read(group, stated, minutes{0});
            continue;
        }
        std::optional<minutes> next;
        for (std::size_t const other : days[{rows[parent].day, rows[parent].series}])
            if (auto const start = reader.times[other].start;
                start && *start > *time.start && (!next || *start < *next))
                next = start;
        reader.read(group, hours_of_parts(time, next), *time.start - *time.start % hours{24});
    }
    return std::move(reader.times);
}

}  // namespace kiosk
