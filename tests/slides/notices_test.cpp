// What interrupts the turn of slides, and the slides that have the whole screen.
#include "slides/notices.hpp"

#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

using Form = Announcement::Form;
using Names = std::vector<std::string>;

Announcement posted(Form form, std::string head, std::string_view from = "", std::string_view until = "") {
    Announcement one;
    one.form = form;
    one.head = std::move(head);
    if (!from.empty()) one.from = parse_time_argument(from);
    if (!until.empty()) one.until = parse_time_argument(until);
    return one;
}

ScheduleBuilder day_of_talks() {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "First");
    builder.add(Kind::talk, "10:00", "11:00", "Second");
    builder.add(Kind::talk, "11:00", "12:00", "Third");
    return builder;
}

SceneAt at(ScheduleBuilder const& builder, std::string_view clock, std::vector<Announcement> announcements = {}, Names rooms = {}, Timing timing = {}) {
    static std::vector<Schedule> kept;  // scenes refer to theirs
    kept.push_back(builder.build());
    return *SceneMaker(kept.back(), std::move(rooms), std::move(timing), english_words("en-US"), ClockFace::shown, std::move(announcements)).at(builder.at(clock));
}

}  // namespace

TEST_CASE("a banner is on every slide while it holds, and the latest wins", "[slides]") {
    auto const builder = day_of_talks();
    std::vector const both{posted(Form::banner, "Early", "9:10", "9:40"), posted(Form::banner, "Late", "9:30", "9:50")};
    CHECK_FALSE(at(builder, "9:05", both).scene.banner);
    CHECK(at(builder, "9:15", both).scene.banner->head == "Early");
    CHECK(at(builder, "9:35", both).scene.banner->head == "Late");
    CHECK_FALSE(at(builder, "9:50", both).scene.banner);
    CHECK(at(builder, "9:05", both).until <= builder.at("9:10"));
}

TEST_CASE("a notice has every second turn", "[slides]") {
    auto const builder = day_of_talks();
    auto const scene = at(builder, "9:30", {posted(Form::notice, "Lunch is outside", "9:20", "9:45")});
    CHECK(scene.in_turn == Names{"now", "notice:1", "upcoming", "day"});
    CHECK(at(builder, "9:50", {posted(Form::notice, "Lunch is outside", "9:20", "9:45")}).in_turn == Names{"now", "upcoming", "day"});
}

TEST_CASE("an emergency is all there is, and says if it is a test", "[slides]") {
    auto const builder = day_of_talks();
    auto announcement = posted(Form::emergency, "", "9:30", "9:40");
    announcement.state = AnnouncementState::test;
    auto const scene = at(builder, "9:30", {announcement, posted(Form::notice, "Lunch")});
    CHECK(scene.in_turn == Names{"emergency"});
    auto const& slide = std::get<EmergencySlide>(scene.scene.slide);
    CHECK(slide.head == "Emergency");
    CHECK(slide.tag == "TEST – this is not an emergency");
    CHECK(slide.clock == "9:30 AM");
    CHECK(at(builder, "9:40", {announcement}).slide != "emergency");
}

TEST_CASE("an announcement for other rooms is not shown", "[slides]") {
    auto builder = day_of_talks();
    for (auto& row : builder.draft.sessions) row.rooms = {"Hall A"};
    auto announcement = posted(Form::banner, "Only here");
    announcement.rooms = {"hall  b"};
    CHECK_FALSE(at(builder, "9:30", {announcement}, {"Hall A"}).scene.banner);
    CHECK(at(builder, "9:30", {announcement}, {"Hall B"}).scene.banner);
}

TEST_CASE("a cancelled session has a banner an hour before, and a slide a quarter before", "[slides]") {
    auto builder = day_of_talks();
    builder.draft.sessions[1].status = Status::cancelled;
    CHECK_FALSE(at(builder, "8:50").scene.banner);
    CHECK(at(builder, "9:10").scene.banner->text == "10:00 AM  Second");
    CHECK(at(builder, "9:10").in_turn == Names{"now", "upcoming", "day"});
    auto const scene = at(builder, "9:46");
    REQUIRE(scene.in_turn.size() > 1);
    CHECK(scene.in_turn[1].starts_with("notice:"));
    auto const schedule = builder.build();
    auto const named = SceneMaker(schedule, {}, {}, english_words("en-US")).at(builder.at("9:46"), "notice");
    auto const& slide = std::get<NoticeSlide>(named->scene.slide);
    CHECK(slide.head == "Cancelled");
    CHECK(slide.text == "This session will not take place. We continue at 11:00 AM: Third.");
    CHECK(slide.item.old_time == "10:00 – 11:00 AM");
    CHECK(slide.item.title == "Second");
    CHECK_FALSE(named->scene.banner);
}

TEST_CASE("an hour after the last session it is night, until six or two hours before the first", "[slides]") {
    auto builder = day_of_talks();
    builder.add(Kind::talk, "9:00", "10:00", "Next day", 1);
    CHECK(at(builder, "12:30").slide == "over");
    CHECK(at(builder, "13:00").slide == "night");
    CHECK(at(builder, "23:59").slide == "night");
    auto const schedule = builder.build();
    SceneMaker const scenes(schedule, {}, {}, english_words("en-US"));
    CHECK(scenes.at(builder.at("3:00", 1))->slide == "night");
    CHECK(scenes.at(builder.at("6:00", 1))->slide != "night");
    Timing awake;
    awake.night = false;
    CHECK(at(builder, "13:00", {}, {}, awake).slide == "over");
}

TEST_CASE("a display of several rooms is a directory, four at most to a page", "[slides]") {
    ScheduleBuilder builder;
    Names rooms;
    for (char room = 'A'; room <= 'E'; ++room) {
        rooms.push_back(std::string("Hall ") + room);
        builder.add(room == 'B' ? Kind::break_ : Kind::talk, "9:00", room == 'C' ? "9:15" : "10:00", std::string("In ") + room).rooms = {rooms.back()};
    }
    builder.add(Kind::talk, "10:00", "11:00", "Then").rooms = {"Hall C"};
    auto const scene = at(builder, "9:30", {}, rooms);
    CHECK(scene.in_turn == Names{"directory:1", "directory:2"});
    auto const schedule = builder.build();
    SceneMaker const scenes(schedule, rooms, {}, english_words("en-US"));
    auto const page = std::get<DirectorySlide>(scenes.at(builder.at("9:30"), "directory:1")->scene.slide);
    REQUIRE(page.rooms.size() == 2);
    CHECK(page.rooms[0].title == "In A");
    CHECK(page.rooms[0].level == 500);
    CHECK(page.rooms[0].until == "until 10:00 AM");
    CHECK(page.rooms[1].fill == Fill::fog);
    auto const rest = std::get<DirectorySlide>(scenes.at(builder.at("9:30"), "directory:2")->scene.slide);
    REQUIRE(rest.rooms.size() == 3);
    CHECK(rest.rooms[0].fill == Fill::none);
    CHECK(rest.rooms[0].type == "nothing until 10:00 AM");
    CHECK(rest.rooms[0].next_title == "Then");
    CHECK(rest.rooms[1].next_time.empty());
}
