#include "import/page/listing_rows.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "import/page/leading_time.hpp"
#include "import/page/timed_parts.hpp"

namespace kiosk {
namespace {

constexpr std::size_t fewest_rows = 3;
constexpr std::size_t longest_row = 20'000;  // bytes; more is a page, not a row

bool is_row_tag(std::string_view tag) {
    return tag == "li" || tag == "div" || tag == "p" || tag == "dt" || tag == "dd" || tag == "section" ||
           tag == "article";
}

/// Cheap, before anything is read: a digit among the first visible characters.
bool may_begin_with_time(HtmlNode const& node) {
    if (node.is_text()) {
        std::string_view const text = trimmed(std::string_view(node.text).substr(0, 80));
        return !text.empty() && text[0] >= '0' && text[0] <= '9';
    }
    for (HtmlNode const& child : node.children) {
        if (child.is_text() && trimmed(child.text).empty()) continue;
        return may_begin_with_time(child);
    }
    return false;
}

std::optional<ClockReading> time_alone(std::string const& text) {
    if (text.empty() || text.size() > 60) return {};
    auto clock = read_clock_times(text);
    if (!clock || !clock->start || !comparison_key(clock->rest).empty()) return {};
    return clock;
}

/// The row that `cell` holds; the time may stand in a segment of its own.
std::optional<RawRow> row_of(Cell const& cell) {
    auto const time = take_leading_time(cell.runs, 0);
    if (!time) return {};
    RawRow row;
    row.time_text = time->text;
    row.time_line = std::max(cell.runs[0].line, 1);
    row.line = row.time_line;
    row.clock = time->clock;
    Cell rest = cell;
    auto const used = static_cast<std::ptrdiff_t>(time->tail.empty() ? time->runs : time->runs - 1);
    rest.runs.erase(rest.runs.begin(), rest.runs.begin() + used);
    if (!time->tail.empty()) {
        rest.runs.front().text = time->tail;
        rest.runs.front().untidy.reset();
    }
    for (Fold& fold : rest.folds) fold.run = 0;
    for (Run& run : rest.runs) run.item = 0;
    std::string_view text = cell.text;
    auto const place =
        text.find(rest.runs.empty() ? std::string_view{} : std::string_view(rest.runs.front().text));
    rest.text = std::string(place == std::string_view::npos ? text : text.substr(place));
    if (!rest.runs.empty()) row.cells.push_back({std::move(rest), CellColumn::content});
    return row;
}

bool has_block_rows(HtmlNode const& node) {
    std::size_t rows = 0;
    for (HtmlNode const& child : node.children) rows += is_row_tag(child.tag) && may_begin_with_time(child);
    return rows >= fewest_rows;
}

class HeadingReader {
public:
    void read(HtmlNode const& node) {
        int const level = heading_level(node.tag);
        if (level > 0)
            read_heading(node, level);
        else if (holds_time_heading(node))
            for (HtmlNode const& child : node.children) read(child);
        else if (!rows_.empty() && is_open_)
            add(node);
    }

    std::optional<RawTable> take() {
        if (rows_.size() < fewest_rows) return {};
        RawTable table;
        table.line = rows_.front().line;
        table.days = days_.empty() ? std::vector<DayHeading>{{}} : std::move(days_);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            Cell cell = read_cell_runs(contents_[i]);
            if (!cell.runs.empty()) rows_[i].cells.push_back({std::move(cell), CellColumn::content});
        }
        table.rows = std::move(rows_);
        table.nodes = std::move(nodes_);
        return table;
    }

private:
    void read_heading(HtmlNode const& node, int level) {
        std::string const text = text_of(node);
        if (auto clock = time_alone(text)) {
            begin_row(node, text, std::move(*clock));
            level_ = level;
        } else if (names_a_day(text) && (rows_.empty() || level <= level_)) {
            if (rows_.empty())
                days_.clear();
            else if (days_.empty())
                days_.push_back({});
            days_.push_back({text, std::max(line_of_text(node), 1)});
            is_open_ = false;
        } else if (level > level_ && is_open_) {
            add(node);
        } else {
            is_open_ = false;
        }
    }

    void begin_row(HtmlNode const& node, std::string const& text, ClockReading clock) {
        RawRow row;
        row.time_text = text;
        row.time_line = std::max(line_of_text(node), 1);
        row.line = row.time_line;
        row.clock = std::move(clock);
        row.day = days_.empty() ? 0 : days_.size() - 1;
        rows_.push_back(std::move(row));
        HtmlNode content;
        content.tag = "div";
        content.line = node.line;
        contents_.push_back(std::move(content));
        nodes_.push_back(&node);
        is_open_ = true;
    }

    void add(HtmlNode const& node) {
        contents_.back().children.push_back(node);
        nodes_.push_back(&node);
    }

    static bool holds_time_heading(HtmlNode const& node) {
        return std::any_of(node.children.begin(), node.children.end(), [](HtmlNode const& child) {
            return (heading_level(child.tag) > 0 && time_alone(text_of(child))) || holds_time_heading(child);
        });
    }

    std::vector<RawRow> rows_;
    std::vector<HtmlNode> contents_;
    std::vector<HtmlNode const*> nodes_;
    std::vector<DayHeading> days_;
    int level_ = 0;
    bool is_open_ = false;
};

}  // namespace

std::optional<RawTable> read_listing(HtmlNode const& node) {
    if (!has_block_rows(node)) return {};
    RawTable table;
    table.nodes = {&node};
    table.line = std::max(node.line, 1);
    table.days.push_back({});
    std::size_t counted = 0;
    for (HtmlNode const& child : node.children) {
        if (child.is_text() && trimmed(child.text).empty()) continue;
        std::string const text = text_of(child);
        if (text.empty() || text.size() > longest_row) continue;
        bool const is_heading = heading_level(child.tag) > 0;
        if (is_heading && names_a_day(text)) {
            if (table.rows.empty()) table.days.clear();
            table.days.push_back({text, std::max(line_of_text(child), 1)});
            continue;
        }
        ++counted;
        if (auto row = is_row_tag(child.tag) ? row_of(read_cell_runs(child)) : std::nullopt) {
            row->day = table.days.size() - 1;
            row->row_class = child.attribute("class");
            table.rows.push_back(std::move(*row));
        } else if (!table.rows.empty() && !is_heading && is_row_tag(child.tag)) {
            table.rows.back().parts.push_back(text);
        }
    }
    if (table.rows.size() < fewest_rows || table.rows.size() * 2 <= counted) return {};
    return table;
}

std::optional<RawTable> read_time_headings(HtmlNode const& page) {
    HeadingReader reader;
    reader.read(page);
    return reader.take();
}

}  // namespace kiosk
