#include "slides/makers.hpp"

#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

Scene scene_at(ScheduleBuilder const& builder, std::string_view clock, std::string const& slide = "now", std::string_view language = "en-US") {
    auto const schedule = builder.build();
    return SceneMaker(schedule, {}, {}, english_words(language)).at(builder.at(clock), slide)->scene;
}

template <class S>
S slide_at(ScheduleBuilder const& builder, std::string_view clock, std::string const& slide = "now") {
    return std::get<S>(scene_at(builder, clock, slide).slide);
}

}  // namespace

TEST_CASE("NOW says what, who, when, and what comes then", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::keynote, "10:00", "10:55", "Languages").people = {ScheduleBuilder::person("Ada Lovelace", "Analytical")};
    builder.add(Kind::break_, "10:55", "11:10", "Coffee");
    builder.add(Kind::talk, "11:10", "11:20", "Compilers");
    auto const slide = slide_at<NowSlide>(builder, "10:28");
    CHECK(slide.type == "Keynote");
    CHECK(slide.time == "10:00 – 10:55 AM");
    CHECK(slide.headline == "Languages");
    CHECK(slide.people.at(0).name == "Ada Lovelace");
    CHECK(slide.strip == std::vector<StripCell>{{"Next", "10:55 AM", "Coffee", true}, {"Then", "11:10 AM", "Compilers", false}});
}

TEST_CASE("what everybody goes to is on every display, which says where it is", "[slides]") {
    ScheduleBuilder builder;
    auto& keynote = builder.add(Kind::keynote, "9:00", "10:00", "For all");
    keynote.rooms = {"Great Hall"};
    keynote.is_for_all = true;
    builder.add(Kind::talk, "10:00", "11:00", "Here").rooms = {"Room B"};
    builder.add(Kind::talk, "10:00", "11:00", "Elsewhere").rooms = {"Room C"};
    auto const schedule = builder.build();
    auto const slide_of = [&](std::vector<std::string> rooms, std::string_view clock) {
        auto const scene = SceneMaker(schedule, std::move(rooms), {}, english_words("en-US")).at(builder.at(clock), "now");
        return std::get<NowSlide>(scene->scene.slide);
    };
    CHECK(slide_of({"room b"}, "9:30").time == "9:00 – 10:00 AM  ·  Great Hall");
    CHECK(slide_of({"Great Hall"}, "9:30").time == "9:00 – 10:00 AM");
    CHECK(slide_of({"Room B"}, "10:30").time == "10:00 – 11:00 AM");
    CHECK(slide_of({"Room B"}, "10:30").also_now.empty());
    CHECK(slide_of({}, "9:30").time == "9:00 – 10:00 AM  ·  Great Hall");
}

TEST_CASE("without a title the speaker's name is the headline", "[slides]") {
    ScheduleBuilder builder;
    auto& row = builder.add(Kind::invited, "9:05", "9:55", "");
    row.label = "Special Speaker";
    row.people = {ScheduleBuilder::person("William Dally", "NVIDIA")};
    auto const slide = slide_at<NowSlide>(builder, "9:30");
    CHECK(slide.headline == "William Dally");
    CHECK(slide.headline_is == HeadlineIs::person);
    CHECK(slide.type == "Special speaker");
}

TEST_CASE("without title and speaker it is to be announced, and no face is made up", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::invited, "13:50", "14:10", "").placeholder = true;
    auto const slide = slide_at<NowSlide>(builder, "13:55");
    CHECK(slide.headline == "Invited talk");
    CHECK(slide.note == "To be announced");
    CHECK_FALSE(slide.is_announced);
}

TEST_CASE("the last session is followed by the end", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "16:00", "17:00", "Last");
    CHECK(slide_at<NowSlide>(builder, "16:30").strip == std::vector<StripCell>{{"Then", "5:00 PM", "End of the program", true}});
}

TEST_CASE("a break names the talk that ends it, not the posters before it", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::meal, "12:00", "13:00", "Lunch");
    builder.add(Kind::poster, "13:00", "14:00", "Posters");
    builder.add(Kind::talk, "14:00", "15:00", "Talk");
    auto const slide = slide_at<PauseSlide>(builder, "12:41");
    CHECK(slide.title == "Lunch");
    CHECK(slide.pictogram == "lunch");
    CHECK(slide.after.label == "Resumes");
    CHECK(slide.after.time == "2:00 PM");
    CHECK(slide.after.title == "Talk");
}

TEST_CASE("what else is on in the room is said", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::workshop, "9:00", "12:00", "Long");
    builder.add(Kind::talk, "10:00", "11:00", "Short");
    CHECK(slide_at<NowSlide>(builder, "10:30").also_now == "Also now: Long");
}

TEST_CASE("UPCOMING counts the minutes, and from an hour on the nearest five", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "10:00", "10:55", "Now");
    builder.add(Kind::break_, "10:55", "11:30", "Break");
    builder.add(Kind::talk, "11:30", "12:00", "Later");
    auto const rows = slide_at<UpcomingSlide>(builder, "10:28", "upcoming").rows;
    CHECK(rows.at(0).relative == "in 27 min");
    CHECK(rows.at(0).meta == std::vector<MetaPart>{{"35 min"}});
    CHECK(rows.at(1).relative == "in 1 h");
    CHECK(rows.at(1).meta == std::vector<MetaPart>{{"Talk"}});
}

