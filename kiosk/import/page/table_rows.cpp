#include "import/page/table_rows.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "import/date_words.hpp"
#include "import/kinds.hpp"
#include "import/page/column_words.hpp"
#include "import/page/leading_time.hpp"
#include "import/page/table_grid.hpp"
#include "import/page/timed_parts.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_rest = 24;  // "9:00 AM (local time)" is a time cell, a sentence is not

std::string raw_text(HtmlNode const& node) {
    if (node.is_text()) return node.text;
    std::string text;
    for (HtmlNode const& child : node.children) text += raw_text(child);
    return text;
}

/// The clock time that `cell` consists of, in its text or, without text, in an attribute.
std::optional<ClockReading> clock_of(HtmlNode const& cell) {
    std::string const text = text_of(cell);
    if (text.empty()) {
        auto const times = machine_times(cell);
        if (times.empty()) return {};
        ClockReading reading;
        reading.start = to_clock_time(times[0]);
        if (times.size() > 1) reading.end = to_clock_time(times[1]);
        return reading;
    }
    if (text.size() > 100) return {};
    auto clock = read_clock_times(text);
    if (!clock || clock->rest.size() > longest_rest) return {};
    return clock;
}

bool is_empty_cell(GridCell const* cell) { return !cell || comparison_key(text_of(*cell->node)).empty(); }

class TableReader {
public:
    explicit TableReader(HtmlNode const& table)
        : table_(table), grid_(read_grid(table)), width_(width_of(grid_)) {}

    std::optional<RawTable> run() {
        raw_.nodes = {&table_};
        raw_.line = table_.line;
        raw_.days.push_back({});
        if (grid_.empty()) return {};
        choose_time_column();
        headings_.resize(width_);
        for (GridRow const& row : grid_) read_row(row);
        if (timed_ == 0 || timed_ * 2 <= counted_) return {};
        forget_lone_section();
        return std::move(raw_);
    }

private:
    /// The first column, or the second if the first mostly holds no times.
    void choose_time_column() {
        std::size_t times[2] = {0, 0};
        for (GridRow const& row : grid_)
            for (std::size_t column = 0; column < 2; ++column)
                if (GridCell const* cell = row.at(column);
                    cell && !cell->from_above && cell->column == column && clock_of(*cell->node)) {
                    ++times[column];
                    break;
                }
        time_column_ = times[1] > 2 * times[0] ? 1 : 0;
        has_main_times_ = times[time_column_] > 0;
    }

    void read_row(GridRow const& row) {
        auto clock = time_of(row);
        if (clock) {
            add_timed_row(row, time_column_, std::move(*clock), {});
        } else if (is_header(row)) {
            read_header(row);
        } else if (auto const* cell = row.at(time_column_); cell && cell->from_above && last_row_) {
            add_row_at_same_time(row);
        } else if (!read_heading_row(row)) {
            add_untimed_row(row);
        }
    }

    std::optional<ClockReading> time_of(GridRow const& row) const {
        GridCell const* cell = row.at(time_column_);
        if (!cell || cell->from_above || cell->column != time_column_) return {};
        return clock_of(*cell->node);
    }

    /// Headings all along, or a first row that begins with "Time".
    bool is_header(GridRow const& row) const {
        if (row.cells.size() < 2) return false;
        auto const is_heading = [](GridCell const& cell) {
            return cell.node->tag == "th" && !clock_of(*cell.node);
        };
        auto const is_filled = [](GridCell const& cell) { return !text_of(*cell.node).empty(); };
        bool const all = std::all_of(row.cells.begin(), row.cells.end(), is_heading);
        if (all) return std::any_of(row.cells.begin(), row.cells.end(), is_filled);
        GridCell const* cell = row.at(time_column_);
        return raw_.rows.empty() && cell && heads_times(text_of(*cell->node));
    }

    static bool heads_times(std::string const& text) {
        std::string const key = comparison_key(text) + ' ';
        for (std::string_view const word : {"time ", "times ", "when ", "hour ", "hours ", "start ", "zeit ",
                                            "uhrzeit ", "heure ", "hora ", "ora "})
            if (key.starts_with(word)) return count_words(text) <= 4;
        return false;
    }

