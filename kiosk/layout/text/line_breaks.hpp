// Where a line of text may end, in every script.
#pragma once

#include <string_view>
#include <vector>

namespace kiosk {

/// Part of a text inside which no line ends.
struct Unbroken {
    std::string_view text;   ///< with its trailing blanks
    bool ends_line = false;  ///< a line has to end after it
    friend bool operator==(Unbroken const&, Unbroken const&) = default;
};

/// `utf8` in parts that follow each other and together are the whole.
/// Lines end after blanks, hyphens, dashes and slashes, between Han and Kana (not before small Kana
/// and closing marks, not after opening ones), between Thai words, between syllables of Lao, Khmer
/// and Burmese, and between emoji; never inside a cluster, a Korean word or at a no-break space.
/// Source: UAX #14, §8.2 for Korean; JIS X 4051 for Kana; libthai's dictionary.
std::vector<Unbroken> unbroken_parts(std::string_view utf8);

/// Without blanks and line ends at its end; no-break spaces stay.
std::string_view without_trailing_blanks(std::string_view text);

}  // namespace kiosk
