// What interrupts the turn of slides, and the slides that have the whole screen.
#include "slides/notices.hpp"

#include <algorithm>
#include <set>

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
    return *SceneMaker(kept.back(), std::move(rooms), std::move(timing), english_words("en-US"), std::move(announcements)).at(builder.at(clock));
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

TEST_CASE("a session that is late says so until it begins: by how much, and the time that no longer holds", "[slides]") {
    auto builder = day_of_talks();
    builder.draft.sessions[1].earlier = DraftEarlier{ScheduleBuilder::wall("9:50"), ""};
    CHECK_FALSE(at(builder, "8:49").scene.banner);
    auto const banner = *at(builder, "8:50").scene.banner;
    CHECK(banner.pictogram == "late");
    CHECK(banner.head == "Delayed by 10 min");
    CHECK(banner.text == "Second starts at 10:00 AM");
    auto const schedule = builder.build();
    SceneMaker const scenes(schedule, {}, {}, english_words("en-US"));
    CHECK_FALSE(scenes.at(builder.at("9:34"), "notice"));
    auto const slide = std::get<NoticeSlide>(scenes.at(builder.at("9:35"), "notice")->scene.slide);
    CHECK(slide.head == "Delayed by 10 min");
    CHECK(slide.text == "Starts at 10:00 AM instead of 9:50 AM");
    CHECK(slide.item.old_time == "9:50 AM");
    CHECK(slide.item.time == "10:00 – 11:00 AM");
    CHECK_FALSE(scenes.at(builder.at("10:00"), "notice"));
    auto const upcoming = std::get<UpcomingSlide>(scenes.at(builder.at("9:35"), "upcoming")->scene.slide);
    CHECK(upcoming.rows.at(0).meta.at(0) == MetaPart{"instead of 9:50 AM"});
}

TEST_CASE("a room that runs late is one notice, not one a session", "[slides]") {
    auto builder = day_of_talks();
    for (std::size_t i : {1u, 2u}) builder.draft.sessions[i].earlier = DraftEarlier{ScheduleBuilder::wall(i == 1 ? "9:58" : "9:59"), ""};
    auto const in_turn = at(builder, "9:57").in_turn;
    CHECK(std::count_if(in_turn.begin(), in_turn.end(), [](std::string const& name) { return name.starts_with("notice"); }) == 1);
}

TEST_CASE("a break before a session that is late shows the old time beside the new one", "[slides]") {
    ScheduleBuilder builder;
    builder.add(Kind::meal, "12:00", "13:10", "Lunch");
    builder.add(Kind::talk, "13:10", "14:00", "Talk").earlier = DraftEarlier{ScheduleBuilder::wall("13:00"), ""};
    auto const after = std::get<PauseSlide>(at(builder, "12:30", {}, {}, {}).scene.slide).after;
    CHECK(after.old_time == "1:00");
    CHECK(after.time == "1:10 PM");
}

TEST_CASE("who moved to another room is missed in the old one: its display sends people there", "[slides]") {
    auto builder = day_of_talks();
    for (auto& row : builder.draft.sessions) row.rooms = {"Room 1"};
    builder.draft.sessions[1].rooms = {"Room 2"};
    builder.draft.sessions[1].earlier = DraftEarlier{{}, "Room 1"};
    auto const schedule = builder.build();
    SceneMaker const old_room(schedule, {"Room 1"}, {}, english_words("en-US"));
    auto const slide = std::get<NoticeSlide>(old_room.at(builder.at("9:50"), "notice")->scene.slide);
    CHECK(slide.tag == "Room change");
    CHECK(slide.head == "Moved to Room 2");
    CHECK(slide.text == "Please go to Room 2 for this session.");
    CHECK(slide.item.title == "Second");
    CHECK(old_room.at(builder.at("10:30"))->scene.banner.value_or(Banner{}).head != "Delayed");
    CHECK(old_room.at(builder.at("10:30"), "notice"));
    CHECK_FALSE(old_room.at(builder.at("11:00"), "notice"));
    SceneMaker const new_room(schedule, {"Room 2"}, {}, english_words("en-US"));
    CHECK_FALSE(new_room.at(builder.at("9:50"), "notice"));
    CHECK(std::get<NowSlide>(new_room.at(builder.at("10:30"), "now")->scene.slide).headline == "Second");
}

