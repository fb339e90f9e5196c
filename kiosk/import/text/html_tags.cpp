#include "import/text/html_tags.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr auto block_tags = std::to_array<std::string_view>({
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
    "tr", "ul",
});
constexpr auto inline_tags = std::to_array<std::string_view>({
    "a", "abbr", "acronym", "audio", "b", "bdi", "bdo", "big", "button", "caption", "cite", "code", "col",
    "del", "dfn", "em", "embed", "font", "head", "i", "iframe", "img", "input", "ins", "kbd", "label", "link",
    "mark", "meta", "noscript", "object", "q", "s", "samp", "small", "source", "span", "strike", "strong", "sub",
    "sup", "svg", "td", "th", "time", "tt", "u", "var", "video", "wbr",
});
constexpr auto silent_tags = std::to_array<std::string_view>({"script", "style", "template", "title"});

template <class Names>
bool holds(Names const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Tag {
    std::string name;       // lower case
    bool is_end = false;
    std::size_t size = 0;   // bytes, with both brackets
};

/// The tag that `text` begins with; no name: it begins with none.
Tag tag_at(std::string_view text) {
    Tag tag;
    std::size_t i = 1;
    if (text.substr(i).starts_with('/')) tag.is_end = true, ++i;
    std::size_t const begin = i;
    while (i < text.size() && (is_letter(text[i]) || (i > begin && is_digit(text[i])))) ++i;
    std::string const name = to_lower_ascii(text.substr(begin, i - begin));
    if (name.empty() || i == text.size()) return {};
    if (!holds(block_tags, name) && !holds(inline_tags, name) && !holds(silent_tags, name)) return {};
    if (text[i] != '>' && text[i] != '/' && text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r') return {};
    char quote = 0;
    for (; i < text.size(); ++i) {
        if (quote != 0) {
            if (text[i] == quote) quote = 0;
        } else if (text[i] == '"' || text[i] == '\'') {
            quote = text[i];
        } else if (text[i] == '>') {
            tag.name = name;
            tag.size = i + 1;
            return tag;
        } else if (text[i] == '<') {
            return {};
        }
    }
    return {};
}

/// Reads on from after the opening tag to after the closing one; the whole rest if there is none.
std::size_t end_of_silence(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find("</"); at != text.npos; at = text.find("</", at + 2)) {
        if (to_lower_ascii(text.substr(at + 2, name.size())) != name) continue;
        auto const end = text.find('>', at);
        return end == text.npos ? text.size() : end + 1;
    }
    return text.size();
}

}  // namespace

Untagged without_tags(std::string_view text, TagsIn kind) {
    Untagged result;
    result.text.reserve(text.size());
    bool comments_end = true, scripts_end = true;  // false: looked for and not found, so never again
    while (!text.empty()) {
        auto const bracket = std::min(text.find('<'), text.size());
        result.text += text.substr(0, bracket);
        text.remove_prefix(bracket);
        if (text.empty()) break;
        if (comments_end && text.starts_with("<!--")) {
            auto const end = text.find("-->", 4);
            comments_end = end != text.npos;
            if (comments_end) {
                result.had_tags = true;
                text.remove_prefix(end + 3);
                continue;
            }
        }
        Tag const tag = kind == TagsIn::nothing ? Tag{} : tag_at(text.substr(0, 4000));
        bool const is_silent = holds(silent_tags, tag.name);
        if (tag.name.empty() || (is_silent && kind == TagsIn::names)) {
            result.had_tags |= is_silent;
            result.text += '<';
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(tag.size);
        result.had_tags = true;
        if (holds(block_tags, tag.name)) {
            result.had_blocks = true;
            result.text += tag.name == "li" && !tag.is_end && kind == TagsIn::prose ? "\x1E\u2022 " : "\x1E";
        } else if (tag.name == "td" || tag.name == "th") {
            result.text += ' ';
        } else if (scripts_end && !tag.is_end && is_silent) {
            auto const end = end_of_silence(text, tag.name);
            scripts_end = end < text.size();
            text.remove_prefix(end);
        }
    }
    // Where tags make the paragraphs, the source's line ends are blanks.
    for (char& c : result.text) {
        if (c == '\n' && result.had_blocks) c = ' ';
        if (c == '\x1E') c = '\n';
    }
    return result;
}

}  // namespace kiosk