TEST_CASE("small print says the same in fewer words rather than half of it", "[slides]") {
    PersonCard const ada{"Ada Lovelace", "Analytical Engine, Solutions Department", "", ""};
    CHECK(person_meta(ada) ==
          MetaPart{"Ada Lovelace, Analytical Engine, Solutions Department", {"Ada Lovelace"}});
    CHECK(person_meta({"Ada Lovelace", "", "", ""}) == MetaPart{"Ada Lovelace"});
    PersonCard const alan{"Alan Turing", "", "", ""}, grace{"Grace Hopper", "", "", ""};
    CHECK(people_meta({ada, alan, grace}, 4, english_words()) ==
          MetaPart{"Ada Lovelace, Alan Turing and Grace Hopper",
                   {"Ada Lovelace, Alan Turing and 1 more", "Ada Lovelace and 2 more"}});
}

TEST_CASE("DAY knows what has been, what is, and what comes", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::opening, "9:00", "9:05", "Opening");
    builder.add(Kind::talk, "10:00", "11:00", "Talk");
    builder.add(Kind::meal, "12:00", "13:00", "Lunch");
    auto const rows = slide_at<DaySlide>(builder, "10:28", "day").rows;
    CHECK(rows.at(0).state == DayRow::State::past);
    CHECK(rows.at(1).state == DayRow::State::current);
    CHECK(rows.at(2).state == DayRow::State::ahead);
    CHECK(rows.at(2).is_afternoon);
}

TEST_CASE("the welcome names the day where it is not today", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "Talk");
    auto const schedule = builder.build();
    SceneMaker const scenes(schedule, {}, {}, english_words("en-US"));
    auto const headline = [&](Instant t) { return std::get<WelcomeSlide>(scenes.at(t, "now")->scene.slide).headline; };
    CHECK(headline(builder.at("8:48")) == "Starts at 9:00 AM");
    CHECK(headline(builder.at("12:00", -1)) == "Starts tomorrow, 9:00 AM");
    CHECK(headline(builder.at("12:00", -4)) == "Starts Saturday, 9:00 AM");
    CHECK(headline(builder.at("12:00", -40)) == "Starts Sat, Dec 16, 9:00 AM");
}

TEST_CASE("the end of a day says when it goes on, the end of the event says thank you", "[slides]") {
    ScheduleBuilder builder;
    builder.draft.event.series = "NeurIPS 2023";
    builder.add(Kind::talk, "9:00", "10:00", "Talk");
    CHECK(slide_at<EndSlide>(builder, "17:30").headline == "Thank you");
    CHECK(slide_at<EndSlide>(builder, "17:30").text == "for being part of ML for Systems at NeurIPS 2023.");
    builder.add(Kind::talk, "9:15", "10:00", "Talk", 1);
    CHECK(slide_at<EndSlide>(builder, "17:30").headline == "See you tomorrow, 9:15 AM");
}

TEST_CASE("welcome, the end and a directory bring the event's logo", "[slides]") {
    ScheduleBuilder builder;
    builder.draft.event.logo = "logo.svg";
    builder.add(Kind::talk, "9:00", "10:00", "Talk").rooms = {"Hall A"};
    builder.add(Kind::talk, "9:00", "10:00", "Another").rooms = {"Hall B"};
    auto const schedule = builder.build();
    SceneMaker const door(schedule, {"Hall A"}, {}, english_words("en-US")), hallway(schedule, {}, {}, english_words("en-US"));
    CHECK(std::get<WelcomeSlide>(door.at(builder.at("8:48"), "now")->scene.slide).logo == "logo.svg");
    CHECK(std::get<EndSlide>(door.at(builder.at("10:30"), "now")->scene.slide).logo == "logo.svg");
    CHECK(std::get<DirectorySlide>(hallway.at(builder.at("9:30"), "directory")->scene.slide).logo == "logo.svg");
}

TEST_CASE("the spine says where, when and how long", "[slides]") {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 211-213";
    builder.add(Kind::talk, "10:00", "10:55", "Talk");
    auto const spine = scene_at(builder, "10:28").spine;
    CHECK(spine.room_label == "Room");
    CHECK(spine.room == "211–213");
    CHECK(spine.clock == "10:28");
    CHECK(spine.clock_note == "AM  ·  Sat, Dec 16");
    CHECK(spine.ride == std::vector<Spine::RidePart>{{"27", "min left"}});
    CHECK(spine.until == "until 10:55 AM");
    CHECK(spine.level == 490);
    CHECK(spine.now.empty());
    CHECK(scene_at(builder, "10:28", "day").spine.now == "Talk");
}

TEST_CASE("with 24 hours there is no AM, and the day comes first", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "14:00", "15:30", "Talk");
    auto const scene = scene_at(builder, "14:05", "now", "en-GB");
    CHECK(scene.spine.clock == "14:05");
    CHECK(scene.spine.clock_note == "Sat 16 Dec");
    CHECK(std::get<NowSlide>(scene.slide).time == "14:00 – 15:30");
    CHECK(scene.spine.ride == std::vector<Spine::RidePart>{{"1", "h"}, {"25", "min left"}});
}

TEST_CASE("rooms are named as people say them", "[slides]") {
    CHECK(room_words("Room 211-213", english_words()).name == "211–213");
    CHECK(room_words("West Ballroom A", english_words()).name == "West Ballroom A");
    CHECK(room_words("", english_words()).label.empty());
}
