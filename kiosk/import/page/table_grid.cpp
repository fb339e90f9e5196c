#include "import/page/table_grid.hpp"

#include <algorithm>
#include <string_view>

namespace kiosk {
namespace {

constexpr std::size_t most_columns = 100, most_spanned_rows = 1000;

void collect_rows(HtmlNode const& node, std::vector<HtmlNode const*>& rows) {
    for (HtmlNode const& child : node.children) {
        if (child.tag == "tr")
            rows.push_back(&child);
        else if (child.tag == "tbody" || child.tag == "thead" || child.tag == "tfoot")
            collect_rows(child, rows);
    }
}

std::size_t span_of(HtmlNode const& cell, std::string_view name, std::size_t most) {
    std::size_t value = 0;
    for (char const c : cell.attribute(name)) {
        if (c < '0' || c > '9' || value > most) break;
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return std::clamp<std::size_t>(value, 1, most);
}

/// A cell that goes on into the rows below.
struct Hanging {
    GridCell cell;
    std::size_t rows = 0;
};

class Builder {
public:
    GridRow add(HtmlNode const& node) {
        GridRow row{&node, {}};
        std::size_t column = 0;
        for (HtmlNode const& child : node.children) {
            if (child.tag != "td" && child.tag != "th") continue;
            take_hanging(row, column);
            if (column >= most_columns) break;
            GridCell const cell{&child, column,
                                std::min(span_of(child, "colspan", most_columns), most_columns - column),
                                false};
            row.cells.push_back(cell);
            std::size_t const rows = span_of(child, "rowspan", most_spanned_rows);
            if (rows > 1) coming_.push_back({{cell.node, cell.column, cell.width, true}, rows - 1});
            column += cell.width;
        }
        while (take_one_hanging(row, column)) {
        }
        for (Hanging& hanging : hanging_) --hanging.rows;
        std::erase_if(hanging_, [](Hanging const& hanging) { return hanging.rows == 0; });
        hanging_.insert(hanging_.end(), coming_.begin(), coming_.end());
        coming_.clear();
        return row;
    }

private:
    /// The hanging cells that stand at `column` and right after it.
    void take_hanging(GridRow& row, std::size_t& column) const {
        for (bool found = true; found;) {
            found = false;
            for (Hanging const& hanging : hanging_)
                if (hanging.cell.column == column) {
                    row.cells.push_back(hanging.cell);
                    column += hanging.cell.width;
                    found = true;
                    break;
                }
        }
    }

    /// The next hanging cell at or after `column`.
    bool take_one_hanging(GridRow& row, std::size_t& column) const {
        Hanging const* next = nullptr;
        for (Hanging const& hanging : hanging_)
            if (hanging.cell.column >= column && (!next || hanging.cell.column < next->cell.column))
                next = &hanging;
        if (!next) return false;
        row.cells.push_back(next->cell);
        column = next->cell.column + next->cell.width;
        return true;
    }

    std::vector<Hanging> hanging_, coming_;
};

}  // namespace

GridCell const* GridRow::at(std::size_t column) const {
    for (GridCell const& cell : cells)
        if (cell.column <= column && column < cell.column + cell.width) return &cell;
    return nullptr;
}

std::vector<GridRow> read_grid(HtmlNode const& table) {
    std::vector<HtmlNode const*> rows;
    collect_rows(table, rows);
    std::vector<GridRow> grid;
    Builder builder;
    for (HtmlNode const* row : rows) {
        GridRow read = builder.add(*row);
        bool const has_own = std::any_of(read.cells.begin(), read.cells.end(),
                                         [](GridCell const& cell) { return !cell.from_above; });
        if (has_own) grid.push_back(std::move(read));
    }
    return grid;
}

std::size_t width_of(std::vector<GridRow> const& rows) {
    std::size_t width = 0;
    for (GridRow const& row : rows)
        if (!row.cells.empty()) width = std::max(width, row.cells.back().column + row.cells.back().width);
    return width;
}

}  // namespace kiosk