TEST_CASE("an emergency is said in both languages of the event at once", "[slides]") {
    auto const builder = day_of_talks();
    auto const schedule = builder.build();
    auto announcement = posted(Form::emergency, "Leave the building");
    announcement.second_head = "Gebäude verlassen";
    announcement.state = AnnouncementState::test;
    auto const second = *parse_words({"xx.toml", "[words]\nemergency_test = \"TEST – kein Notfall\"\n"}, "xx").value;
    SceneMaker const scenes({{english_words("en-US"), schedule}, {second, schedule}}, {}, {}, {announcement});
    for (auto const* const clock : {"9:30:01", "9:30:15", "9:30:31"}) {
        auto const slide = std::get<EmergencySlide>(scenes.at(builder.at(clock))->scene.slide);
        CHECK(slide.head == "Leave the building");
        CHECK(slide.second_head == "Gebäude verlassen");
        CHECK(slide.tag == "TEST – this is not an emergency  /  TEST – kein Notfall");
    }
    announcement.form = Form::banner;
    SceneMaker const with_banner({{english_words("en-US"), schedule}, {second, schedule}}, {}, {}, {announcement});
    std::set<std::string> heads;
    for (int i = 0; i < 40; ++i) heads.insert(with_banner.at(builder.at("9:30") + seconds{10 * i})->scene.banner->head);
    CHECK(heads == std::set<std::string>{"Leave the building", "Gebäude verlassen"});
}

TEST_CASE("while the clock is not set each day is shown as it is planned, and nothing claims to be on", "[slides]") {
    auto builder = day_of_talks();
    builder.add(Kind::talk, "9:00", "10:00", "Next day", 1);
    auto const schedule = builder.build();
    SceneMaker const scenes(schedule, {}, {}, english_words("en-US"));
    std::set<std::string> slides;
    for (int i = 0; i < 60; ++i) {
        auto const scene = *scenes.at_unknown_time(Instant{seconds{i}});
        slides.insert(scene.slide);
        CHECK(scene.until > Instant{seconds{i}});
        CHECK(scene.now.empty());
        CHECK(scene.scene.spine.clock == "–:––");
        CHECK(scene.scene.spine.clock_note == "Clock not set");
        CHECK(scene.scene.spine.fill == Fill::none);
        CHECK(scene.scene.spine.until.empty());
        CHECK(scene.scene.status == "Times as planned");
        for (auto const& row : std::get<DaySlide>(scene.scene.slide).rows) CHECK(row.state == DayRow::State::ahead);
    }
    CHECK(slides == std::set<std::string>{"planned-day", "planned-day:2"});
    CHECK(std::get<DaySlide>(scenes.at(builder.at("9:30"), "planned-day:2")->scene.slide).title == "Sunday, December 17");
    CHECK_FALSE(scenes.at(builder.at("9:30"), "planned-day:3"));
}

TEST_CASE("an emergency needs no clock, and tells none that is not set", "[slides]") {
    auto const builder = day_of_talks();
    auto const schedule = builder.build();
    SceneMaker const scenes(schedule, {}, {}, english_words("en-US"), {posted(Form::emergency, "Fire")});
    auto const scene = *scenes.at_unknown_time(Instant{});
    CHECK(scene.slide == "emergency");
    CHECK(std::get<EmergencySlide>(scene.scene.slide).clock.empty());
    auto const nothing = Schedule::empty({}, Zone::floating());
    CHECK(SceneMaker(nothing, {}, {}, english_words("en-US")).at_unknown_time(Instant{}));
}
