#include "layout/text/direction.hpp"

#include <algorithm>
#include <numeric>

#include <fribidi/fribidi.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::string_view left_to_right_mark = "\u200E", right_to_left_mark = "\u200F",
                           arabic_letter_mark = "\u061C";
constexpr std::string_view first_strong_isolate = "\u2068", pop_isolate = "\u2069";

bool is_right_to_left(char32_t c) {
    if (c < 0x0590) return false;
    return c <= 0x08FF || c == 0x200F || (c >= 0x202B && c <= 0x202E) || c == 0x2067 ||
           (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

bool is_strong(char32_t c) { return FRIBIDI_IS_LETTER(fribidi_get_bidi_type(c)) != 0; }

enum class Which { first, last };

/// The mark that stands for the first, or last, strong character of the text; empty: there is none.
std::string_view strong_mark(std::string_view text, Which which) {
    std::string_view found;
    for (auto const& point : decode_utf8(text)) {
        if (!is_strong(point.value)) continue;
        auto const type = fribidi_get_bidi_type(point.value);
        found = type == FRIBIDI_TYPE_AL ? arabic_letter_mark
                : FRIBIDI_IS_RTL(type)  ? right_to_left_mark
                                        : left_to_right_mark;
        if (which == Which::first) break;
    }
    return found;
}

/// UAX #9, L1: blanks at the line's end stand where the line ends.
void level_trailing_blanks(std::u32string const& line, std::vector<FriBidiCharType> const& types, Level base,
                           std::vector<Level>& levels) {
    for (std::size_t i = line.size(); i > 0; --i) {
        auto const type = types[i - 1];
        if (!FRIBIDI_IS_EXPLICIT_OR_BN_OR_WS(type) && !FRIBIDI_IS_ISOLATE(type)) return;
        levels[i - 1] = base;
    }
}

}  // namespace

bool has_right_to_left(std::string_view utf8) {
    // Nothing of the kind begins with a byte below D6, and most texts have no such byte.
    bool const may =
        std::any_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xD6; });
    if (!may) return false;
    auto const points = decode_utf8(utf8);
    return std::any_of(points.begin(), points.end(),
                       [](CodePoint const& point) { return is_right_to_left(point.value); });
}

std::vector<Level> levels_of(std::u32string const& line) {
    std::vector<Level> levels(line.size());
    if (std::none_of(line.begin(), line.end(), is_right_to_left)) return levels;
    auto const count = static_cast<FriBidiStrIndex>(line.size());
    std::vector<FriBidiChar> const text(line.begin(), line.end());
    std::vector<FriBidiCharType> types(line.size());
    std::vector<FriBidiBracketType> brackets(line.size());
    std::vector<FriBidiLevel> found(line.size());
    fribidi_get_bidi_types(text.data(), count, types.data());
    fribidi_get_bracket_types(text.data(), count, types.data(), brackets.data());
    FriBidiParType base = FRIBIDI_PAR_ON;
    // 0: out of memory. The line is then drawn as it is stored.
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &base, found.data()) == 0)
        return levels;
    std::transform(found.begin(), found.end(), levels.begin(),
                   [](FriBidiLevel level) { return static_cast<Level>(std::max<FriBidiLevel>(level, 0)); });
    level_trailing_blanks(line, types, FRIBIDI_IS_RTL(base) ? 1 : 0, levels);
    return levels;
}

char32_t mirror_image_of(char32_t character) {
    FriBidiChar image = character;
    fribidi_get_mirror_char(character, &image);
    return image;
}

std::vector<std::size_t> visual_order(std::vector<Level> const& levels) {
    std::vector<std::size_t> order(levels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    int const highest = levels.empty() ? 0 : *std::max_element(levels.begin(), levels.end());
    for (int level = highest; level > 0; --level) {
        for (std::size_t begin = 0; begin < order.size();) {
            if (levels[order[begin]] < level) {
                ++begin;
                continue;
            }
            auto end = begin;
            while (end < order.size() && levels[order[end]] >= level) ++end;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(begin),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            begin = end;
        }
    }
    return order;
}

void keep_direction(std::vector<std::string>& lines) {
    if (std::none_of(lines.begin(), lines.end(), has_right_to_left)) return;
    auto const first_strong_from = [&](std::size_t line) {
        std::string_view mark;
        for (; line < lines.size() && mark.empty(); ++line) mark = strong_mark(lines[line], Which::first);
        return mark;
    };
    auto const direction = [](std::string_view mark) {
        return mark == arabic_letter_mark ? right_to_left_mark : mark;
    };
    auto const way = direction(first_strong_from(0));  // the paragraph's
    std::string_view before = way;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = lines[i];
        if (line.empty()) continue;
        auto const first = strong_mark(line, Which::first), last = strong_mark(line, Which::last);
        auto const after = first_strong_from(i + 1);
        // What stands before and after turns what has no direction of its own, too: digits after Arabic
        // letters, brackets, the hyphen of a Latin word (W2, W7, N0 to N2).
        bool const leans_back = before != way && !is_strong(decode_utf8(line).front().value);
        bool const leans_on = !after.empty() && after != way && !is_strong(decode_utf8(line).back().value);
        if (leans_on) line += after;
        if (direction(first) != way || leans_back)
            line.insert(0, std::string(way) + std::string(leans_back ? before : ""));
        if (!last.empty()) before = last;
    }
}

std::string joined_left_to_right(std::vector<std::string> const& parts, std::string_view separator) {
    std::string text;
    bool turns = false;
    for (auto const& part : parts) {
        if (part.empty()) continue;
        bool const isolated = parts.size() > 1 && has_right_to_left(part);
        turns = turns || isolated;
        if (!text.empty()) text += separator;
        if (isolated) text += first_strong_isolate;
        text += part;
        if (isolated) text += pop_isolate;
    }
    return turns ? std::string(left_to_right_mark) + text : text;
}

}  // namespace kiosk
