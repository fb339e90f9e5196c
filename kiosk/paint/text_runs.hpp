// A line of text cut into runs, each of one font and one script.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// Part of a line that one font draws in one go.
struct FontRun {
    std::string text;         ///< UTF-8, logical order
    std::size_t family = 0;   ///< in the chain
    std::string script;       ///< ISO 15924
    bool right_to_left = false;
    friend bool operator==(FontRun const&, FontRun const&) = default;
};

/// What cutting asks about fonts. A cluster is a character with the marks that sit on it.
struct FontQuestions {
    std::function<std::size_t(std::u32string_view cluster)> family_for;
    std::function<bool(std::size_t family, std::u32string_view cluster)> has;
};

/// The runs of one line from left to right as they are drawn. Clusters stay whole; blanks and
/// punctuation inside a stretch of one fallback font stay in it. Brackets are not mirrored here: the
/// shaper does that in runs from the right.
/// Errors: none; more than eight marks on one character are dropped. Source: UAX #9 for the order.
std::vector<FontRun> split_into_runs(std::string_view utf8, FontQuestions const& fonts);

}  // namespace kiosk