    void read_header(GridRow const& row) {
        headings_ = read_headings(row, width_, time_column_);
        for (ColumnHeading& heading : headings_)
            if (!heading.day.empty()) begin_day({heading.day, row.node->line});
        for (GridCell const& cell : row.cells)
            if (!headings_[cell.column].is_lane) add_heading(text_of(*cell.node), row.node->line);
    }

    void add_heading(std::string const& text, int line) {
        raw_.heading += text + ", ";
        if (raw_.heading_line == 0) raw_.heading_line = line;
    }

    void begin_day(DayHeading day) {
        bool const is_first = raw_.rows.empty() && raw_.days.size() == 1 && raw_.days[0].text.empty();
        if (is_first) raw_.days.clear();
        raw_.days.push_back(std::move(day));
        section_.clear();
        last_row_.reset();
    }

    /// A row with one text: the day or the section of the rows below it.
    bool read_heading_row(GridRow const& row) {
        GridCell const* only = nullptr;
        for (GridCell const& cell : row.cells) {
            if (is_empty_cell(&cell) || cell.from_above) continue;
            if (only) return false;
            only = &cell;
        }
        if (!only) return true;
        std::string const text = text_of(*only->node);
        if (names_a_day(text)) {
            begin_day({text, std::max(line_of_text(*only->node), 1)});
            return true;
        }
        bool const across =
            width_ > 1 && only->column == 0 && (only->width >= width_ || only->node->tag == "th");
        bool const is_section =
            across && count_words(text) <= 12 && !kind_of_title(text) && !starts_with_time(*only->node);
        if (!is_section) return false;
        section_ = text;
        ++sections_;
        add_heading(text, only->node->line);
        return true;
    }

    /// A single heading above all rows is the table's, and parts nothing.
    void forget_lone_section() {
        if (sections_ == 1)
            for (RawRow& row : raw_.rows)
                if (row.track == section_) row.track.clear();
    }

    static bool starts_with_time(HtmlNode const& cell) {
        return take_leading_time(read_cell_runs(cell).runs, 0).has_value();
    }

    RawRow new_row(GridRow const& row) const {
        RawRow raw;
        raw.line = row.node->line;
        raw.row_class = row.node->attribute("class");
        raw.day = day_of_row();
        raw.track = section_;
        return raw;
    }

    /// With days as columns the lanes tell the day.
    std::size_t day_of_row() const {
        bool const in_lanes = std::any_of(headings_.begin(), headings_.end(),
                                          [](ColumnHeading const& heading) { return !heading.day.empty(); });
        return in_lanes ? 0 : raw_.days.size() - 1;
    }

    void add_timed_row(GridRow const& row, std::size_t time_column, ClockReading clock,
                       std::optional<std::size_t> parent) {
        HtmlNode const& cell = *row.at(time_column)->node;
        RawRow raw = new_row(row);
        raw.time_text = raw_text(cell);
        raw.time_line = std::max(line_of_text(cell), 1);
        note_machine_times(raw, clock, cell);
        std::string const rest = rest_of_time(cell, clock);
        raw.clock = std::move(clock);
        raw.parent = parent;
        ++timed_;
        ++counted_;
        std::size_t const first = raw_.rows.size();
        add_content(row, time_column + 1, std::move(raw));
        if (!rest.empty() && first < raw_.rows.size() && raw_.rows[first].cells.empty())
            raw_.rows[first].cells.push_back({cell_of_text(cell, rest), CellColumn::content});
        if (!parent) last_row_ = first;
    }

    /// A range needs two of them: of one alone nobody knows which it is.
    static void note_machine_times(RawRow& raw, ClockReading const& clock, HtmlNode const& node) {
        auto const machine = machine_times(node);
        if (machine.empty() || (clock.end && machine.size() < 2)) return;
        raw.machine_start = machine[0];
        if (clock.end) raw.machine_end = machine[1];
    }

    /// "9:00 Welcome" in one cell: the text behind the time.
    static std::string rest_of_time(HtmlNode const& cell, ClockReading const& clock) {
        if (clock.rest.empty()) return "";
        auto const time = take_leading_time(read_cell_runs(cell).runs, 0);
        return time ? time->tail : written_tail(text_of(cell), clock.rest);
    }

