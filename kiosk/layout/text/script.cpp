#include "layout/text/script.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

struct Block {
    char32_t first, last;
    std::string_view script;
};

constexpr std::array blocks{
    Block{0x0041, 0x005A, "Latn"},   Block{0x0061, 0x007A, "Latn"},   Block{0x00AA, 0x00AA, "Latn"},
    Block{0x00BA, 0x00BA, "Latn"},   Block{0x00C0, 0x00D6, "Latn"},   Block{0x00D8, 0x00F6, "Latn"},
    Block{0x00F8, 0x02AF, "Latn"},   Block{0x0370, 0x03FF, "Grek"},   Block{0x0400, 0x052F, "Cyrl"},
    Block{0x0531, 0x058F, "Armn"},   Block{0x0591, 0x05FF, "Hebr"},   Block{0x0600, 0x06FF, "Arab"},
    Block{0x0700, 0x074F, "Syrc"},   Block{0x0750, 0x077F, "Arab"},   Block{0x0780, 0x07BF, "Thaa"},
    Block{0x07C0, 0x07FF, "Nkoo"},   Block{0x0860, 0x086F, "Syrc"},   Block{0x0870, 0x08FF, "Arab"},
    Block{0x0900, 0x097F, "Deva"},   Block{0x0980, 0x09FF, "Beng"},   Block{0x0A00, 0x0A7F, "Guru"},
    Block{0x0A80, 0x0AFF, "Gujr"},   Block{0x0B00, 0x0B7F, "Orya"},   Block{0x0B80, 0x0BFF, "Taml"},
    Block{0x0C00, 0x0C7F, "Telu"},   Block{0x0C80, 0x0CFF, "Knda"},   Block{0x0D00, 0x0D7F, "Mlym"},
    Block{0x0D80, 0x0DFF, "Sinh"},   Block{0x0E00, 0x0E7F, "Thai"},   Block{0x0E80, 0x0EFF, "Laoo"},
    Block{0x1000, 0x109F, "Mymr"},   Block{0x10A0, 0x10FF, "Geor"},   Block{0x1100, 0x11FF, "Hang"},
    Block{0x1200, 0x139F, "Ethi"},   Block{0x13A0, 0x13FF, "Cher"},   Block{0x1400, 0x167F, "Cans"},
    Block{0x1780, 0x17FF, "Khmr"},   Block{0x1800, 0x18AF, "Mong"},   Block{0x18B0, 0x18FF, "Cans"},
    Block{0x1C80, 0x1C8F, "Cyrl"},   Block{0x1C90, 0x1CBF, "Geor"},   Block{0x1E00, 0x1EFF, "Latn"},
    Block{0x1F00, 0x1FFF, "Grek"},   Block{0x2C60, 0x2C7F, "Latn"},   Block{0x2D00, 0x2D2F, "Geor"},
    Block{0x2D80, 0x2DDF, "Ethi"},   Block{0x2DE0, 0x2DFF, "Cyrl"},   Block{0x2E80, 0x2FDF, "Hani"},
    Block{0x3005, 0x3007, "Hani"},   Block{0x3040, 0x309F, "Hira"},   Block{0x30A0, 0x30FF, "Kana"},
    Block{0x3100, 0x312F, "Bopo"},   Block{0x3130, 0x318F, "Hang"},   Block{0x31F0, 0x31FF, "Kana"},
    Block{0x3400, 0x4DBF, "Hani"},   Block{0x4E00, 0x9FFF, "Hani"},   Block{0xA640, 0xA69F, "Cyrl"},
    Block{0xA720, 0xA7FF, "Latn"},   Block{0xA8E0, 0xA8FF, "Deva"},   Block{0xA960, 0xA97F, "Hang"},
    Block{0xAA60, 0xAA7F, "Mymr"},   Block{0xAC00, 0xD7FF, "Hang"},   Block{0xF900, 0xFAFF, "Hani"},
    Block{0xFB00, 0xFB06, "Latn"},   Block{0xFB1D, 0xFB4F, "Hebr"},   Block{0xFB50, 0xFDFF, "Arab"},
    Block{0xFE70, 0xFEFE, "Arab"},   Block{0xFF66, 0xFF9F, "Kana"},   Block{0xFFA0, 0xFFDC, "Hang"},
    Block{0x1B000, 0x1B16F, "Kana"}, Block{0x1EE00, 0x1EEFF, "Arab"}, Block{0x20000, 0x3FFFF, "Hani"},
};

struct Range {
    char32_t first, last;
};

