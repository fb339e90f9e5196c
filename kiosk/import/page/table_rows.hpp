// Takes a table apart into the rows of a programme.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "import/clock_times.hpp"
#include "import/day_words.hpp"
#include "import/page/cell.hpp"
#include "import/page/html_tree.hpp"

namespace kiosk {

/// What a column holds, by its heading.
enum class CellColumn { content, speaker, affiliation, room, kind, track };

struct RowCell {
    Cell cell;
    CellColumn column = CellColumn::content;
};

/// A row of the programme, not yet understood.
struct RawRow {
    std::string time_text;  ///< as written, blanks around included
    int time_line = 0;
    ClockReading clock;  ///< without start and length: the row has no time of its own
    std::optional<minutes> machine_start, machine_end;  ///< from attributes
    std::vector<RowCell> cells;
    std::string row_class;  ///< the row's `class` attribute
    int line = 0;
    std::string room, track;            ///< by the heading of a parallel column, or a heading row above
    std::vector<std::string> parts;     ///< what belongs to the row and has no time
    std::size_t series = 0;             ///< rows of one series rise; tables of other tracks have their own
    std::size_t day = 0;                ///< index into the days of its table
    std::optional<std::size_t> parent;  ///< the row that it is a part of, before it
    std::optional<std::size_t> twin;    ///< the row before it whose time it shares: a parallel column
};

struct RawTable {
    std::vector<HtmlNode const*> nodes;  ///< what it was read from; they live as long as the tree
    int line = 0;
    std::string heading;           ///< the texts of the header row, with commas between
    int heading_line = 0;          ///< 0: there is none
    std::vector<DayHeading> days;  ///< never empty
    std::string lane;              ///< a room or track that the heading above names
    std::vector<RawRow> rows;
};

/// The rows of `table`, if most of them begin with a clock time; else nothing.
std::optional<RawTable> read_table(HtmlNode const& table);

/// True: most rows name a day and none a time, as in lists of deadlines.
bool is_table_of_dates(HtmlNode const& table);

}  // namespace kiosk
