#include "import/text/html_entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

struct Named {
    std::string_view name;
    char32_t value;
};

// clang-format off
constexpr auto named = std::to_array<Named>({
    {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0},
    {"hellip", 0x2026}, {"mdash", 0x2014}, {"ndash", 0x2013}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"sbquo", 0x201A}, {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bdquo", 0x201E}, {"laquo", 0xAB},
    {"raquo", 0xBB}, {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"bull", 0x2022}, {"middot", 0xB7},
    {"copy", 0xA9}, {"reg", 0xAE}, {"trade", 0x2122}, {"euro", 0x20AC}, {"pound", 0xA3}, {"cent", 0xA2},
    {"yen", 0xA5}, {"sect", 0xA7}, {"para", 0xB6}, {"deg", 0xB0}, {"plusmn", 0xB1}, {"times", 0xD7},
    {"divide", 0xF7}, {"micro", 0xB5}, {"frac12", 0xBD}, {"frac14", 0xBC}, {"frac34", 0xBE}, {"sup1", 0xB9},
    {"sup2", 0xB2}, {"sup3", 0xB3}, {"ordf", 0xAA}, {"ordm", 0xBA}, {"iexcl", 0xA1}, {"iquest", 0xBF},
    {"acute", 0xB4}, {"cedil", 0xB8}, {"uml", 0xA8}, {"macr", 0xAF}, {"not", 0xAC}, {"shy", 0xAD},
    {"curren", 0xA4}, {"brvbar", 0xA6}, {"minus", 0x2212}, {"le", 0x2264}, {"ge", 0x2265}, {"ne", 0x2260},
    {"asymp", 0x2248}, {"infin", 0x221E}, {"larr", 0x2190}, {"uarr", 0x2191}, {"rarr", 0x2192},
    {"darr", 0x2193}, {"ensp", 0x2002}, {"emsp", 0x2003}, {"thinsp", 0x2009}, {"zwnj", 0x200C},
    {"zwj", 0x200D}, {"OElig", 0x152}, {"oelig", 0x153}, {"Scaron", 0x160}, {"scaron", 0x161}, {"Yuml", 0x178},
    {"Agrave", 0xC0}, {"Aacute", 0xC1}, {"Acirc", 0xC2}, {"Atilde", 0xC3}, {"Auml", 0xC4}, {"Aring", 0xC5},
    {"AElig", 0xC6}, {"Ccedil", 0xC7}, {"Egrave", 0xC8}, {"Eacute", 0xC9}, {"Ecirc", 0xCA}, {"Euml", 0xCB},
    {"Igrave", 0xCC}, {"Iacute", 0xCD}, {"Icirc", 0xCE}, {"Iuml", 0xCF}, {"ETH", 0xD0}, {"Ntilde", 0xD1},
    {"Ograve", 0xD2}, {"Oacute", 0xD3}, {"Ocirc", 0xD4}, {"Otilde", 0xD5}, {"Ouml", 0xD6}, {"Oslash", 0xD8},
    {"Ugrave", 0xD9}, {"Uacute", 0xDA}, {"Ucirc", 0xDB}, {"Uuml", 0xDC}, {"Yacute", 0xDD}, {"THORN", 0xDE},
    {"szlig", 0xDF}, {"agrave", 0xE0}, {"aacute", 0xE1}, {"acirc", 0xE2}, {"atilde", 0xE3}, {"auml", 0xE4},
    {"aring", 0xE5}, {"aelig", 0xE6}, {"ccedil", 0xE7}, {"egrave", 0xE8}, {"eacute", 0xE9}, {"ecirc", 0xEA},
    {"euml", 0xEB}, {"igrave", 0xEC}, {"iacute", 0xED}, {"icirc", 0xEE}, {"iuml", 0xEF}, {"eth", 0xF0},
    {"ntilde", 0xF1}, {"ograve", 0xF2}, {"oacute", 0xF3}, {"ocirc", 0xF4}, {"otilde", 0xF5}, {"ouml", 0xF6},
    {"oslash", 0xF8}, {"ugrave", 0xF9}, {"uacute", 0xFA}, {"ucirc", 0xFB}, {"uuml", 0xFC}, {"yacute", 0xFD},
    {"thorn", 0xFE}, {"yuml", 0xFF},
});

constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0xFFFD, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0xFFFD, 0x17D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0xFFFD, 0x17E, 0x178};
// clang-format on

/// "39", "x2019".
std::optional<char32_t> numbered(std::string_view digits) {
    bool const is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (is_hexadecimal) digits.remove_prefix(1);
    unsigned value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, is_hexadecimal ? 16 : 10);
    if (digits.empty() || end != digits.data() + digits.size()) return {};
    bool const is_character = error == std::errc{} && value > 0 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
    if (!is_character) return 0xFFFD;
    if (value >= 128 && value < 160) return windows_1252[value - 128];
    return static_cast<char32_t>(value);
}

std::optional<char32_t> value_of(std::string_view name) {
    if (name.starts_with('#')) return numbered(name.substr(1));
    auto const found = std::find_if(named.begin(), named.end(), [&](Named const& entry) { return entry.name == name; });
    if (found == named.end()) return {};
    return found->value;
}

}  // namespace

std::string decode_entities(std::string_view text) {
    constexpr std::size_t longest_name = 16;
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        auto const ampersand = std::min(text.find('&'), text.size());
        out += text.substr(0, ampersand);
        text.remove_prefix(ampersand);
        if (text.empty()) break;
        auto const end = text.substr(0, longest_name + 2).find(';');
        auto const value = end == text.npos ? std::optional<char32_t>{} : value_of(text.substr(1, end - 1));
        if (value) append_utf8(out, *value);
        else out += '&';
        text.remove_prefix(value ? end + 1 : 1);
    }
    return out;
}

}  // namespace kiosk
