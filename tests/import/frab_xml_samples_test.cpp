#include "import/sample_feed.hpp"

using namespace kiosk;

TEST_CASE("a feed of frab without a zone keeps its offset", "[import][samples]") {
    auto const feed = sample_feed("frab-xml/31c3-2014.xml");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 138);
    CHECK(feed->schedule.rooms().size() == 4);
    CHECK(feed->names() == 197);
    CHECK(feed->first() == "2014-12-27T11:00");
    CHECK(feed->last() == "2014-12-30T18:30");
    CHECK(feed->has("time-zone-guessed"));
    CHECK(feed->has("after-midnight"));
    CHECK_FALSE(feed->has_error());
}

TEST_CASE("a feed of wafer with dates in UTC", "[import][samples]") {
    auto const feed = sample_feed("frab-xml/debconf23-wafer.xml");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 117);
    CHECK(feed->schedule.rooms().size() == 5);
    CHECK(feed->names() == 87);
    CHECK(feed->schedule.zone().name() == "Asia/Kolkata");
    CHECK(feed->first() == "2023-09-10T07:00");
    CHECK(feed->last() == "2023-09-17T19:00");
    CHECK(feed->schedule.sessions().front().kind == Kind::meal);
    CHECK(feed->has("day-label-wrong"));
    CHECK(feed->has("machine-time-differs"));
    CHECK_FALSE(feed->has_error());
}

TEST_CASE("a feed of pentabarf in the old shape", "[import][samples]") {
    auto const feed = sample_feed("frab-xml/fosdem2008.xml");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 258 - 17);  // that many are listed twice
    CHECK(feed->schedule.rooms().size() == 19);
    CHECK(feed->names() == 266);
    CHECK(feed->schedule.speakers().size() <= 266);
    CHECK(feed->schedule.zone().name() == "Europe/Brussels");
    CHECK(feed->first() == "2008-02-23T10:00");
    CHECK(feed->last() == "2008-02-24T17:45");
    CHECK(feed->has("session-repeated"));
    CHECK(feed->has("date-impossible"));
    CHECK(feed->has("language-odd"));
}

TEST_CASE("a feed with several people in one field, and a hostile one", "[import][samples]") {
    auto const feed = sample_feed("frab-xml/emf2016.frab.xml", "Europe/London");
    if (!feed) return;
    CHECK(feed->schedule.sessions().size() == 138);
    CHECK(feed->schedule.rooms().size() == 5);
    CHECK(feed->names() >= 121);  // of which three fields hold more than one
    CHECK(feed->first() == "2016-08-05T13:00");
    CHECK(feed->last() == "2016-08-07T21:30");
    CHECK(feed->has("speakers-in-one-field"));
    CHECK(feed->has("markup-in-text"));
    auto const& speakers = feed->schedule.speakers();
    CHECK(std::any_of(speakers.begin(), speakers.end(), [](Speaker const& one) { return one.name.ends_with("</script>"); }));
    CHECK_FALSE(feed->has_error());
}
