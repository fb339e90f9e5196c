#include "run/clock_trust.hpp"

#include "support/catch.hpp"
#include "time/instant.hpp"

using namespace kiosk;

namespace {

Instant on(std::string_view day) { return Instant{date::sys_days{parse_day(day)->time_since_epoch()}}; }

}  // namespace

TEST_CASE("a clock that runs on a battery or is kept by somebody is trusted", "[run]") {
    CHECK(is_trustworthy({on("2026-12-12"), true, false, seconds{1}}));
    CHECK(is_trustworthy({on("2026-12-12"), false, true, seconds{1}}));
}

TEST_CASE("a machine without a battery clock waits for the time, but not for ever", "[run]") {
    CHECK_FALSE(is_trustworthy({on("2026-12-12"), false, false, seconds{1}}));
    CHECK_FALSE(is_trustworthy({on("2026-12-12"), false, false, minutes{10} - seconds{1}}));
    CHECK(is_trustworthy({on("2026-12-12"), false, false, minutes{10}}));
}

TEST_CASE("1970 is never now, whoever says so", "[run]") {
    CHECK_FALSE(is_trustworthy({Instant{}, true, true, hours{24}}));
    CHECK_FALSE(is_trustworthy({on("2026-10-31"), true, true, hours{24}}));
    CHECK(is_trustworthy({on("2026-11-01"), true, true, hours{24}}));
}
