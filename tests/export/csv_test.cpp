#include "export/csv.hpp"

#include "import/import.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

Schedule awkward_schedule() {
    ScheduleBuilder builder("America/Chicago");
    auto& keynote = builder.add(Kind::keynote, "9:00", "10:00", "Commas, \"quotes\" and 😀");
    keynote.people = {ScheduleBuilder::person("Ada Lovelace", "Analytical"), ScheduleBuilder::person("Jane Doe")};
    keynote.rooms = {"Hall", "Room 1"};
    keynote.abstract = "One\nTwo";
    keynote.language = "en";
    builder.add(Kind::break_, "10:00", "10:30", "Coffee");
    auto& night = builder.add(Kind::social, "23:00", "", "Party");
    night.end = ScheduleBuilder::wall("1:30", 1);
    auto& late = builder.add(Kind::talk, "0:15", "0:45", "Late", 1);
    late.source_id = "t-4";
    late.rooms = {"Hall"};
    builder.add(Kind::workshop, "9:00", "", "Camp", 1).end = ScheduleBuilder::wall("11:00", 2);
    return builder.build();
}

}  // namespace

TEST_CASE("a table has a header, a line a session and CR LF", "[export]") {
    std::string const text = to_csv(awkward_schedule());
    CHECK(text.starts_with("Room,Date,Day,Start,End,Duration,Title,Subtitle,Type,Track,ID,Abstract,Description,Language,"
                           "Speakers,Affiliations,URL\r\nHall|Room 1,2023-12-16,1,09:00,10:00,1:00,"
                           "\"Commas, \"\"quotes\"\" and 😀\",,keynote,"));
    CHECK(text.find("Hall,2023-12-17,1,00:15,00:45,0:30,Late,,talk,,t-4,") != std::string::npos);
    CHECK(text.find("ada-lovelace:Ada Lovelace|jane-doe:Jane Doe,Analytical|,\r\n") != std::string::npos);
    CHECK(text.ends_with("\r\n"));
}

TEST_CASE("what was written as a table is read as it was", "[export]") {
    Schedule const schedule = awkward_schedule();
    auto const read = import_schedule({"table.csv", to_csv(schedule)}, "auto", {});
    REQUIRE(read.value);
    auto const again = Schedule::validate(*read.value, schedule.zone());
    REQUIRE(again.value);
    REQUIRE(again.value->sessions().size() == schedule.sessions().size());
    for (std::size_t i = 0; i < schedule.sessions().size(); ++i) {
        Session const &a = schedule.sessions()[i], &b = again.value->sessions()[i];
        INFO(a.title);
        CHECK(a.id == b.id);
        CHECK(a.title == b.title);
        CHECK(a.kind == b.kind);
        CHECK(a.when == b.when);
        CHECK(a.rooms == b.rooms);
        CHECK(a.language == b.language);
        CHECK(a.abstract == b.abstract);
        REQUIRE(a.speakers.size() == b.speakers.size());
        for (std::size_t k = 0; k < a.speakers.size(); ++k) {
            CHECK(schedule.speaker(a.speakers[k]).name == again.value->speaker(b.speakers[k]).name);
            CHECK(schedule.speaker(a.speakers[k]).affiliation == again.value->speaker(b.speakers[k]).affiliation);
        }
    }
    CHECK(to_csv(*again.value) == to_csv(schedule));
}

TEST_CASE("a table of no sessions is its header", "[export]") {
    CHECK(to_csv(ScheduleBuilder().build()).find('\n') == to_csv(ScheduleBuilder().build()).size() - 1);
}

TEST_CASE("no cell is a formula to a spreadsheet, and each is read as it was", "[export]") {
    ScheduleBuilder builder("America/Chicago");
    for (char const* title : {"=HYPERLINK(\"x\")", "+1", "-- dashes --", "@home", "'=guarded", "'tis fine"}) builder.add(Kind::talk, "9:00", "10:00", title);
    auto const schedule = builder.build();
    auto const text = to_csv(schedule);
    for (char const* cell : {",\"'=HYPERLINK(\"\"x\"\")\",", ",'+1,", ",'-- dashes --,", ",'@home,", ",''=guarded,", ",'tis fine,"})
        CHECK(text.find(cell) != std::string::npos);
    auto const read = import_schedule({"table.csv", text}, "auto", {});
    REQUIRE(read.value);
    for (std::size_t i = 0; i < schedule.sessions().size(); ++i) CHECK(read.value->sessions[i].title == schedule.sessions()[i].title);
}
