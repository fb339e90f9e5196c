#include "import/plain_text.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "import/text/html_entities.hpp"
#include "import/text/html_tags.hpp"
#include "import/text/markdown_marks.hpp"

namespace kiosk {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// find_first_of asks a library for each byte; a tenth of the time for a large feed went there.
bool holds_any(std::string_view text, std::string_view characters) {
    std::array<bool, 256> wanted{};
    for (char const c : characters) wanted[static_cast<unsigned char>(c)] = true;
    return std::any_of(text.begin(), text.end(), [&](char c) { return wanted[static_cast<unsigned char>(c)]; });
}

PlainText facts_of(std::string_view text) {
    PlainText plain;
    plain.is_damaged = text.find("\xEF\xBF\xBD") != text.npos;
    if (!text.empty()) plain.had_blanks = is_blank(text.front()) || is_blank(text.back());
    return plain;
}

/// Tags first and entities last: what they stand for ("&lt;b&gt;", "&#42;") is never a mark.
PlainText without_signs(std::string_view text, TagsIn tags, MarkdownExtent extent) {
    PlainText plain = facts_of(text);
    plain.text = text;
    if (tags != TagsIn::nothing && text.find('<') != text.npos) {
        auto untagged = without_tags(text, tags);
        plain.had_markup = untagged.had_tags;
        plain.text = std::move(untagged.text);
    }
    if (holds_any(plain.text, extent == MarkdownExtent::line ? "[*`\\$~" : "[*_`\\$~#>+-="))
        plain.text = without_marks(plain.text, extent, plain.had_markup);
    if (plain.text.find('&') == std::string::npos) return plain;
    auto decoded = decode_entities(plain.text);
    plain.had_markup |= decoded != plain.text;
    plain.text = std::move(decoded);
    return plain;
}

}  // namespace

PlainText plain_line(std::string_view text) {
    auto plain = without_signs(text, TagsIn::prose, MarkdownExtent::line);
    plain.text = clean_line(plain.text);
    return plain;
}

PlainText plain_name(std::string_view text) {
    auto plain = without_signs(text, TagsIn::names, MarkdownExtent::line);
    plain.text = clean_line(plain.text);
    return plain;
}

PlainText plain_names(std::string_view text) {
    auto plain = without_signs(text, TagsIn::names, MarkdownExtent::line);
    plain.text = clean_paragraphs(plain.text);
    return plain;
}

PlainText plain_paragraphs(std::string_view text) {
    auto plain = without_signs(text, TagsIn::prose, MarkdownExtent::paragraphs);
    plain.text = clean_paragraphs(plain.text);
    return plain;
}

PlainText plain_page_text(std::string_view text) {
    auto plain = without_signs(text, TagsIn::nothing, MarkdownExtent::line);
    if (plain.had_markup) plain.text = clean_paragraphs(plain.text);
    return plain;
}

bool has_template(std::string_view text) {
    auto const holds = [&](std::string_view open, std::string_view close) {
        auto const begin = text.find(open);
        return begin != std::string_view::npos && text.find(close, begin) != std::string_view::npos;
    };
    return holds("{{", "}}") || holds("{%", "%}");
}

}  // namespace kiosk
