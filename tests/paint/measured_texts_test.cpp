#include "paint/measured_texts.hpp"

#include <memory_resource>

#include <fmt/format.h>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

/// Memory beyond the block is asked for here, and refused.
class NoMoreMemory {
public:
    NoMoreMemory() : before_(std::pmr::set_default_resource(std::pmr::null_memory_resource())) {}
    ~NoMoreMemory() { std::pmr::set_default_resource(before_); }
    NoMoreMemory(NoMoreMemory const&) = delete;
    NoMoreMemory& operator=(NoMoreMemory const&) = delete;

private:
    std::pmr::memory_resource* before_;
};

}  // namespace

TEST_CASE("a text is measured once for each font", "[paint]") {
    MeasuredTexts known;
    int measured = 0;
    auto const measure = [&] { return ++measured; };
    CHECK(known.of("Hall", {400, 30}, measure) == 1);
    CHECK(known.of("Hall", {400, 31}, measure) == 2);
    CHECK(known.of("Hall", {700, 30}, measure) == 3);
    CHECK(known.of("Halls", {400, 30}, measure) == 4);
    CHECK(known.of("Hall", {400, 30}, measure) == 1);
    CHECK(known.of("", {400, 30}, measure) == 5);
    CHECK(known.of("", {400, 30}, measure) == 5);
}

TEST_CASE("however many texts are measured, and however long, they take no more than the block", "[paint]") {
    NoMoreMemory const none;
    MeasuredTexts known;
    for (std::size_t const length : {1UL, 3UL, 20UL, 200UL, 5000UL, MeasuredTexts::bytes / 2, MeasuredTexts::bytes})
        for (int i = 0; i < 5000; ++i) {
            auto const text = fmt::format("{:{}}", i, length);
            REQUIRE(known.of(text, {400, 30}, [&] { return i; }) == i);
            if (i % 100 == 0) REQUIRE(known.of(text, {700, 30}, [&] { return -i; }) == -i);
            if (length > 5000 && i == 20) break;
        }
}

TEST_CASE("what was measured last is known still", "[paint]") {
    MeasuredTexts known;
    for (int i = 0; i < 10'000; ++i) known.of(fmt::format("Session {}", i), {400, 30}, [&] { return i; });
    CHECK(known.of("Session 9999", {400, 30}, [] { return -1; }) == 9999);
    CHECK(known.of("Session 0", {400, 30}, [] { return -1; }) == -1);
}
