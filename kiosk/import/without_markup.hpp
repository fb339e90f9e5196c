// Texts of data files that were written for a browser.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// Holds a tag of HTML or a character reference. "vector<T>" and "R&D" do not.
bool has_markup(std::string_view text);

/// Tags go (the ends of blocks and `<br>` become '\n'), scripts and styles with what they hold;
/// references become characters, once. Range: any text; what is no tag of HTML stays.
std::string without_markup(std::string_view text);

}  // namespace kiosk
