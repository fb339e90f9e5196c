// Commands as a list: what is said, taking back, expiry.
#include "command/overrides.hpp"

#include "command/operator.hpp"

using namespace kiosk;

namespace {

using Names = std::vector<std::string>;

Names heads(Adjusted const& adjusted) {
    Names heads;
    for (auto const& announcement : adjusted.announcements) heads.push_back(announcement.head);
    return heads;
}

}  // namespace

TEST_CASE("announcements hold for their time", "[command]") {
    auto const builder = conference_day();
    Operator operator_(builder);
    CHECK(operator_.say("9:00", "announce \"Lunch is outside\" --for 20m --room Somewhere")
              .starts_with("warning: "));
    operator_.say("9:10", "announce Wifi \"The password is on the wall\" --notice");
    auto const result = operator_.adjusted("9:15");
    REQUIRE(heads(result) == Names{"Lunch is outside", "Wifi"});
    CHECK_FALSE(result.schedule);
    CHECK(result.until == builder.at("9:20"));
    CHECK(result.announcements[0].form == Announcement::Form::banner);
    CHECK(result.announcements[0].rooms == Names{"Somewhere"});
    CHECK(result.announcements[0].until->instant == builder.at("9:20"));
    CHECK(result.announcements[1].form == Announcement::Form::notice);
    CHECK(result.announcements[1].from->instant == builder.at("9:10"));
    CHECK(heads(operator_.adjusted("9:20")) == Names{"Wifi"});
    CHECK(heads(operator_.adjusted("9:40")).empty());
    CHECK(heads(operator_.adjusted("8:59")).empty());
    CHECK(operator_.adjusted("8:59").until == builder.at("9:00"));
}

TEST_CASE("the latest emergency counts, over or not, until it is lifted", "[command]") {
    Operator operator_(conference_day());
    operator_.say("9:00", "emergency Fire \"Leave by the stairs\"");
    operator_.say("9:10", "emergency Drill --test --for 5m");
    CHECK(heads(operator_.adjusted("9:12")) == Names{"Drill"});
    CHECK(operator_.adjusted("9:12").announcements[0].state == AnnouncementState::test);
    CHECK(operator_.adjusted("9:15").announcements.empty());
    operator_.say("9:16", "undo 2");
    CHECK(heads(operator_.adjusted("9:16")) == Names{"Fire"});
    operator_.say("9:20", "lifted \"You may go back\"");
    auto const lifted = operator_.adjusted("9:21").announcements;
    REQUIRE(lifted.size() == 1);
    CHECK(lifted[0].state == AnnouncementState::lifted);
    CHECK(lifted[0].text == "You may go back");
    CHECK(operator_.adjusted("9:30").announcements.empty());
}

TEST_CASE("an emergency of one room is lifted there, and lasts beside another's", "[command]") {
    Operator operator_(two_rooms());
    operator_.say("9:00", "emergency Water --room 'Hall A'");
    operator_.say("9:01", "emergency Smoke --room 'Hall B'");
    CHECK(heads(operator_.adjusted("9:02")) == Names{"Water", "Smoke"});
    operator_.say("9:03", "undo");
    operator_.say("9:04", "lifted");
    auto const lifted = operator_.adjusted("9:05").announcements;
    REQUIRE(lifted.size() == 1);
    CHECK(lifted[0].rooms == Names{"Hall A"});
}

TEST_CASE("a room is full until its session ends, and a slide is held for a time", "[command]") {
    auto const builder = two_rooms();
    Operator operator_(builder);
    CHECK(operator_.say("11:30", "full").starts_with("error: 2 sessions are on"));
    operator_.say("11:30", "full \"Screen in Hall B\" --room 'Hall A'");
    operator_.say("11:31", "hold day");
    auto const result = operator_.adjusted("11:35");
    REQUIRE(result.full.size() == 1);
    CHECK(result.full[0] ==
          FullNote{{"Hall A"}, "Screen in Hall B", {builder.at("11:30"), builder.at("12:00")}});
    CHECK(result.hold == Hold{"day", {builder.at("11:31"), builder.at("11:41")}});
    CHECK_FALSE(operator_.adjusted("11:41").hold);
    CHECK(operator_.adjusted("12:00").full.empty());
    CHECK(operator_.say("10:00", "full") ==
          "error: which room is full cannot be told; name it with --room [command-target]\n");
}

TEST_CASE("undo takes back the latest command, or the one named", "[command]") {
    Operator operator_(conference_day());
    operator_.say("9:00", "cancel One");
    operator_.say("9:01", "cancel Two");
    operator_.say("9:02", "announce Hello");
    operator_.say("9:03", "undo");
    CHECK(operator_.adjusted("9:03").announcements.empty());
    operator_.say("9:04", "undo 1");
    CHECK(operator_.day("9:04").starts_with("09:00-09:30 One, x09:30-10:00 Two"));
    CHECK(operator_.say("9:05", "undo 1") ==
          "error: command 1 is undone already; see: list [command-target]\n");
    CHECK(operator_.say("9:05", "undo 9") == "error: there is no command 9; see: list [command-target]\n");
    operator_.say("9:06", "undo");
    CHECK_FALSE(operator_.adjusted("9:06").schedule);
    CHECK(operator_.say("9:07", "undo") == "error: there is nothing to undo; see: list [command-target]\n");
    operator_.say("9:08", "announce Again");
    CHECK(operator_.overrides.entries.back().number == 4);
}

