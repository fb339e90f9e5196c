// Finds the programme on a page and takes it apart into rows.
#pragma once

#include <string>
#include <vector>

#include "import/clock_times.hpp"
#include "import/page/cell.hpp"
#include "import/page/html_tree.hpp"

namespace kiosk {

/// What a column holds, by its heading.
enum class Column { content, speaker, affiliation, room, kind };

struct RowCell {
    Cell cell;
    Column column = Column::content;
};

/// A row of the programme, not yet understood.
struct RawRow {
    std::string time_text;  ///< as written, blanks around included
    int time_line = 0;
    ClockReading clock;  ///< without start and length: the row has no time of its own
    std::vector<RowCell> cells;
    std::string row_class;  ///< the row's `class` attribute
    int line = 0;
};

struct RawTable {
    HtmlNode const* table = nullptr;  ///< lives as long as the tree
    int line = 0;
    std::string heading;  ///< the texts of the header row, with commas between
    std::vector<RawRow> rows;
};

/// Every table of which most rows begin with a clock time, in page order.
std::vector<RawTable> find_programmes(HtmlNode const& page);

}  // namespace kiosk
