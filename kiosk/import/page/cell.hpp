// A table cell as runs of text: what is bold, what is a link, what stands on which line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/page/html_tree.hpp"

namespace kiosk {

/// A stretch of text in one style.
struct Run {
    std::string text;  ///< tidied; never empty
    bool bold = false, italic = false;
    std::string href;                   ///< empty: no link
    int line = 0;                       ///< in the source
    std::size_t segment = 0;            ///< counts line breaks, blocks and list items
    std::optional<std::string> untidy;  ///< as written, where blanks surround it inside its tag
};

struct Cell {
    std::vector<Run> runs;
    std::string text;    ///< all of it, tidied, for problems and people
    std::string folded;  ///< what a folded block holds: an abstract or a biography
    int line = 0;        ///< of the cell's tag
};

Cell read_cell_runs(HtmlNode const& cell);

}  // namespace kiosk
