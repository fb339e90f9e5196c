// Foreign texts as they can be shown: plain. The one door to what knows HTML, Markdown and TeX; which
// function to take depends on what the text is, not on its format.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// A text without its marks, and which there were.
struct PlainText {
    std::string text;
    bool had_markup = false;  ///< HTML tags, entities, marks of Markdown, formulas or commands of TeX
    bool is_damaged = false;  ///< bytes or characters were lost before it came here: U+FFFD
    bool had_blanks = false;  ///< blanks at either end
};

/// One line: a title, a room, a track. Known HTML tags go (scripts and styles with what they hold),
/// entities are decoded once; of Markdown only links, code and **strong** count, so that `vector<int>`,
/// `*args` and `__init__` stay; `$O(n^2)$` becomes "O(n²)". Clean, as clean_line makes it.
PlainText plain_line(std::string_view text);

/// A person's name: the same, but scripts are text; `<script>` in a name is a name.
PlainText plain_name(std::string_view text);

/// Names of several people in one text: as plain_name, one line each where `<br>`, blocks, list items or
/// line ends part them.
PlainText plain_names(std::string_view text);

/// Paragraphs, one a line: block tags and list items begin a new one, and all of Markdown's usual marks
/// are read. Clean, as clean_paragraphs makes it.
PlainText plain_paragraphs(std::string_view text);

/// A line or paragraphs of a page whose tags and entities were read already (page/html_tree.hpp), so
/// that "<b>" was meant. What else is in it: Markdown and TeX as in plain_line, entities that were
/// escaped twice. A text without any such sign comes back as it is.
PlainText plain_page_text(std::string_view text);

/// Holds `{{ … }}` or `{% … %}`: what a site's generator should have replaced.
bool has_template(std::string_view text);

}  // namespace kiosk