TEST_CASE("clear takes back a group of commands", "[command]") {
    Operator operator_(conference_day());
    operator_.say("9:00", "announce Hello");
    operator_.say("9:00", "emergency Fire");
    operator_.say("9:00", "delay 10m");
    operator_.say("9:00", "cancel Five");
    operator_.say("9:00", "hold");
    operator_.say("9:01", "clear");
    CHECK(heads(operator_.adjusted("9:01")) == Names{"Fire"});
    operator_.say("9:02", "clear emergency");
    CHECK(operator_.adjusted("9:02").announcements.empty());
    operator_.say("9:03", "clear delay");
    CHECK(operator_.day("9:03").starts_with("09:00-09:30 One"));
    CHECK(operator_.adjusted("9:03").delays.empty());
    CHECK(operator_.adjusted("9:03").hold);
    operator_.say("9:04", "clear all");
    CHECK_FALSE(operator_.adjusted("9:04").hold);
    CHECK_FALSE(operator_.adjusted("9:04").schedule);
    CHECK(operator_.say("9:05", "clear all") ==
          "note: there was nothing to clear; see: list [command-target]\n");
}

TEST_CASE("what changes the programme lasts until six hours after its day", "[command]") {
    auto builder = conference_day();
    builder.add(Kind::talk, "9:00", "10:00", "Tomorrow", 1);
    Operator operator_(builder);
    operator_.say("9:00", "delay 10m");
    CHECK(operator_.overrides.entries.back().expires == builder.at("6:00", 1));
    CHECK_FALSE(operator_.adjusted("6:00", 1).schedule);
    operator_.say("9:00", "cancel Tomorrow");
    CHECK(operator_.overrides.entries.back().expires == builder.at("6:00", 2));
    operator_.say("9:00", "move Tomorrow --to 2023-12-18T10:00");
    CHECK(operator_.overrides.entries.back().expires == builder.at("6:00", 3));
}

TEST_CASE("commands that ask leave the list as it is, and what is long over is dropped", "[command]") {
    Operator operator_(conference_day());
    for (std::string_view const line : {"status", "explain", "list", "reload", "screenshot"})
        operator_.say("9:00", line);
    CHECK(operator_.overrides == Overrides{});
    operator_.say("9:00", "announce Hello");
    operator_.say("9:00", "announce Long --for 24h");
    operator_.say("10:00", "announce Later", 2);
    REQUIRE(operator_.overrides.entries.size() == 2);
    CHECK(operator_.overrides.entries.front().number == 2);
    for (int i = 0; i < 600; ++i) operator_.say("11:00", "announce More", 2);
    CHECK(operator_.overrides.entries.size() == most_overrides);
    CHECK(operator_.overrides.next_number == 604);
}

TEST_CASE("of what is over or undone the latest are kept, and what hides an emergency that still lasts", "[command]") {
    Operator operator_(conference_day());
    operator_.say("9:00", "emergency Fire --for 4h");
    operator_.say("9:01", "emergency Drill --test --for 5m");
    for (int i = 0; i < 150; ++i) {
        operator_.say("10:00", "announce Again");
        operator_.say("10:00", "undo");
    }
    auto const& kept = operator_.overrides.entries;
    REQUIRE(kept.size() <= most_past_overrides + 2);
    CHECK(kept[0].number == 1);
    CHECK(kept[1].number == 2);
    CHECK(kept.back().number == 152);
    CHECK(operator_.adjusted("10:01").announcements.empty());
    for (int i = 0; i < 3; ++i) operator_.say("15:00", "announce Later");
    CHECK(operator_.overrides.entries.front().number > 2);
}

TEST_CASE("the list shows number, time, way in, state and command", "[command]") {
    auto const builder = two_rooms();
    Operator operator_(builder);
    operator_.say("9:05", "delay 10m --room 'Hall A' --from 11:00");
    operator_.say("9:06", "cancel 12:00");
    operator_.say("9:07", "hold");
    operator_.say("9:08", "undo 2");
    CHECK(describe(operator_.overrides, builder.at("9:20"), operator_.schedule.zone()) ==
          "1  09:05  ctl  until 2023-12-17 06:00  delay 10m --from 2023-12-16T11:00:00 --room \"Hall A\"\n"
          "2  09:06  ctl  undone                  cancel 12:00 (12:00 \"Lunch\")\n"
          "3  09:07  ctl  over since 09:17        hold\n");
    CHECK(describe({}, builder.at("9:00"), operator_.schedule.zone()) == "no commands\n");
}
