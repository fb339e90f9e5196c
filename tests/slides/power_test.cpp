#include "slides/power.hpp"

#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

using Off = PowerSettings::Off;

/// One talk in the middle of the day.
struct Venue {
    ScheduleBuilder builder;
    Schedule schedule = (builder.add(Kind::talk, "10:00", "16:00", "The only one"), builder.build());
    std::vector<Announcement> announcements;
    PowerSettings power{Off::at_night, {}, {}, true};

    Timing timing;

    PowerAt at(std::string_view clock) const {
        SceneMaker const scenes(schedule, {}, timing, english_words("en-US"), announcements);
        auto const t = builder.at(clock);
        return power_at(power, schedule.zone(), scenes.programme().at(t).phase, *scenes.at(t), t);
    }
    bool is_lit(std::string_view clock) const { return at(clock).is_lit; }
};

}  // namespace

TEST_CASE("a panel stays on unless the event file says otherwise", "[slides]") {
    Venue venue;
    venue.power = {};
    CHECK(venue.is_lit("3:00"));
    CHECK(venue.at("3:00").until == end_of_time);
}

TEST_CASE("at night a panel is off, from an hour after the end to the morning", "[slides]") {
    Venue const venue;
    CHECK_FALSE(venue.is_lit("3:00"));
    CHECK(venue.is_lit("6:00"));
    CHECK(venue.is_lit("12:00"));
    CHECK(venue.is_lit("16:59"));
    CHECK_FALSE(venue.is_lit("17:00"));
}

TEST_CASE("at night a panel is off whatever slides the event file wants", "[slides]") {
    Venue venue;
    venue.timing.slides = {"now"};
    CHECK(venue.is_lit("16:59"));
    CHECK(venue.at("16:59").until == venue.builder.at("17:00"));
    CHECK_FALSE(venue.is_lit("17:00"));
    venue.timing.night = false;
    CHECK_FALSE(venue.is_lit("3:00"));
}

TEST_CASE("an announcement lights the panel at night", "[slides]") {
    Venue venue;
    Announcement one;
    one.head = "Doors open at eight";
    for (auto const form : {Announcement::Form::banner, Announcement::Form::notice, Announcement::Form::emergency}) {
        one.form = form;
        venue.announcements = {one};
        CHECK(venue.is_lit("3:00"));
    }
}

TEST_CASE("hours switch a panel off, over midnight as well, but never while a session is on or near", "[slides]") {
    Venue venue;
    venue.power = {Off::in_hours, hours{20}, hours{8}, true};
    CHECK(venue.is_lit("19:59"));
    CHECK(venue.at("19:59").until == venue.builder.at("20:00"));
    CHECK_FALSE(venue.is_lit("20:00"));
    CHECK_FALSE(venue.is_lit("7:59"));
    CHECK(venue.at("7:00").until == venue.builder.at("8:00"));
    CHECK(venue.is_lit("8:00"));
    venue.power = {Off::in_hours, hours{9}, hours{18}, true};
    CHECK_FALSE(venue.is_lit("9:00"));
    CHECK(venue.is_lit("9:30"));  // half an hour before the talk
    CHECK(venue.is_lit("12:00"));
    CHECK_FALSE(venue.is_lit("16:30"));
    CHECK(venue.is_lit("18:00"));
}
