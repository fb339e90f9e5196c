// What HTML5 parsers repair in silence, and people want to know: tags left open, bare ampersands.
// Also the guard in front of the parser: how deep and how wide a page can grow in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct UnbalancedTag {
    int line = 0;
    std::string name;  ///< in lower case: "div"
    enum class Fault { never_closed, closes_nothing } fault = Fault::never_closed;
};

struct TagScan {
    std::vector<UnbalancedTag> unbalanced;  ///< at the line of the tag; by line
    std::vector<int> bare_ampersand_lines;  ///< in text, not in attributes; each line once
    bool is_within_limits = true;           ///< false: built to exhaust a parser (depth, repeated formatting)
};

/// Reads tags alone; comments, scripts and styles are skipped. Tags that HTML lets people leave
/// out (`</p>`, `</li>`, `</td>` …) are never missed. Range: any text. Source: HTML 13.1.2.4.
TagScan scan_tags(std::string_view page);

}  // namespace kiosk
