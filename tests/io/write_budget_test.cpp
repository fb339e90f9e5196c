#include "io/write_budget.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

Instant const morning = *parse_time_argument("2030-05-01T08:00:00Z")->instant;

/// What is written in `length` by somebody who writes a file of `bytes` whenever it is allowed, and asks each ten seconds.
std::uintmax_t written(WriteBudget& budget, Instant from, seconds length, std::uintmax_t bytes) {
    std::uintmax_t sum = 0;
    for (seconds passed{0}; passed < length; passed += seconds{10}) {
        if (!budget.allows(from + passed)) continue;
        budget.take(bytes);
        sum += WriteBudget::cost_of(bytes);
    }
    return sum;
}

}  // namespace

TEST_CASE("who writes whenever it is allowed writes no more than the limit, whatever the size", "[budget]") {
    for (std::uintmax_t const bytes : {300U, 8'000U, 100'000U, 700'000U}) {
        CAPTURE(bytes);
        WriteBudget budget({1'000'000, 2'000'000});
        auto const first = written(budget, morning, hours{24}, bytes);
        CHECK(first <= 3'000'000 + WriteBudget::cost_of(bytes));
        CHECK(first > 2'500'000);
        auto const second = written(budget, morning + hours{24}, hours{24}, bytes);
        CHECK(second <= 2'000'000 + WriteBudget::cost_of(bytes));
        CHECK(second > 2'000'000 - WriteBudget::cost_of(bytes));
    }
}

TEST_CASE("something larger than the limit is written once, and then not for long", "[budget]") {
    WriteBudget budget({1'000'000, 1'000'000});
    REQUIRE(budget.allows(morning));
    budget.take(5'000'000);
    CHECK_FALSE(budget.allows(morning + hours{24 * 4}));  // a step of the clock gives no more than a day
    CHECK_FALSE(budget.allows(morning + hours{24 * 5}));
    for (int day = 6; day < 9; ++day) CHECK(budget.allows(morning + hours{24 * day}) == (day >= 8));
}

TEST_CASE("a clock that is set neither stops the writing nor opens it", "[budget]") {
    WriteBudget budget({100'000, 1'000'000});
    REQUIRE(budget.allows(morning));
    budget.take(200'000);
    CHECK_FALSE(budget.allows(morning));
    CHECK_FALSE(budget.allows(morning - hours{1000}));
    CHECK_FALSE(budget.allows(morning - hours{1000} + minutes{10}));
    CHECK(budget.allows(morning - hours{997}));
    budget.take(0);
    CHECK(budget.allows(morning + hours{100'000}));
    budget.take(200'000);  // nothing was saved up beyond the limit
    CHECK_FALSE(budget.allows(morning + hours{100'000}));
}
