#include "import/plain_text.hpp"

#include "base/byte_blocks.hpp"
#include "base/utf8.hpp"
#include "import/text/html_entities.hpp"
#include "import/text/html_tags.hpp"
#include "import/text/markdown_marks.hpp"

namespace kiosk {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The marks of Markdown and TeX that may stand in a line. Whole ranges at once: a large feed is asked for each byte.
constexpr auto marks_of_line = [](ByteBlock block) {
    return bytes_from(block, '[', '\\') | bytes_like(block, '*') | bytes_like(block, '`') | bytes_like(block, '$') | bytes_like(block, '~');
};

/// The same for paragraphs: `#$`, `*+`, `-`, `=>`, `[\`, `_` and a backtick, `~`.
constexpr auto marks_of_paragraphs = [](ByteBlock block) {
    return bytes_from(block, '#', '$') | bytes_from(block, '*', '+') | bytes_like(block, '-') | bytes_from(block, '=', '>') |
           bytes_from(block, '[', '\\') | bytes_from(block, '_', '`') | bytes_like(block, '~');
};

template <class Marks>
bool holds(std::string_view text, Marks marks) {
    for (std::size_t i = 0; i < text.size(); i += bytes_in_block) {
        bool const is_last = i + bytes_in_block > text.size();
        if (has_any(marks(is_last ? last_block(text) : block_at(text, i)))) return true;
    }
    return false;
}

PlainText facts_of(std::string_view text) {
    PlainText plain;
    plain.is_damaged = text.find("\xEF\xBF\xBD") != text.npos;
    if (!text.empty()) plain.had_blanks = is_blank(text.front()) || is_blank(text.back());
    return plain;
}

/// Tags first and entities last: what they stand for ("&lt;b&gt;", "&#42;") is never a mark. Most texts hold no signs at all: they
/// go to `cleaned` as they came.
PlainText without_signs(std::string_view text, TagsIn tags, MarkdownExtent extent, std::string (*cleaned)(std::string_view)) {
    PlainText plain = facts_of(text);
    std::string changed;
    if (tags != TagsIn::nothing && text.find('<') != text.npos) {
        auto untagged = without_tags(text, tags);
        plain.had_markup = untagged.had_tags;
        text = changed = std::move(untagged.text);
    }
    bool const has_marks = extent == MarkdownExtent::line ? holds(text, marks_of_line) : holds(text, marks_of_paragraphs);
    if (has_marks) text = changed = without_marks(text, extent, plain.had_markup);
    if (text.find('&') != text.npos) {
        auto decoded = decode_entities(text);
        plain.had_markup |= decoded != text;
        text = changed = std::move(decoded);
    }
    plain.text = cleaned(text);
    return plain;
}

std::string as_it_is(std::string_view text) { return std::string(text); }

}  // namespace

PlainText plain_line(std::string_view text) { return without_signs(text, TagsIn::prose, MarkdownExtent::line, clean_line); }

PlainText plain_name(std::string_view text) { return without_signs(text, TagsIn::names, MarkdownExtent::line, clean_line); }

PlainText plain_names(std::string_view text) { return without_signs(text, TagsIn::names, MarkdownExtent::line, clean_paragraphs); }

PlainText plain_paragraphs(std::string_view text) {
    return without_signs(text, TagsIn::prose, MarkdownExtent::paragraphs, clean_paragraphs);
}

PlainText plain_page_text(std::string_view text) {
    auto plain = without_signs(text, TagsIn::nothing, MarkdownExtent::line, as_it_is);
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
