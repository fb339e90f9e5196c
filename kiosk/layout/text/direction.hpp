// The order in which a line's characters stand: Arabic and Hebrew run from the right, and their
// numbers and Latin words from the left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// Odd: runs from right to left. Nested deeper the higher it is; 0 and 1 are a paragraph's own.
using Level = std::uint8_t;

/// Is anything in the text written from the right, or a mark that says so? If not, all levels are 0.
bool has_right_to_left(std::string_view utf8);

/// The level of each code point of one line. The line's direction is that of its first strong
/// character, left to right if there is none. Source: UAX #9, P2 to L1.
std::vector<Level> levels_of(std::u32string const& line);

/// The character that stands in its place where a line runs from the right: ")" for "(".
char32_t mirror_image_of(char32_t character);

/// The places 0 to n-1 in the order in which things of these levels stand, from the left.
/// Source: UAX #9, L2.
std::vector<std::size_t> visual_order(std::vector<Level> const& levels);

/// `lines` are what a paragraph was broken into: those that would by themselves be ordered in another
/// way than inside it get marks at their ends (U+200E, U+200F, U+061C; they are not seen).
void keep_direction(std::vector<std::string>& lines);

/// `parts` as one text from left to right, `separator` between them: a part written from the right
/// is turned within itself and does not change places with its neighbours. Source: UAX #9 §2.4.
std::string joined_left_to_right(std::vector<std::string> const& parts, std::string_view separator);

}  // namespace kiosk
