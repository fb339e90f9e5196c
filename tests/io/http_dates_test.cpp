#include "io/http_dates.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {
Instant const example = *parse_time_argument("1994-11-06T08:49:37Z")->instant;
}

TEST_CASE("a date of HTTP is read as the RFC's example says", "[io]") {
    CHECK(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT") == example);
    CHECK(parse_http_date("Thu, 01 Jan 1970 00:00:00 GMT") == Instant{});
    CHECK(parse_http_date("Thu, 29 Feb 2024 23:59:60 GMT"));
}

TEST_CASE("what is no date of HTTP is none", "[io]") {
    for (auto const* text :
         {"", "0", "-1", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
          "Sun, 30 Feb 2024 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
          "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, +6 Nov 1994 08:49:37 GMT"})
        CHECK_FALSE(parse_http_date(text));
}

TEST_CASE("a server says for how long it wants to be left alone in seconds or by a date", "[io]") {
    CHECK(parse_retry_after("120", example) == seconds{120});
    CHECK(parse_retry_after("0", example) == seconds{0});
    CHECK(parse_retry_after("000000000000007", example) == seconds{7});
    CHECK(parse_retry_after("Sun, 06 Nov 1994 08:50:07 GMT", example) == seconds{30});
    CHECK(parse_retry_after("Sun, 06 Nov 1994 08:00:00 GMT", example) == seconds{0});
    CHECK(parse_retry_after("99999999999999999999999", example) == hours{24 * 365});
    CHECK(parse_retry_after("Sun, 06 Nov 9994 08:50:07 GMT", example) == hours{24 * 365});
    for (auto const* text : {"", "-5", "soon", "1.5", "7 s"}) CHECK_FALSE(parse_retry_after(text, example));
}