    static Cell cell_of_text(HtmlNode const& node, std::string const& text) {
        Cell cell;
        cell.text = text;
        cell.line = node.line;
        Run run;
        run.text = text;
        run.line = std::max(line_of_text(node), 1);
        cell.runs.push_back(std::move(run));
        return cell;
    }

    /// The cells from `first` on; one row, or one for each parallel column.
    void add_content(GridRow const& row, std::size_t first, RawRow raw) {
        std::vector<std::pair<GridCell const*, ColumnHeading const*>> lanes;
        RawRow common = raw;
        std::size_t lane_columns = 0;
        for (ColumnHeading const& heading : headings_) lane_columns += heading.is_lane;
        for (GridCell const& cell : row.cells) {
            if (cell.column < first || text_of(*cell.node).empty()) continue;
            ColumnHeading const& heading = headings_[cell.column];
            bool const across = cell.width > 1 && cell.width >= lane_columns;
            if (heading.is_lane && (!across || !heading.day.empty()))
                lanes.emplace_back(&cell, &heading);
            else if (!cell.from_above)
                common.cells.push_back(
                    {read_cell_runs(*cell.node), heading.is_lane ? CellColumn::content : heading.column});
        }
        if (lanes.empty()) {
            add_with_parts(std::move(common), 0);
            return;
        }
        std::optional<std::size_t> twin = common.twin;
        for (auto const& [cell, heading] : lanes) {
            if (cell->from_above) continue;
            for (std::size_t column = cell->column; column < std::min(width_, cell->column + cell->width);
                 ++column) {
                ColumnHeading const& lane = headings_[column];
                bool const repeats = column > cell->column && lane.day.empty();
                if (repeats) break;
                RawRow copy = common;
                copy.room = lane.room;
                if (!lane.track.empty()) copy.track = lane.track;
                if (!lane.day.empty()) copy.day = index_of_day(lane.day);
                copy.cells.insert(copy.cells.begin(), {read_cell_runs(*cell->node), CellColumn::content});
                copy.twin = twin;
                if (!twin) twin = raw_.rows.size();
                add_with_parts(std::move(copy), 0);
            }
        }
    }

    std::size_t index_of_day(std::string const& text) const {
        for (std::size_t i = 0; i < raw_.days.size(); ++i)
            if (raw_.days[i].text == text) return i;
        return 0;
    }

    /// Takes nested talks and list items out of the cells; nested talks follow as rows of their own.
    void add_with_parts(RawRow raw, std::size_t from) {
        std::vector<CellParts::Timed> timed;
        for (RowCell& cell : raw.cells) {
            if (cell.column != CellColumn::content || raw.parent) continue;
            CellParts parts = split_cell(cell.cell, from);
            cell.cell = std::move(parts.own);
            std::move(parts.items.begin(), parts.items.end(), std::back_inserter(raw.parts));
            std::move(parts.timed.begin(), parts.timed.end(), std::back_inserter(timed));
        }
        std::erase_if(raw.cells,
                      [](RowCell const& cell) { return cell.cell.runs.empty() && cell.cell.folds.empty(); });
        std::size_t const place = raw_.rows.size();
        bool const is_block = timed.empty() || !raw.cells.empty();
        if (!is_block && !timed.back().time.clock.end) timed.back().time.clock.end = raw.clock.end;
        std::string const room = raw.room;
        if (is_block) raw_.rows.push_back(std::move(raw));
        for (auto& part : timed) {
            add_part(std::move(part), is_block ? std::optional(place) : std::nullopt, nullptr);
            raw_.rows.back().room = room;
        }
    }

    void add_part(CellParts::Timed part, std::optional<std::size_t> parent, HtmlNode const* node) {
        RawRow raw;
        if (node) note_machine_times(raw, part.time.clock, *node);
        raw.time_text = part.time.text;
        raw.time_line = part.cell.line;
        raw.line = part.cell.line;
        raw.clock = std::move(part.time.clock);
        raw.parent = parent;
        raw.day = parent ? raw_.rows[*parent].day : day_of_row();
        if (parent) raw.room = raw_.rows[*parent].room;
        raw.track = section_;
        raw.cells.push_back({std::move(part.cell), CellColumn::content});
        raw_.rows.push_back(std::move(raw));
    }

