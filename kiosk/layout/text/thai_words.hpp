// Words of Thai, which is written without blanks between them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kiosk {

/// Where words begin inside `thai`, in characters, rising; without its start and end. Empty where
/// the dictionary is not installed or knows none of the words.
/// Source: libthai 0.1.29, its dictionary from the package libthai-data.
std::vector<std::size_t> thai_word_starts(std::u32string const& thai);

}  // namespace kiosk
