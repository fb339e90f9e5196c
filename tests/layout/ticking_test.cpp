#include "layout/ticking.hpp"

#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"

using namespace kiosk;

namespace {
Picture saying(std::string const& text) {
    return {{0, 0, 100, 50}, {}, {TextRun{"Room 1", {400, 20}, {}, 0, 10, {}}, TextRun{text, {700, 20}, {}, 0, 40, {}}}};
}
Frame with_clock(std::string const& text) {
    Frame frame{{100, 50}, {}, saying(text), {}};
    frame.level = SpineLevel{saying(text), saying(text), {}, {}};
    return frame;
}
FixedMetrics const metrics;
}  // namespace

TEST_CASE("a second ticks in the spine and in both pictures of its level", "[layout]") {
    auto frame = with_clock("10:12:47");
    CHECK(set_clock(frame, "10:12:47", "10:12:48", metrics));
    CHECK(frame == with_clock("10:12:48"));
}

TEST_CASE("a clock that is not there, or as wide, is left to a new layout", "[layout]") {
    auto frame = with_clock("10:12:47");
    CHECK_FALSE(set_clock(frame, "10:12:46", "10:12:47", metrics));
    CHECK_FALSE(set_clock(frame, "10:12:47", "1:12:48", metrics));
    CHECK(frame == with_clock("10:12:47"));
}
