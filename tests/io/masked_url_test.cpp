#include "io/masked_url.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("what opens doors is not seen in a URL that is shown", "[io][J5]") {
    CHECK(masked_url("https://example.org/schedule.html?day=2&lang=en") ==
          "https://example.org/schedule.html?day=2&lang=en");
    CHECK(masked_url("https://ada:pass@word@example.org:8443/a") == "https://***@example.org:8443/a");
    CHECK(masked_url("https://example.org/a@b?user=x@y") == "https://example.org/a@b?user=x@y");
    CHECK(masked_url("https://example.org?api_key=abc&x=1&Token=d#secret") ==
          "https://example.org?api_key=***&x=1&Token=***");
    CHECK(masked_url("https://cal.example.org/ical/ada/private-0123abc/basic.ics") ==
          "https://cal.example.org/ical/ada/private-***/basic.ics");
    CHECK(masked_url("http://a:b@c@d?e") == "http://***@d?e");
    CHECK(masked_url("schedule.html") == "schedule.html");
    CHECK(masked_url("").empty());
}

TEST_CASE("the scheme is what stands before the first colon, if that can be one", "[io]") {
    CHECK(scheme_of("HTTPS://example.org") == "https");
    CHECK(scheme_of("view-source:x") == "view-source");
    CHECK(scheme_of("C:\\schedule.html") == "c");
    CHECK(scheme_of("/a:b").empty());
    CHECK(scheme_of(":x").empty());
    CHECK(scheme_of("").empty());
}
