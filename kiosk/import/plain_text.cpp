#include "import/plain_text.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "import/html_entities.hpp"
#include "import/html_tags.hpp"
#include "import/markdown_marks.hpp"

namespace kiosk {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// find_first_of asks a library for each byte; a tenth of the time for a large feed went there.
bool holds_any(std::string_view text, std::string_view characters) {
    std::array<bool, 256> wanted{};
    for (char const c : characters) wanted[static_cast<unsigned char>(c)] = true;
    return std::any_of(text.begin(), text.end(), [&](char c) { return wanted[static_cast<unsigned char>(c)]; });
}

/// What every text goes through, before it is cleaned.
PlainText decoded(std::string text, std::string_view original, bool had_markup) {
    PlainText plain{std::move(text), had_markup, original.find("\xEF\xBF\xBD") != original.npos, false};
    if (!original.empty()) plain.had_blanks = is_blank(original.front()) || is_blank(original.back());
    if (plain.text.find('&') == std::string::npos) return plain;
    auto without_entities = decode_entities(plain.text);
    plain.had_markup = plain.had_markup || without_entities != plain.text;
    plain.text = std::move(without_entities);
    return plain;
}

PlainText unmarked(std::string_view text, MarkdownExtent extent) {
    bool had_markup = false;
    std::string without;
    std::string_view rest = text;
    if (text.find('<') != text.npos) {
        auto untagged = without_tags(text);
        had_markup = untagged.had_tags;
        without = std::move(untagged.text);
        rest = without;
    }
    bool const is_marked = holds_any(rest, extent == MarkdownExtent::line ? "[*`\\$~" : "[*_`\\$~#>+-=");
    std::string marked = is_marked ? without_marks(rest, extent, had_markup) : std::string(rest);
    return decoded(std::move(marked), text, had_markup);
}

}  // namespace

PlainText plain_line(std::string_view text) {
    auto plain = unmarked(text, MarkdownExtent::line);
    plain.text = clean_line(plain.text);
    return plain;
}

PlainText plain_name(std::string_view text) {
    auto plain = decoded(std::string(text), text, text.find('<') != text.npos);
    plain.text = clean_line(plain.text);
    return plain;
}

PlainText plain_paragraphs(std::string_view text) {
    auto plain = unmarked(text, MarkdownExtent::paragraphs);
    plain.text = clean_paragraphs(plain.text);
    return plain;
}

}  // namespace kiosk