// Sorted; joined where only unassigned code points lie between.
constexpr std::array marks{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489},   Range{0x0591, 0x05BD},   Range{0x05BF, 0x05BF},
    Range{0x05C1, 0x05C2}, Range{0x05C4, 0x05C5},   Range{0x05C7, 0x05C7},   Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0670, 0x0670},   Range{0x06D6, 0x06DC},   Range{0x06DF, 0x06E4},
    Range{0x06E7, 0x06E8}, Range{0x06EA, 0x06ED},   Range{0x0711, 0x0711},   Range{0x0730, 0x074A},
    Range{0x07A6, 0x07B0}, Range{0x07EB, 0x07F3},   Range{0x08CA, 0x08E1},   Range{0x08E3, 0x0903},
    Range{0x093A, 0x093C}, Range{0x093E, 0x094F},   Range{0x0951, 0x0957},   Range{0x0962, 0x0963},
    Range{0x0981, 0x0983}, Range{0x09BC, 0x09BC},   Range{0x09BE, 0x09CD},   Range{0x09D7, 0x09D7},
    Range{0x09E2, 0x09E3}, Range{0x09FE, 0x0A03},   Range{0x0A3C, 0x0A51},   Range{0x0A70, 0x0A71},
    Range{0x0A75, 0x0A83}, Range{0x0ABC, 0x0ABC},   Range{0x0ABE, 0x0ACD},   Range{0x0AE2, 0x0AE3},
    Range{0x0AFA, 0x0B03}, Range{0x0B3C, 0x0B3C},   Range{0x0B3E, 0x0B57},   Range{0x0B62, 0x0B63},
    Range{0x0B82, 0x0B82}, Range{0x0BBE, 0x0BCD},   Range{0x0BD7, 0x0BD7},   Range{0x0C00, 0x0C04},
    Range{0x0C3C, 0x0C3C}, Range{0x0C3E, 0x0C56},   Range{0x0C62, 0x0C63},   Range{0x0C81, 0x0C83},
    Range{0x0CBC, 0x0CBC}, Range{0x0CBE, 0x0CD6},   Range{0x0CE2, 0x0CE3},   Range{0x0D00, 0x0D03},
    Range{0x0D3B, 0x0D3C}, Range{0x0D3E, 0x0D4D},   Range{0x0D57, 0x0D57},   Range{0x0D62, 0x0D63},
    Range{0x0D81, 0x0D83}, Range{0x0DCA, 0x0DDF},   Range{0x0DF2, 0x0DF3},   Range{0x0E31, 0x0E31},
    Range{0x0E33, 0x0E3A}, Range{0x0E47, 0x0E4E},   Range{0x0EB1, 0x0EB1},   Range{0x0EB3, 0x0EBC},
    Range{0x0EC8, 0x0ECE}, Range{0x102B, 0x103E},   Range{0x1056, 0x1059},   Range{0x105E, 0x1060},
    Range{0x1062, 0x1064}, Range{0x1067, 0x106D},   Range{0x1071, 0x1074},   Range{0x1082, 0x108D},
    Range{0x108F, 0x108F}, Range{0x109A, 0x109D},   Range{0x1160, 0x11FF},   Range{0x135D, 0x135F},
    Range{0x17B4, 0x17D3}, Range{0x17DD, 0x17DD},   Range{0x180B, 0x180D},   Range{0x18A9, 0x18A9},
    Range{0x1AB0, 0x1ACE}, Range{0x1DC0, 0x1DFF},   Range{0x200C, 0x200D},   Range{0x20D0, 0x20F0},
    Range{0x2DE0, 0x2DFF}, Range{0x302A, 0x302F},   Range{0x3099, 0x309A},   Range{0xA66F, 0xA672},
    Range{0xA674, 0xA67D}, Range{0xA8E0, 0xA8F1},   Range{0xA9E5, 0xA9E5},   Range{0xAA7B, 0xAA7D},
    Range{0xD7B0, 0xD7FB}, Range{0xFB1E, 0xFB1E},   Range{0xFE00, 0xFE0F},   Range{0xFE20, 0xFE2F},
    Range{0xFF9E, 0xFF9F}, Range{0x1F3FB, 0x1F3FF}, Range{0xE0020, 0xE007F}, Range{0xE0100, 0xE01EF},
};

constexpr bool between(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

}  // namespace

std::string_view script_of(char32_t character) {
    auto const after = std::upper_bound(blocks.begin(), blocks.end(), character,
                                        [](char32_t c, Block const& block) { return c < block.first; });
    if (after == blocks.begin()) return "Zyyy";
    auto const& block = *std::prev(after);
    return character <= block.last ? block.script : "Zyyy";
}

bool is_right_to_left(std::string_view script) {
    return script == "Arab" || script == "Hebr" || script == "Syrc" || script == "Thaa" || script == "Nkoo";
}

