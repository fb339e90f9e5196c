// Which writing system a character belongs to, as far as choosing and shaping fonts needs it.
#pragma once

#include <string_view>

namespace kiosk {

/// ISO 15924 code; "Zyyy" for what every script uses (blanks, digits, punctuation) and for what is
/// not in the table. Source: Unicode 15, Blocks.txt and Scripts.txt, by block.
std::string_view script_of(char32_t character);

/// Written from right to left?
bool is_right_to_left(std::string_view script);

/// A mark that sits on the character before it, or a joiner or selector that changes it.
bool joins_previous(char32_t character);

/// Invisible by itself: no font needs to have it.
bool is_ignorable(char32_t character);

}  // namespace kiosk
