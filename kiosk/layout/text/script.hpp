// Which writing system a character belongs to, as far as setting lines and choosing fonts needs it.
#pragma once

#include <string_view>

#include "settings/font_chain.hpp"

namespace kiosk {

/// ISO 15924 code; "Zyyy" for what every script uses (blanks, digits, punctuation) and for what is
/// not in the table. Source: Unicode 15, Blocks.txt and Scripts.txt, by block.
std::string_view script_of(char32_t character);

/// Written from right to left?
bool is_right_to_left(std::string_view script);

/// Written without blanks between words (Thai, Lao, Khmer, Burmese)? Han and Kana are not meant:
/// they may break between any two characters.
bool has_no_blanks(std::string_view script);

/// How far ink may reach from the baseline, in em: a line of capitals 0.72 and 0.
struct InkReach {
    double above = 0, below = 0;
};
/// The furthest that any character of a line reaches. Source: measured in the fonts of fonts/chain.toml.
InkReach reach_of(std::string_view utf8);

/// A mark that sits on the character before it, or a joiner or selector that changes it.
/// Source: Unicode 15, General_Category M and UAX #29 Extend and SpacingMark, by range.
bool joins_previous(char32_t character);

/// Drawn as a picture of its own: emoji and the flags' letters. Source: Unicode 15, emoji-data.txt,
/// by block; what is text by default (digits, ©, arrows) is not in it.
bool is_emoji(char32_t character);

/// Whose Han shapes a text wants, by itself: with Kana Japan's, with Hangul Korea's, with Bopomofo
/// Taiwan's; else `by_text`: it does not say.
HanShapes han_shapes_of(std::string_view utf8);

/// Invisible by itself: no font needs to have it.
bool is_ignorable(char32_t character);

}  // namespace kiosk
