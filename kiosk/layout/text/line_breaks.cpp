#include "layout/text/line_breaks.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>

#include <linebreak.h>

#include "base/utf8.hpp"
#include "layout/text/clusters.hpp"
#include "layout/text/script.hpp"
#include "layout/text/thai_words.hpp"

namespace kiosk {
namespace {

/// What may happen after each character, as libunibreak says it.
using Breaks = std::vector<char>;

/// libunibreak 1.1 knows the rules of Unicode 6: neither emoji sequences nor dictionaries. A flag's
/// letter makes it abort, and U+FFFF ends its text: both are shown to it as signs of another kind.
Breaks plain_breaks(std::vector<CodePoint> const& points) {
    static std::once_flag initialised;
    std::call_once(initialised, init_linebreak);
    std::vector<utf32_t> text;
    text.reserve(points.size());
    for (auto const& point : points) {
        bool const is_safe = !(point.value >= 0x1F1E6 && point.value <= 0x1F1FF) && point.value != 0xFFFF;
        text.push_back(is_safe ? static_cast<utf32_t>(point.value) : 0x2603);
    }
    Breaks breaks(points.size());
    set_linebreaks_utf32(text.data(), text.size(), "en", breaks.data());
    return breaks;
}

/// Small Kana, the sound's length, repeated characters, and what closes: never at a line's start.
/// Source: JIS X 4051 §6.1.
bool may_not_begin_line(char32_t c) {
    static constexpr std::u32string_view never =
        U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々〻ゝゞヽヾ、。，．：；！？」』）〕］｝〉》】〙"
        U"〗…‥・゛゜％";
    return never.find(c) != never.npos || (c >= 0x31F0 && c <= 0x31FF);
}
bool may_not_end_line(char32_t c) {
    static constexpr std::u32string_view never = U"「『（〔［｛〈《【〘〖￥＄";
    return never.find(c) != never.npos;
}

bool is_ideograph(std::string_view script) {
    return script == "Hani" || script == "Hira" || script == "Kana" || script == "Hang";
}

/// Between two emoji, and between one and a character that lines may end beside.
bool breaks_beside_emoji(char32_t before, char32_t after) {
    auto const is_side = [](char32_t c) { return is_emoji(c) || is_ideograph(script_of(c)); };
    return (is_emoji(before) || is_emoji(after)) && is_side(before) && is_side(after);
}

/// UAX #14 lets lines end where readers would rather not: in Korean, which has blanks between words,
/// and between a word and the emoji that touches it ("Party🎉").
bool is_one_word(char32_t before, char32_t after) {
    auto const script = script_of(before);
    return (script == "Hang" && script_of(after) == "Hang") || (script != "Zyyy" && is_emoji(after));
}

/// The words, or at least the syllables, of the stretch from `first` to before `last`.
void break_without_blanks(std::vector<CodePoint> const& points, std::size_t first, std::size_t last,
                          Breaks& breaks) {
    std::u32string stretch;
    for (auto i = first; i < last; ++i) stretch.push_back(points[i].value);
    std::vector<std::size_t> starts;
    bool const is_thai = script_of(stretch.front()) == "Thai";
    if (is_thai) starts = thai_word_starts(stretch);
    if (!is_thai)
        for (std::size_t i = 1; i < stretch.size(); ++i) starts.push_back(i);
    for (auto const start : starts) breaks[first + start - 1] = LINEBREAK_ALLOWBREAK;
}

void break_without_blanks(std::vector<CodePoint> const& points, Breaks& breaks) {
    for (std::size_t i = 0; i < points.size();) {
        auto const script = script_of(points[i].value);
        auto end = i + 1;
        if (has_no_blanks(script)) {
            while (end < points.size() && script_of(points[end].value) == script) ++end;
            break_without_blanks(points, i, end, breaks);
        }
        i = end;
    }
}

/// "10 min" and "1:30 PM" are read in one glance, so they stand on one line.
void keep_units_with_numbers(std::vector<CodePoint> const& points, Breaks& breaks) {
    static constexpr std::array<std::u32string_view, 8> units{U"min", U"h", U"s", U"AM", U"PM", U"Uhr", U"uur", U"godz"};
    auto const is_letter = [&](std::size_t i) {
        auto const c = i < points.size() ? points[i].value | 0x20 : 0;
        return c >= 'a' && c <= 'z';
    };
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        bool const follows_number = points[i].value == ' ' && points[i - 1].value >= '0' && points[i - 1].value <= '9';
        if (!follows_number || breaks[i] != LINEBREAK_ALLOWBREAK) continue;
        std::u32string word;
        for (auto k = i + 1; is_letter(k) && word.size() < 5; ++k) word.push_back(points[k].value);
        if (std::find(units.begin(), units.end(), word) != units.end()) breaks[i] = LINEBREAK_NOBREAK;
    }
}

Breaks breaks_of(std::vector<CodePoint> const& points) {
    auto breaks = plain_breaks(points);
    keep_units_with_numbers(points, breaks);
    if (std::all_of(points.begin(), points.end(),
                    [](CodePoint const& point) { return point.value < 0x0300; }))
        return breaks;
    break_without_blanks(points, breaks);
    ClusterScanner scanner;
    char32_t cluster = 0;  // the first character of the current one
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto const c = points[i].value;
        bool const continues = scanner.continues(c);
        if (i > 0 && breaks[i - 1] != LINEBREAK_MUSTBREAK) {
            if (continues || may_not_begin_line(c) || may_not_end_line(points[i - 1].value))
                breaks[i - 1] = LINEBREAK_NOBREAK;
            else if (breaks_beside_emoji(cluster, c))
                breaks[i - 1] = LINEBREAK_ALLOWBREAK;
            else if (is_one_word(cluster, c))
                breaks[i - 1] = LINEBREAK_NOBREAK;
        }
        if (!continues) cluster = c;
    }
    return breaks;
}

}  // namespace

std::vector<Unbroken> unbroken_parts(std::string_view utf8) {
    auto const points = decode_utf8(utf8);
    auto const breaks = breaks_of(points);
    std::vector<Unbroken> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        bool const must = breaks[i] == LINEBREAK_MUSTBREAK;
        auto const end = points[i].begin + points[i].size;
        if (!must && breaks[i] != LINEBREAK_ALLOWBREAK && end < utf8.size()) continue;
        parts.push_back({utf8.substr(begin, end - begin), must && end < utf8.size()});
        begin = end;
    }
    return parts;
}

std::string_view without_trailing_blanks(std::string_view text) {
    while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

}  // namespace kiosk
