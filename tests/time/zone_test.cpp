#include "time/zone.hpp"

#include "support/catch.hpp"
#include "time/zone_rules.hpp"

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

TEST_CASE("files of the database that are no zones name none", "[time]") {
    for (auto const* name : {"zone.tab", "tzdata.zi", "posix/Europe/Berlin", "right/Europe/Berlin", "Europe"}) CHECK_FALSE(Zone::named(name).value);
}

TEST_CASE("a name that would lead out of the database, or that no zone can have, opens nothing", "[time]") {
    CHECK(ZoneRules::find("America/Argentina/Buenos_Aires"));
    CHECK(ZoneRules::find("Etc/GMT+5"));
    for (auto const* name : {"", "/UTC", "UTC/", "../zoneinfo/UTC", "Europe/../UTC", "Europe//Berlin", "./UTC", "%2e%2e/UTC", "file:///UTC", "UTC\n", "zone.tab"})
        CHECK_FALSE(ZoneRules::find(name));
    CHECK_FALSE(ZoneRules::find(std::string("UTC\0", 4)));
    CHECK_FALSE(ZoneRules::find(std::string(65, 'a')));
}

TEST_CASE("a zone's file is read as far as it is whole", "[time]") {
    // Version 2; the older block has one type and nothing else, the newer one change, an hour forward.
    auto const number = [](std::uint64_t value, int bytes) {
        std::string text;
        for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> 8 * i & 255);
        return text;
    };
    auto const header = [&](std::uint64_t times, std::uint64_t types) {
        return "TZif2" + std::string(15, '\0') + number(0, 4) + number(0, 4) + number(0, 4) + number(times, 4) + number(types, 4) + number(0, 4);
    };
    auto const type = [&](std::uint64_t offset) { return number(offset, 4) + std::string(2, '\0'); };
    auto const whole = header(0, 1) + type(0) + header(1, 2) + number(1000, 8) + '\1' + type(3600) + type(7200);
    auto const rules = ZoneRules::parse(whole);
    REQUIRE(rules);
    using std::chrono::sys_seconds;
    CHECK(rules->offset_at(sys_seconds{seconds{999}}) == seconds{3600});
    CHECK(rules->offset_at(sys_seconds{seconds{1000}}) == seconds{7200});
    CHECK(rules->local_at(WallTime{seconds{1000 + 3600 + 60}}).is_skipped);
    CHECK(rules->local_at(WallTime{seconds{1000 + 7200}}).offset == seconds{7200});
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(ZoneRules::parse(whole.substr(0, size)));
    CHECK_FALSE(ZoneRules::parse(header(0, 1) + type(0) + header(1, 2) + number(1000, 8) + '\2' + type(0) + type(0)));
}