    /// The time cell goes on from the row above: a parallel row, or more of the same.
    void add_row_at_same_time(GridRow const& row) {
        ++counted_;
        ++timed_;
        RawRow raw = new_row(row);
        raw.time_line = std::max(row.node->line, 1);
        raw.twin = *last_row_;
        raw.day = raw_.rows[*last_row_].day;
        add_content(row, time_column_ + 1, std::move(raw));
    }

    /// A row without a time: nested talks, parts of the row above, or a row that cannot be placed.
    void add_untimed_row(GridRow const& row) {
        std::size_t const other = 1 - time_column_;
        if (GridCell const* cell = row.at(other);
            cell && cell->column == other && !cell->from_above && is_empty_cell(row.at(time_column_)))
            if (auto clock = clock_of(*cell->node); clock && clock->start) {
                add_timed_row(row, other, std::move(*clock), parent_for_nested());
                return;
            }
        if (GridCell const* cell = row.at(time_column_); cell && !cell->from_above && is_broken_clock(text_of(*cell->node))) {
            add_row_of_broken_time(row, *cell);
            return;
        }
        std::vector<Cell> plain;
        bool has_timed = false;
        for (GridCell const& cell : row.cells) {
            if (cell.from_above || text_of(*cell.node).empty()) continue;
            Cell read = read_cell_runs(*cell.node);
            CellParts parts = split_cell(read, 0);
            bool const one = parts.timed.size() == 1;
            for (auto& part : parts.timed) add_nested(std::move(part), one ? cell.node : nullptr);
            has_timed |= !parts.timed.empty();
            if (parts.timed.empty() && !is_empty_cell(&cell)) plain.push_back(std::move(read));
        }
        ++counted_;
        if (has_timed)
            ++timed_;
        else
            add_plain_cells(row, std::move(plain));
    }

    /// Written as a time, though no clock shows it ("25:61"): a row of its own, which cannot be placed, and that is said.
    static bool is_broken_clock(std::string_view text) {
        auto const colon = text.find(':');
        auto const is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
        return colon != text.npos && colon > 0 && is_digit(colon - 1) && is_digit(colon + 1) && text.find_first_not_of("0123456789:.-+ apmAPM") == text.npos;
    }

    void add_row_of_broken_time(GridRow const& row, GridCell const& cell) {
        ++counted_;
        RawRow raw = new_row(row);
        raw.time_text = text_of(*cell.node);
        raw.time_line = std::max(cell.node->line, 1);
        add_content(row, time_column_ + 1, std::move(raw));
    }

    std::optional<std::size_t> parent_for_nested() const {
        return has_main_times_ ? last_row_ : std::nullopt;
    }

    void add_nested(CellParts::Timed part, HtmlNode const* node) {
        add_part(std::move(part), parent_for_nested(), node);
    }

    void add_plain_cells(GridRow const& row, std::vector<Cell> cells) {
        if (last_row_) {
            for (Cell const& cell : cells) raw_.rows[*last_row_].parts.push_back(cell.text);
            return;
        }
        if (cells.empty()) return;
        RawRow raw = new_row(row);
        raw.time_line = std::max(row.node->line, 1);
        for (Cell& cell : cells) raw.cells.push_back({std::move(cell), CellColumn::content});
        raw_.rows.push_back(std::move(raw));
    }

    HtmlNode const& table_;
    std::vector<GridRow> grid_;
    std::size_t width_ = 0, time_column_ = 0, timed_ = 0, counted_ = 0;
    bool has_main_times_ = false;
    std::size_t sections_ = 0;
    std::vector<ColumnHeading> headings_;
    std::string section_;
    std::optional<std::size_t> last_row_;  // the last row with a time of its own that is no part
    RawTable raw_;
};

}  // namespace

std::optional<RawTable> read_table(HtmlNode const& table) { return TableReader(table).run(); }

bool is_table_of_dates(HtmlNode const& table) {
    std::size_t dated = 0, rows = 0;
    for (GridRow const& row : read_grid(table)) {
        std::string const text = text_of(*row.node).substr(0, 400);
        if (text.empty()) continue;
        ++rows;
        dated += !find_dates(text).empty();
    }
    return dated > 1 && dated * 2 > rows;
}

}  // namespace kiosk
