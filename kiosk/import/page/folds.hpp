// Parts of a page that are folded away: abstracts, biographies, lists of posters.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "import/page/cell.hpp"
#include "import/page/html_tree.hpp"

namespace kiosk {

/// What opens each folded element inside of `node`: the element's id, and the words to click on.
/// Source: WAI-ARIA 1.2 `aria-controls`; Bootstrap `data-toggle`.
std::map<std::string, std::string> fold_controls(HtmlNode const& node);

/// `details`, `hidden`, a class that says "collapse", or an id that `controls` opens.
bool is_fold(HtmlNode const& node, std::map<std::string, std::string> const& controls);

/// The content of the folded `node`. The words to click on tell what it is.
Fold read_fold(HtmlNode const& node, std::map<std::string, std::string> const& controls);

/// "[Abstract]", "Speaker Bio", "show more": words to click on that say nothing themselves.
bool is_fold_label(std::string_view text);

}  // namespace kiosk
