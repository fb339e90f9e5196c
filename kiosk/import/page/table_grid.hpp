// A table as a grid: which cell covers which column, rows and columns that cells span included.
#pragma once

#include <cstddef>
#include <vector>

#include "import/page/html_tree.hpp"

namespace kiosk {

struct GridCell {
    HtmlNode const* node = nullptr;
    std::size_t column = 0, width = 1;  ///< in columns
    bool from_above = false;            ///< it began in an earlier row
};

struct GridRow {
    HtmlNode const* node = nullptr;
    std::vector<GridCell> cells;  ///< by column

    /// The cell over `column`; null: none.
    GridCell const* at(std::size_t column) const;
};

/// The rows of `table` that have cells; those of tables inside of it are not among them.
/// Columns beyond the 100th are left out. Source: HTML 4.9.12.
std::vector<GridRow> read_grid(HtmlNode const& table);

/// The columns of the widest row.
std::size_t width_of(std::vector<GridRow> const& rows);

}  // namespace kiosk
