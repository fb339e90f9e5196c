// The programme of a page: its tables, or the lists and headings that stand for one, put together.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "import/page/table_rows.hpp"

namespace kiosk {

/// All rows of the page. Indexes (`parent`, `twin`, `day`) lead into these two lists.
struct PageProgramme {
    std::vector<RawRow> rows;
    std::vector<DayHeading> days;
    std::string heading;                 ///< of the header rows, with commas between
    int heading_line = 0;                ///< 0: there is none
    std::vector<HtmlNode const*> nodes;  ///< what it was read from, and what repeats it

    bool has_several_days() const { return days.size() > 1; }
};

/// The first table of which most rows begin with a time, and those that go on after it: under another
/// day, under another room or track, or later the same day. Without tables: lists whose items begin
/// with a time, then headings of a time alone with what stands below them.
/// No rows: the page has no programme. Problems: `programme-repeated`, `not-a-session`.
PageProgramme find_programme(HtmlNode const& page, std::string const& file, std::vector<Problem>& problems);

}  // namespace kiosk
