// Which form of a word goes with a number.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace kiosk {

/// The categories of CLDR; what they mean differs by language.
enum class Plural { zero, one, two, few, many, other };
inline constexpr std::size_t plural_count = 6;
inline constexpr std::array<std::string_view, plural_count> plural_names{"zero", "one",  "two",
                                                                         "few",  "many", "other"};

/// How a language picks the category of a whole number.
enum class PluralRule {
    none,         ///< one form for all: Japanese, Korean, Chinese
    one,          ///< 1 is one: English, German, Dutch, Italian, Spanish
    zero_or_one,  ///< 0 and 1 are one: French, Portuguese, Hindi
    polish,
    arabic,
};

/// By the name that language files use: "none", "one", "zero-or-one", "polish", "arabic".
std::optional<PluralRule> plural_rule_named(std::string_view name);

/// The category of `n`. Range: any n; negative as positive. Source: CLDR, Language Plural Rules, for
/// whole numbers; the categories that only millions have are left out.
Plural plural_of(PluralRule rule, long long n);

/// The categories that whole numbers fall into, so those that a language file must fill.
std::vector<Plural> plurals_of(PluralRule rule);

}  // namespace kiosk