bool has_no_blanks(std::string_view script) {
    return script == "Thai" || script == "Laoo" || script == "Khmr" || script == "Mymr";
}

namespace {

struct ScriptReach {
    std::string_view script;
    InkReach reach;
};

constexpr InkReach capitals{0.73, 0}, accented_capitals{0.95, 0.19}, brackets{0.78, 0.19}, emoji{0.9, 0.2};
/// Vietnamese has two marks on a capital, and one below it.
constexpr InkReach stacked_capitals{1.09, 0.20};
/// Those that need more room than Latin.
constexpr std::array tall_scripts{
    ScriptReach{"Arab", {0.98, 0.46}}, ScriptReach{"Syrc", {0.98, 0.46}}, ScriptReach{"Thaa", {0.98, 0.46}},
    ScriptReach{"Nkoo", {0.98, 0.46}}, ScriptReach{"Thai", {1.05, 0.28}}, ScriptReach{"Laoo", {1.05, 0.28}},
    ScriptReach{"Mymr", {1.02, 0.47}}, ScriptReach{"Khmr", {0.96, 0.34}}, ScriptReach{"Deva", {0.92, 0.38}},
    ScriptReach{"Beng", {0.92, 0.38}}, ScriptReach{"Guru", {0.92, 0.38}}, ScriptReach{"Gujr", {0.92, 0.38}},
    ScriptReach{"Orya", {0.92, 0.38}}, ScriptReach{"Taml", {0.92, 0.38}}, ScriptReach{"Telu", {0.92, 0.38}},
    ScriptReach{"Knda", {0.92, 0.38}}, ScriptReach{"Mlym", {0.92, 0.38}}, ScriptReach{"Sinh", {0.92, 0.38}}};

bool hangs_below(char32_t c) {
    return c < 0x80 &&
           std::string_view("gjpqyQ,;()[]{}/").find(static_cast<char>(c)) != std::string_view::npos;
}

InkReach reach_of(char32_t c) {
    if (c < 0xC0) return hangs_below(c) ? brackets : capitals;
    if (c < 0x1E00 && script_of(c) == "Latn") return accented_capitals;
    if ((c >= 0x1EA4 && c <= 0x1EB7) || (c >= 0x1EBE && c <= 0x1EC7) || (c >= 0x1ED0 && c <= 0x1EE3))
        return stacked_capitals;
    if (is_emoji(c)) return emoji;
    auto const script = script_of(c);
    auto const found = std::find_if(tall_scripts.begin(), tall_scripts.end(),
                                    [&](ScriptReach const& one) { return one.script == script; });
    if (found != tall_scripts.end()) return found->reach;
    bool const is_sign = c >= 0x2000 && c < 0x2C00;
    return is_sign ? capitals : accented_capitals;
}

}  // namespace

InkReach reach_of(std::string_view utf8) {
    InkReach reach;
    for (auto const& point : decode_utf8(utf8)) {
        auto const one = reach_of(point.value);
        reach = {std::max(reach.above, one.above), std::max(reach.below, one.below)};
    }
    return reach;
}

bool joins_previous(char32_t c) {
    if (c < 0x0300) return false;
    auto const after =
        std::upper_bound(marks.begin(), marks.end(), c,
                         [](char32_t value, Range const& range) { return value < range.first; });
    return after != marks.begin() && c <= std::prev(after)->last;
}

bool is_emoji(char32_t c) {
    return between(c, 0x1F000, 0x1FAFF) || between(c, 0x2600, 0x27BF) || between(c, 0x231A, 0x231B) ||
           between(c, 0x23E9, 0x23F3) || between(c, 0x2B1B, 0x2B1C) || between(c, 0x2B50, 0x2B55);
}

HanShapes han_shapes_of(std::string_view utf8) {
    auto shapes = HanShapes::by_text;
    for (auto const& point : decode_utf8(utf8)) {
        if (point.value < 0x1100) continue;
        auto const script = script_of(point.value);
        if (script == "Hira" || script == "Kana") return HanShapes::japanese;
        if (script == "Hang") shapes = HanShapes::korean;
        if (script == "Bopo" && shapes == HanShapes::by_text) shapes = HanShapes::traditional;
    }
    return shapes;
}

bool is_ignorable(char32_t c) {
    return c == 0x00AD || between(c, 0x200B, 0x200F) || between(c, 0x202A, 0x202E) ||
           between(c, 0x2060, 0x206F) || between(c, 0xFE00, 0xFE0F) || c == 0x061C || c == 0xFEFF ||
           between(c, 0xE0001, 0xE01EF);
}

}  // namespace kiosk
