// Text from outside: decode, check, clean, compare. Pure functions on UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// One code point and where it stood.
struct CodePoint {
    char32_t value = 0;
    std::size_t begin = 0;  ///< byte offset
    std::size_t size = 0;   ///< bytes
};

/// Decodes `text`; each byte that is not valid UTF-8 gives U+FFFD. Source: RFC 3629 §4.
std::vector<CodePoint> decode_utf8(std::string_view text);
void append_utf8(std::string& out, char32_t code_point);

/// Source: RFC 3629 §4.
bool is_valid_utf8(std::string_view bytes);

/// The same text with invalid bytes replaced by U+FFFD and a leading byte order mark dropped.
std::string to_valid_utf8(std::string_view bytes);

/// A line that is safe and tidy on a screen: blanks of every kind (tabs, line ends, runs) become
/// one space, except no-break ones; controls, bidi overrides and isolates, zero-width joins to
/// nothing and private-use characters go; at most four combining marks stay on one base.
std::string clean_line(std::string_view text);

/// The same for paragraphs: blank lines stay as one '\n', everything else as in clean_line.
std::string clean_paragraphs(std::string_view text);

/// One line for a log or a terminal that nobody can forge: controls, line ends, and what turns text around or has no
/// picture are written as "\\x1B" and "\\u202E", bytes that are no UTF-8 as "\\xFF". What can be read stays as it is.
std::string escaped_line(std::string_view text);
/// Would that leave `text` as it is?
bool is_escaped_line(std::string_view text);

/// Without blanks (U+00A0 and its kin included) at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case; everything else as it is.
std::string to_lower_ascii(std::string_view text);

/// The key by which two spellings of a name or room compare as equal: lower case, without Latin
/// accents, punctuation and repeated blanks ("H. T. Kung" and "H.T. Kung" give "h t kung").
std::string comparison_key(std::string_view text);

/// Words as readers count them: runs between blanks; each CJK character counts half.
int count_words(std::string_view text);

}  // namespace kiosk
