#include "time/zone.hpp"

#include "support/catch.hpp"

using namespace kiosk;
using date::literals::operator""_y;

namespace {
WallTime wall(int year, unsigned month, unsigned day, int hour, int minute) {
    return WallTime{Day{date::year{year} / month / day}} + hours{hour} + minutes{minute};
}
}  // namespace

TEST_CASE("New Orleans is six hours behind in December", "[time]") {
    auto const zone = Zone::named("America/Chicago");
    REQUIRE(zone.value);
    CHECK(zone.value->to_iso_with_offset(zone.value->to_instant(wall(2023, 12, 16, 10, 0))) ==
          "2023-12-16T10:00:00-06:00");
}

TEST_CASE("02:30 happens twice in Berlin on 25 October 2026: the first is meant", "[time]") {
    auto const zone = *Zone::named("Europe/Berlin").value;
    auto const found = zone.resolve(wall(2026, 10, 25, 2, 30));
    CHECK(found.clock == Zone::Resolved::Clock::repeated);
    CHECK(zone.to_iso_with_offset(found.instant) == "2026-10-25T02:30:00+02:00");
}

TEST_CASE("02:30 does not happen in Berlin on 29 March 2026: 03:30 is meant", "[time]") {
    auto const zone = *Zone::named("Europe/Berlin").value;
    auto const found = zone.resolve(wall(2026, 3, 29, 2, 30));
    CHECK(found.clock == Zone::Resolved::Clock::skipped);
    CHECK(zone.to_iso_with_offset(found.instant) == "2026-03-29T03:30:00+02:00");
}

TEST_CASE("a name that is no zone is a problem with its place", "[time]") {
    for (auto const* name : {"Nowhere/City", "", "../etc/passwd", "/etc/localtime"}) {
        auto const zone = Zone::named(name, {"event.toml", 4, ""});
        CHECK_FALSE(zone.value);
        REQUIRE(zone.problems.size() == 1);
        CHECK(zone.problems[0].code == "time-zone-unknown");
        CHECK(zone.problems[0].where.line == 4);
    }
}

TEST_CASE("floating time has no offset to print", "[time]") {
    auto const zone = Zone::floating();
    CHECK(zone.to_iso_with_offset(zone.to_instant(wall(2023, 12, 16, 10, 0))) == "2023-12-16T10:00:00");
}
