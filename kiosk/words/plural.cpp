#include "words/plural.hpp"

#include <cstdlib>

namespace kiosk {

std::optional<PluralRule> plural_rule_named(std::string_view name) {
    if (name == "none") return PluralRule::none;
    if (name == "one") return PluralRule::one;
    if (name == "zero-or-one") return PluralRule::zero_or_one;
    if (name == "polish") return PluralRule::polish;
    if (name == "arabic") return PluralRule::arabic;
    return {};
}

Plural plural_of(PluralRule rule, long long n) {
    n = std::llabs(n);
    auto const tens = n % 100, units = n % 10;
    switch (rule) {
        case PluralRule::none: return Plural::other;
        case PluralRule::one: return n == 1 ? Plural::one : Plural::other;
        case PluralRule::zero_or_one: return n <= 1 ? Plural::one : Plural::other;
        case PluralRule::polish:
            if (n == 1) return Plural::one;
            return units >= 2 && units <= 4 && !(tens >= 12 && tens <= 14) ? Plural::few : Plural::many;
        case PluralRule::arabic:
            if (n <= 2) return n == 0 ? Plural::zero : n == 1 ? Plural::one : Plural::two;
            return tens >= 3 && tens <= 10 ? Plural::few : tens >= 11 ? Plural::many : Plural::other;
    }
    return Plural::other;
}

std::vector<Plural> plurals_of(PluralRule rule) {
    switch (rule) {
        case PluralRule::none: return {Plural::other};
        case PluralRule::one:
        case PluralRule::zero_or_one: return {Plural::one, Plural::other};
        case PluralRule::polish: return {Plural::one, Plural::few, Plural::many};
        case PluralRule::arabic:
            return {Plural::zero, Plural::one, Plural::two, Plural::few, Plural::many, Plural::other};
    }
    return {Plural::other};
}

}  // namespace kiosk
