#include "import/sample_feed.hpp"

using namespace kiosk;

TEST_CASE("a plain feed in JSON", "[import][samples]") {
    auto const feed = sample_feed("frab-json/frab-camp2019.json");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 79);
    CHECK(feed->schedule.rooms().size() == 2);
    CHECK(feed->names() == 90);
    CHECK(feed->first() == "2019-08-21T11:00");
    CHECK(feed->last() == "2019-08-25T18:00");
    CHECK_FALSE(feed->has_error());
}

TEST_CASE("a feed in JSON whose zone speaks against its offsets", "[import][samples]") {
    auto const feed = sample_feed("frab-json/pretalx-democon.json");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 36);
    CHECK(feed->schedule.rooms().size() == 2);
    CHECK(feed->names() == 27);
    CHECK(feed->first() == "2020-12-14T09:00");
    CHECK(feed->has("zone-contradicts-offset"));
    auto const& speakers = feed->schedule.speakers();
    CHECK(std::all_of(speakers.begin(), speakers.end(), [](Speaker const& one) { return !one.biography.empty(); }));
}

TEST_CASE("a feed in JSON, version 2", "[import][samples]") {
    auto const feed = sample_feed("frab-json/hub-schedule2.json");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 2);
    CHECK(feed->schedule.rooms().size() == 2);
    CHECK(feed->schedule.speakers().size() == 4);
    CHECK(feed->first() == "2024-12-27T10:30");
    CHECK(feed->schedule.sessions().front().track == "CCC");
    CHECK(feed->has("offset-invalid"));
    CHECK_FALSE(feed->has_error());
}

TEST_CASE("the schema's invalid example is warned about", "[import][samples]") {
    auto const feed = sample_feed("frab-json/invalid-example.json");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 1);
    CHECK(feed->has("day-count-wrong"));
}
