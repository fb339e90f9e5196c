#include "time/wording.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {
WallTime at(std::string_view clock) { return WallTime{*parse_day("2023-12-16")} + *parse_time_argument(clock)->time_of_day; }
}  // namespace

TEST_CASE("a range says AM once where both ends have it", "[time]") {
    auto const us = wording_for("en-US");
    CHECK(range_text(at("10:00"), at("10:55"), us) == "10:00 – 10:55 AM");
    CHECK(range_text(at("11:30"), at("12:30"), us) == "11:30 AM – 12:30 PM");
    CHECK(range_text(at("10:00"), at("10:00"), us) == "10:00 AM");
    CHECK(range_text(at("9:00"), at("13:30"), wording_for("de-DE")) == "09:00 – 13:30");
}

TEST_CASE("noon is 12 PM and midnight 12 AM", "[time]") {
    auto const us = wording_for("en-US");
    CHECK(time_text(at("12:00"), us) == "12:00 PM");
    CHECK(time_text(at("0:05"), us) == "12:05 AM");
}

TEST_CASE("dates follow the region", "[time]") {
    auto const day = *parse_day("2023-12-16");
    CHECK(long_day(day, wording_for("en-US")) == "Saturday, December 16");
    CHECK(long_day(day, wording_for("en-GB")) == "Saturday 16 December");
    CHECK(short_day(day, wording_for("en")) == "Sat, Dec 16");
}

TEST_CASE("waits round up to the minute, long ones to the nearest five", "[time]") {
    CHECK(relative_text(seconds{59}) == "now");
    CHECK(relative_text(minutes{12}) == "in 12 min");
    CHECK(relative_text(minutes{11} + seconds{1}) == "in 12 min");
    CHECK(relative_text(minutes{60}) == "in 1 h");
    CHECK(relative_text(minutes{98}) == "in 1 h 40 min");
    CHECK(relative_text(hours{72}) == "in 3 days");
}

TEST_CASE("lengths are exact", "[time]") {
    CHECK(length_text(minutes{15}) == "15 min");
    CHECK(length_text(minutes{60}) == "1 h");
    CHECK(length_text(minutes{92}) == "1 h 32 min");
}
