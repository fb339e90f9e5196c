#include "time/wording.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("regions have 12 or 24 hours, and the month first or not", "[time]") {
    CHECK(wording_for("en-US") == Wording{ClockStyle::twelve_hour, true});
    CHECK(wording_for("en") == Wording{ClockStyle::twelve_hour, true});
    CHECK(wording_for("en-GB") == Wording{ClockStyle::twenty_four_hour, false});
    CHECK(wording_for("en-AU") == Wording{ClockStyle::twelve_hour, false});
    CHECK(wording_for("de").clock == ClockStyle::twenty_four_hour);
    CHECK(wording_for("es").clock == ClockStyle::twenty_four_hour);
    CHECK(wording_for("es-MX").clock == ClockStyle::twelve_hour);
    CHECK(wording_for("fr-CA").clock == ClockStyle::twenty_four_hour);
    CHECK(wording_for("zh-Hans-CN").clock == ClockStyle::twenty_four_hour);
    CHECK(wording_for("ko").clock == ClockStyle::twelve_hour);
    CHECK(wording_for("ar-MA").clock == ClockStyle::twenty_four_hour);
}
