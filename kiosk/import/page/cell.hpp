// A table cell as runs of text: what is bold, what is a link, what stands on which line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/page/html_tree.hpp"

namespace kiosk {

/// What the class of an element says about its text.
enum class CellMark { none, title, person, people, affiliation, room, label };

/// A stretch of text in one style.
struct Run {
    std::string text;  ///< tidied; never empty
    bool bold = false, italic = false;
    std::string href;                   ///< empty: no link
    int line = 0;                       ///< in the source
    std::size_t segment = 0;            ///< counts line breaks, blocks and list items
    std::optional<std::string> untidy;  ///< as written, where blanks surround it inside its tag
    CellMark mark = CellMark::none;
    std::size_t item = 0;  ///< the number of the list item that it stands in; 0: in none
};

/// What the page folds away until somebody clicks.
struct Fold {
    std::string text;  ///< paragraphs and list items are lines
    enum class Is { abstract, biography, list } is = Is::abstract;
    std::size_t run = 0;  ///< the runs before it come before the fold
};

struct Cell {
    std::vector<Run> runs;
    std::vector<Fold> folds;
    std::string text;  ///< what is not folded, tidied, for problems and people
    int line = 0;      ///< of the cell's tag
};

Cell read_cell_runs(HtmlNode const& cell);

}  // namespace kiosk
