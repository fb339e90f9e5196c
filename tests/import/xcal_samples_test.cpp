#include "import/sample_feed.hpp"

using namespace kiosk;

TEST_CASE("a feed in xCal without offsets", "[import][samples]") {
    auto const feed = sample_feed("xcal/klimacamp2015.xcal", "Europe/Berlin");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 106);
    CHECK(feed->schedule.rooms().size() == 10);
    CHECK(feed->first() == "2015-08-07T16:00");
    CHECK(feed->last() == "2015-08-14T11:30");
    CHECK(feed->has("speakers-in-one-field"));
    CHECK(feed->has("room-text-odd"));
    auto const& speakers = feed->schedule.speakers();
    CHECK(std::any_of(speakers.begin(), speakers.end(), [](Speaker const& one) { return !one.affiliation.empty(); }));
    CHECK_FALSE(feed->has_error());
}
