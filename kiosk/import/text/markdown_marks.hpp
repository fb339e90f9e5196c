// Marks of Markdown, and the few commands of TeX that people write into abstracts.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

enum class MarkdownExtent {
    line,        ///< links, images, code and **strong** only
    paragraphs,  ///< emphasis, headings, lists, quotes, rules and fences, too
};

/// `text` without the marks; `changed` becomes true if there were any. Words joined by underscores
/// and products ("a * b") are no emphasis; formulas of TeX become Unicode.
std::string without_marks(std::string_view text, MarkdownExtent extent, bool& changed);

}  // namespace kiosk
