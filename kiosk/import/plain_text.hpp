// Texts in HTML, Markdown or TeX, as they can be shown: plain.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// A text without its marks, and which there were.
struct PlainText {
    std::string text;
    bool had_markup = false;   ///< HTML tags, entities, marks of Markdown or commands of TeX
    bool is_damaged = false;   ///< bytes or characters were lost before it came here: U+FFFD
    bool had_blanks = false;   ///< blanks at either end
};

/// One line: a title, a room, a track. Known HTML tags go, entities are decoded once, of Markdown
/// only links, code and **strong** count, so that `vector<int>` and `*args` stay. Clean, as
/// clean_line makes it.
PlainText plain_line(std::string_view text);

/// A person's name: entities are decoded once, all else is text; `<script>` in a name is a name.
PlainText plain_name(std::string_view text);

/// Paragraphs, one a line: block tags and list items begin a new one, contents of scripts and
/// styles go, all of Markdown's usual marks are read, formulas of TeX between dollars are left alone.
PlainText plain_paragraphs(std::string_view text);

}  // namespace kiosk
