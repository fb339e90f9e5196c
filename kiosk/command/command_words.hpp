// A command's line as words, and words as a line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// Splits at blanks; "…", '…' and the backslash quote as in a shell (POSIX.1-2017 XCU §2.2, without
/// expansions). Empty: a quote stays open, or a backslash has nothing behind it.
std::optional<std::vector<std::string>> split_words(std::string_view line);

/// `word` so that split_words reads it as one; line ends become blanks. For callers that have a list
/// of arguments and send a line.
std::string quote_word(std::string_view word);

/// The quoted words with a blank between them.
std::string join_words(std::vector<std::string> const& words);

}  // namespace kiosk
