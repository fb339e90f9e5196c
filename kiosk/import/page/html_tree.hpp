// A page as HTML5 understands it, reduced to what people read on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk {

/// An element, or a text (then `tag` is empty).
struct HtmlNode {
    std::string tag;  ///< in lower case
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text;
    int line = 0;  ///< from 1, in the source; of elements that the parser adds: 0
    std::vector<HtmlNode> children;

    bool is_text() const { return tag.empty(); }
    /// Empty: there is no such attribute, or it is empty.
    std::string_view attribute(std::string_view name) const;
};

/// The tree without comments, scripts, styles, `select` lists, navigation and drawings.
/// Range: any UTF-8 within the limits of scan_tags. Errors: none. Source: HTML 13.2.
HtmlNode parse_html(std::string const& page);

/// All text inside, with one space where a block or line ends, tidied as clean_line does.
std::string text_of(HtmlNode const& node);

/// The line of the first text that is not blank; else that of the node.
int line_of_text(HtmlNode const& node);

/// Elements that begin a new line on the screen: paragraphs, divisions, items, headings …
bool is_block(std::string_view tag);
/// 1 to 6 for h1 to h6, else 0.
int heading_level(std::string_view tag);

}  // namespace kiosk
