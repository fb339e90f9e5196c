#include "import/page/table_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_rest = 24;  // "9:00 AM (local time)" is a time cell, a sentence is not

bool is_cell(HtmlNode const& node) { return node.tag == "td" || node.tag == "th"; }

void collect_rows(HtmlNode const& node, std::vector<HtmlNode const*>& rows) {
    for (HtmlNode const& child : node.children) {
        if (child.tag == "tr")
            rows.push_back(&child);
        else if (child.tag == "tbody" || child.tag == "thead" || child.tag == "tfoot")
            collect_rows(child, rows);
    }
}

std::vector<HtmlNode const*> cells_of(HtmlNode const& row) {
    std::vector<HtmlNode const*> cells;
    for (HtmlNode const& child : row.children)
        if (is_cell(child)) cells.push_back(&child);
    return cells;
}

std::string raw_text(HtmlNode const& node) {
    if (node.is_text()) return node.text;
    std::string text;
    for (HtmlNode const& child : node.children) text += raw_text(child);
    return text;
}

struct TimeCell {
    std::size_t column = 0;
    ClockReading clock;
};

/// The first cell, or the second if the first is empty.
std::optional<TimeCell> time_cell_of(std::vector<HtmlNode const*> const& cells) {
    for (std::size_t column = 0; column < std::min<std::size_t>(cells.size(), 2); ++column) {
        std::string const text = text_of(*cells[column]);
        if (text.empty()) continue;
        auto clock = read_clock_times(text);
        if (!clock || clock->rest.size() > longest_rest) return {};
        return TimeCell{column, std::move(*clock)};
    }
    return {};
}

bool is_header(HtmlNode const& row) {
    auto const cells = cells_of(row);
    if (cells.empty() || time_cell_of(cells)) return false;
    return std::all_of(cells.begin(), cells.end(), [](HtmlNode const* cell) { return cell->tag == "th"; });
}

Column column_of(std::string const& heading) {
    std::string const key = fmt::format(" {} ", comparison_key(heading));
    auto const names = [&](auto const& words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return key.find(fmt::format(" {} ", word)) != std::string::npos;
        });
    };
    if (names(std::to_array<std::string_view>({"title", "session", "talk", "event", "section"})))
        return Column::content;
    if (names(std::to_array<std::string_view>(
            {"speaker", "speakers", "presenter", "presenters", "who", "name"})))
        return Column::speaker;
    if (names(
            std::to_array<std::string_view>({"affiliation", "institution", "organisation", "organization"})))
        return Column::affiliation;
    if (names(std::to_array<std::string_view>({"room", "location", "where", "venue", "place"})))
        return Column::room;
    if (names(std::to_array<std::string_view>({"type", "category", "kind", "format"}))) return Column::kind;
    return Column::content;
}

RawRow read_row(HtmlNode const& row, std::vector<Column> const& columns) {
    RawRow raw;
    raw.line = row.line;
    raw.row_class = row.attribute("class");
    auto const cells = cells_of(row);
    std::size_t first = 0;
    if (auto time = time_cell_of(cells)) {
        HtmlNode const& cell = *cells[time->column];
        raw.clock = std::move(time->clock);
        raw.time_text = raw_text(cell);
        raw.time_line = std::max(line_of_text(cell), 1);
        first = time->column + 1;
    } else if (!cells.empty()) {
        raw.time_line = std::max(cells.front()->line, 1);
        std::string const text = text_of(*cells.front());
        bool const is_blank = comparison_key(text).empty();  // "" and "-": part of the row above
        if (is_blank && cells.size() > 1) first = 1;
    }
    for (std::size_t i = first; i < cells.size(); ++i) {
        RowCell cell{read_cell_runs(*cells[i]), i < columns.size() ? columns[i] : Column::content};
        if (!cell.cell.text.empty()) raw.cells.push_back(std::move(cell));
    }
    return raw;
}

std::optional<RawTable> read_table(HtmlNode const& table) {
    std::vector<HtmlNode const*> rows;
    collect_rows(table, rows);
    RawTable raw;
    raw.table = &table;
    raw.line = table.line;
    std::vector<Column> columns;
    std::size_t timed = 0;
    for (HtmlNode const* row : rows) {
        if (cells_of(*row).empty()) continue;
        if (is_header(*row)) {
            if (raw.rows.empty()) {
                columns.clear();
                for (HtmlNode const* cell : cells_of(*row)) columns.push_back(column_of(text_of(*cell)));
            }
            for (HtmlNode const* cell : cells_of(*row)) raw.heading += text_of(*cell) + ", ";
            continue;
        }
        raw.rows.push_back(read_row(*row, columns));
        ClockReading const& clock = raw.rows.back().clock;
        timed += clock.start.has_value();
        if (!clock.start && !clock.length && !clock.to_be_announced && raw.rows.back().cells.empty())
            raw.rows.pop_back();
    }
    if (timed == 0 || timed * 2 <= raw.rows.size()) return {};
    return raw;
}

void search(HtmlNode const& node, std::vector<RawTable>& found) {
    if (node.tag == "table")
        if (auto table = read_table(node)) {
            found.push_back(std::move(*table));
            return;
        }
    for (HtmlNode const& child : node.children) search(child, found);
}

}  // namespace

std::vector<RawTable> find_programmes(HtmlNode const& page) {
    std::vector<RawTable> found;
    search(page, found);
    return found;
}

}  // namespace kiosk
