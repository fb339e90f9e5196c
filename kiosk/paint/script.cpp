#include "paint/script.hpp"

#include <algorithm>
#include <array>

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

bool joins_previous(char32_t c) {
    return between(c, 0x0300, 0x036F) || between(c, 0x1AB0, 0x1AFF) || between(c, 0x1DC0, 0x1DFF) ||
           between(c, 0x20D0, 0x20FF) || between(c, 0x3099, 0x309A) || between(c, 0xFE00, 0xFE0F) ||
           between(c, 0xFE20, 0xFE2F) || between(c, 0x1F3FB, 0x1F3FF) || between(c, 0xE0100, 0xE01EF) ||
           between(c, 0x200C, 0x200D);
}

bool is_ignorable(char32_t c) {
    return c == 0x00AD || between(c, 0x200B, 0x200F) || between(c, 0x202A, 0x202E) || between(c, 0x2060, 0x206F) ||
           between(c, 0xFE00, 0xFE0F) || c == 0xFEFF || between(c, 0xE0100, 0xE01EF);
}

}  // namespace kiosk
