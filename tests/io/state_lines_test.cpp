#include "io/state_lines.hpp"

#include "support/catch.hpp"
#include "support/figure.hpp"

using namespace kiosk;

TEST_CASE("a trouble is said when it begins, once an hour while it lasts, and when it ends", "[io]") {
    StateLines lines;
    MonotonicTime now{};
    CHECK_FALSE(lines.is_news(false, now));
    CHECK(lines.is_news(true, now));
    CHECK_FALSE(lines.is_news(true, now + minutes{59}));
    CHECK(lines.is_news(true, now + minutes{60}));
    CHECK_FALSE(lines.is_news(true, now + minutes{61}));
    CHECK(lines.is_news(false, now + minutes{62}));
    CHECK_FALSE(lines.is_news(false, now + minutes{63}));
}

TEST_CASE("what comes and goes all the time is said six times an hour", "[io][E15]") {
    StateLines lines;
    int said = 0;
    for (int second = 0; second < 3600; ++second) said += lines.is_news(second % 2 == 0, MonotonicTime{seconds{second}}) ? 1 : 0;
    report_figure("E15", said, "lines/h");
    CHECK(said == 6);
    CHECK(lines.is_news(true, MonotonicTime{seconds{3601}}));
}
