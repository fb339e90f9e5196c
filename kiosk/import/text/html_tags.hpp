// HTML tags inside the texts of other formats.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

struct Untagged {
    std::string text;       ///< entities are still in it
    bool had_tags = false;
    bool had_blocks = false;  ///< paragraphs come from tags, so line ends of the source were blanks
};

enum class TagsIn {
    nothing,  ///< tags were read already, what looks like one is text
    prose,    ///< list items begin with a bullet, scripts and styles go with their contents
    names,    ///< list items are lines, scripts and styles are text
};

/// Without comments and the tags that HTML has; `<int>` and "a < b" are text. Blocks and line
/// breaks become line ends. Source: HTML Living Standard §13.1.2.
Untagged without_tags(std::string_view text, TagsIn kind);

}  // namespace kiosk
