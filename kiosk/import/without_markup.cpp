#include "import/without_markup.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr auto inline_tags = std::to_array<std::string_view>(
    {"a", "abbr", "b", "code", "em", "font", "i", "img", "s", "small", "span", "strong", "sub", "sup", "u", "script",
     "style", "q", "mark", "del", "ins"});
constexpr auto block_tags = std::to_array<std::string_view>(
    {"blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
     "section", "table", "td", "th", "tr", "ul"});

template <class Names>
bool has(Names const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

struct Tag {
    std::string name;
    bool is_end = false;
    std::size_t size = 0;
};

/// The tag at the front of `text`, which begins with '<'.
std::optional<Tag> tag_at(std::string_view text) {
    std::size_t place = 1;
    Tag tag;
    tag.is_end = text.substr(place).starts_with('/');
    if (tag.is_end) ++place;
    auto const begin = place;
    while (place < text.size() && place - begin < 12 && std::isalnum(static_cast<unsigned char>(text[place]))) ++place;
    tag.name = to_lower_ascii(text.substr(begin, place - begin));
    if (!has(inline_tags, tag.name) && !has(block_tags, tag.name)) return {};
    auto const end = text.substr(0, 2000).find('>', place);
    if (end == std::string_view::npos) return {};
    tag.size = end + 1;
    return tag;
}

struct Reference {
    std::string text;
    std::size_t size = 0;
};

/// The character reference at the front of `text`, which begins with '&'.
std::optional<Reference> reference_at(std::string_view text) {
    static constexpr auto named = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", "\u00A0"},
         {"&ndash;", "\u2013"}, {"&mdash;", "\u2014"}, {"&hellip;", "\u2026"}, {"&auml;", "\u00E4"},
         {"&ouml;", "\u00F6"}, {"&uuml;", "\u00FC"}, {"&szlig;", "\u00DF"}, {"&eacute;", "\u00E9"},
         {"&rsquo;", "\u2019"}, {"&lsquo;", "\u2018"}, {"&rdquo;", "\u201D"}, {"&ldquo;", "\u201C"}});
    for (auto const& [name, character] : named)
        if (text.starts_with(name)) return Reference{std::string(character), name.size()};
    if (!text.starts_with("&#")) return {};
    bool const is_hex = text.substr(2).starts_with('x') || text.substr(2).starts_with('X');
    char32_t value = 0;
    std::size_t place = is_hex ? 3 : 2;
    auto const begin = place;
    for (; place < text.size() && place - begin < 7; ++place) {
        char const c = to_lower_ascii(text.substr(place, 1))[0];
        bool const is_digit = c >= '0' && c <= '9';
        if (!is_digit && !(is_hex && c >= 'a' && c <= 'f')) break;
        value = value * (is_hex ? 16 : 10) + static_cast<char32_t>(is_digit ? c - '0' : c - 'a' + 10);
    }
    bool const is_character = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (place == begin || place >= text.size() || text[place] != ';' || !is_character) return {};
    Reference reference{"", place + 1};
    append_utf8(reference.text, value);
    return reference;
}

}  // namespace

bool has_markup(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<' && tag_at(text.substr(i))) return true;
        if (text[i] == '&' && reference_at(text.substr(i))) return true;
    }
    return false;
}

std::string without_markup(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        std::string_view const left = text.substr(i);
        if (auto const tag = left[0] == '<' ? tag_at(left) : std::nullopt) {
            if (has(block_tags, tag->name)) plain += '\n';
            i += tag->size;
            bool const is_hidden = !tag->is_end && (tag->name == "script" || tag->name == "style");
            if (is_hidden) i += std::min(to_lower_ascii(text.substr(i, 20'000)).find("</" + tag->name), text.size() - i);
        } else if (auto const reference = left[0] == '&' ? reference_at(left) : std::nullopt) {
            plain += reference->text;
            i += reference->size;
        } else {
            plain += left[0];
            ++i;
        }
    }
    return plain;
}

}  // namespace kiosk
