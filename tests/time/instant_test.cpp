#include "time/instant.hpp"

#include "support/catch.hpp"

using namespace kiosk;
using date::literals::operator""_y;

TEST_CASE("durations are written as people write them", "[time]") {
    CHECK(parse_duration("90s") == seconds{90});
    CHECK(parse_duration("1h30m") == minutes{90});
    CHECK(parse_duration("400ms") == milliseconds{400});
    CHECK(parse_duration("0s") == milliseconds{0});
    CHECK(parse_duration("1.5h") == minutes{90});
    for (auto const* wrong : {"", "10", "m", "-5m", "5 m", "5x"}) CHECK_FALSE(parse_duration(wrong));
}

TEST_CASE("T is an instant, a wall time or a clock time", "[time]") {
    auto const wall = WallTime{Day{2023_y / 12 / 16}} + hours{10} + minutes{12};
    CHECK(parse_time_argument("2023-12-16T10:12")->wall == wall);
    CHECK(parse_time_argument("2023-12-16T10:12:30")->wall == wall + seconds{30});
    CHECK(parse_time_argument("2023-12-16T10:12:00-06:00")->instant ==
          Instant{wall.time_since_epoch() + hours{6}});
    CHECK(parse_time_argument("2023-12-16T10:12Z")->instant == Instant{wall.time_since_epoch()});
    CHECK(parse_time_argument("10:12")->time_of_day == hours{10} + minutes{12});
    CHECK(parse_time_argument("9:05")->time_of_day == hours{9} + minutes{5});
    for (auto const* wrong : {"", "25:00", "10:60", "2023-02-30T10:00", "noon", "2023-12-16T", "10:12 AM"})
        CHECK_FALSE(parse_time_argument(wrong));
}

TEST_CASE("days that do not exist are none", "[time]") {
    CHECK(to_iso(*parse_day("2024-02-29")) == "2024-02-29");
    CHECK_FALSE(parse_day("2023-02-29"));
    CHECK_FALSE(parse_day("2023-2-9"));
}
