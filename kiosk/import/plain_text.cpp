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

using Characters = std::array<bool, 256>;

constexpr Characters these(std::string_view characters) {
    Characters wanted{};
    for (char const c : characters) wanted[static_cast<unsigned char>(c)] = true;
    return wanted;
}
constexpr Characters marks_of_lines = these("[*`\\$~"), marks_of_paragraphs = these("[*_`\\$~#>+-=");

/// find_first_of asks a library for each byte; a tenth of the time for a large feed went there.
bool holds_any(std::string_view text, Characters const& wanted) {
    auto const* const bytes = reinterpret_cast<unsigned char const*>(text.data());
    auto const* const in = wanted.data();
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        auto const* const b = bytes + i;
        if (in[b[0]] | in[b[1]] | in[b[2]] | in[b[3]] | in[b[4]] | in[b[5]] | in[b[6]] | in[b[7]]) return true;
    }
    for (; i < text.size(); ++i)
        if (in[bytes[i]]) return true;
    return false;
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
    if (holds_any(plain.text, extent == MarkdownExtent::line ? marks_of_lines : marks_of_paragraphs))
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
