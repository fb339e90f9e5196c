#include "import/csv.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "import/column_names.hpp"
#include "import/csv_records.hpp"
#include "import/table_draft.hpp"

namespace kiosk {
namespace {

struct Header {
    std::vector<std::optional<Column>> columns;
    std::vector<std::string> names;
    bool is_grid = false;

    bool has(Column column) const {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
    }
    bool is_schedule() const {
        auto const known = std::count_if(columns.begin(), columns.end(),
                                         [](auto const& column) { return column.has_value(); });
        bool const has_title =
            has(Column::title) || has(Column::name) || has(Column::event) || has(Column::talk);
        return columns.size() > 1 && has(Column::start) &&
               (has_title ? known > 1 : known < std::ssize(columns));
    }
};

Header read_header(CsvRecord const& record) {
    Header header;
    for (auto const& cell : record.cells) {
        header.names.push_back(clean_line(cell));
        header.columns.push_back(column_of(cell));
    }
    header.is_grid = !header.has(Column::title) && !header.has(Column::name) && !header.has(Column::event) &&
                     !header.has(Column::talk);
    // "Time, Hall, Room 1": of two columns that are called like rooms neither says where a row is.
    if (header.is_grid && std::count(header.columns.begin(), header.columns.end(), Column::room) > 1)
        for (auto& column : header.columns)
            if (column == Column::room) column.reset();
    // "Event" and "Session" beside a title say where the row belongs.
    if (header.has(Column::title))
        for (auto& column : header.columns)
            if (column == Column::event || column == Column::talk) column.reset();
    return header;
}

/// Cells that say that there is nothing.
bool is_empty_slot(std::string_view cell) {
    std::string const key = comparison_key(cell);
    return key.empty() || key == "empty" || key == "none" || key == "null" || key == "n a" || key == "x";
}

/// An apostrophe tells spreadsheets that "=1+1" is no formula; it is not part of the text.
std::string_view without_guard(std::string_view cell) {
    auto const begins_formula = [](std::string_view text) { return text.find_first_of("=+-@\t\r") == 0; };
    bool const is_guarded =
        cell.starts_with('\'') &&
        (begins_formula(cell.substr(1)) || (cell.starts_with("''") && begins_formula(cell.substr(2))));
    return is_guarded ? cell.substr(1) : cell;
}

class Importer {
public:
    Importer(SourceText const& source, EventSettings const& event)
        : event_(event), file_(source.name), text_(to_valid_utf8(source.text)) {}

    Outcome<ScheduleDraft> run() {
        if (text_.size() > largest_written_source) {
            report(Severity::error, "not-well-formed", 0, "the table is larger than any schedule: not read",
                   "check the file");
            return {{}, std::move(problems_)};
        }
        auto const table = read_csv_records(text_, most_csv_records);
        std::size_t first = 0;  // spreadsheets put a heading above the header
        while (first < std::min<std::size_t>(table.records.size(), 5) &&
               !read_header(table.records[first]).is_schedule())
            ++first;
        if (first == std::min<std::size_t>(table.records.size(), 5)) {
            report(Severity::error, "no-programme", 0, "no header names columns for start and title",
                   "name them Date, Start, Title");
            return {{}, std::move(problems_)};
        }
        if (table.open_quote_line > 0)
            report(Severity::error, "not-well-formed", table.open_quote_line,
                   "a quote is never closed: the rest is read as one cell", "close it");
        header_ = read_header(table.records[first]);
        for (std::size_t i = first + 1; i < table.records.size(); ++i) add(table.records[i]);
        auto draft = draft_of_rows(rows_, event_, problems_);
        return {std::move(draft), std::move(problems_)};
    }

private:
    void add(CsvRecord const& record) {
        if (record.cells.size() < header_.columns.size())
            report(Severity::note, "csv-row-short", record.line,
                   fmt::format("{} of {} columns: the rest is taken as empty", record.cells.size(),
                               header_.columns.size()),
                   "");
        TableRow row;
        row.origin = {file_, record.line, ""};
        for (std::size_t i = 0; i < std::min(record.cells.size(), header_.columns.size()); ++i) {
            auto const cell = without_guard(record.cells[i]);
            if (trimmed(cell).empty()) continue;
            row.raw += (row.raw.empty() ? "" : " | ") + clean_line(cell);
            if (header_.columns[i]) row.fields.push_back({*header_.columns[i], std::string(cell)});
        }
        if (header_.is_grid) add_grid(row, record);
        else rows_.push_back(std::move(row));
    }

    /// A column a room; equal neighbours are one talk in both rooms.
    void add_grid(TableRow const& slot, CsvRecord const& record) {
        std::string before;
        for (std::size_t i = 0; i < std::min(record.cells.size(), header_.columns.size()); ++i) {
            if (header_.columns[i]) continue;
            std::string const cell = clean_line(record.cells[i]);
            bool const is_same = !cell.empty() && cell == before;
            before = cell;
            if (is_empty_slot(cell)) continue;
            if (is_same) {
                rows_.back().rooms.push_back(header_.names[i]);
                continue;
            }
            TableRow row = slot;
            row.fields.push_back({Column::title, record.cells[i]});
            if (!header_.names[i].empty()) row.rooms.push_back(header_.names[i]);
            rows_.push_back(std::move(row));
        }
    }

    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        problems_.push_back(
            {severity, std::move(code), std::move(message), std::move(hint), {file_, line, ""}});
    }

    EventSettings const& event_;
    SourceName file_;
    std::string text_;
    Header header_;
    std::vector<TableRow> rows_;
    std::vector<Problem> problems_;
};

}  // namespace

int recognise_csv(std::string_view text) {
    std::string const head = to_valid_utf8(text.substr(0, 20'000));
    auto const begin = trimmed(head);
    if (begin.empty() || begin[0] == '<' || begin[0] == '{' || begin[0] == '[' || begin.starts_with("---"))
        return 0;
    auto const table = read_csv_records(begin, 1);
    if (table.records.empty()) return 0;
    auto const header = read_header(table.records[0]);
    if (!header.is_schedule()) return 0;
    return header.is_grid ? 60 : 90;
}

Outcome<ScheduleDraft> import_csv(SourceText source, EventSettings const& event) {
    return Importer(source, event).run();
}

}  // namespace kiosk
