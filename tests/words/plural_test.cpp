#include "words/plural.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("numbers fall into the categories of CLDR", "[words]") {
    auto const of = [](PluralRule rule, long long n) {
        return plural_names[static_cast<std::size_t>(plural_of(rule, n))];
    };
    CHECK(of(PluralRule::none, 1) == "other");
    CHECK(of(PluralRule::one, 0) == "other");
    CHECK(of(PluralRule::one, 1) == "one");
    CHECK(of(PluralRule::one, 21) == "other");
    CHECK(of(PluralRule::zero_or_one, 0) == "one");
    CHECK(of(PluralRule::zero_or_one, 2) == "other");
    for (auto const& [n, category] : {std::pair{1, "one"},
                                      {2, "few"},
                                      {4, "few"},
                                      {5, "many"},
                                      {12, "many"},
                                      {14, "many"},
                                      {21, "many"},
                                      {22, "few"},
                                      {112, "many"},
                                      {0, "many"}})
        CHECK(of(PluralRule::polish, n) == category);
    for (auto const& [n, category] : {std::pair{0, "zero"},
                                      {1, "one"},
                                      {2, "two"},
                                      {3, "few"},
                                      {10, "few"},
                                      {11, "many"},
                                      {99, "many"},
                                      {100, "other"},
                                      {102, "other"},
                                      {103, "few"},
                                      {111, "many"}})
        CHECK(of(PluralRule::arabic, n) == category);
}

TEST_CASE("every number falls into a category that language files must fill", "[words]") {
    for (auto const rule : {PluralRule::none, PluralRule::one, PluralRule::zero_or_one, PluralRule::polish,
                            PluralRule::arabic}) {
        auto const categories = plurals_of(rule);
        for (long long n = -3; n < 250; ++n)
            CHECK(std::find(categories.begin(), categories.end(), plural_of(rule, n)) != categories.end());
    }
}
