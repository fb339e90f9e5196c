#include "export/export.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

TEST_CASE("a schedule is written as frab writes it", "[export]") {
    ScheduleBuilder builder("America/Chicago");
    builder.draft.event.room = "Room 211-213";
    builder.add(Kind::keynote, "10:00", "10:55", "Languages").people = {ScheduleBuilder::person("Ada Lovelace", "Analytical", "She wrote.")};
    builder.add(Kind::talk, "9:00", "9:30", "Elsewhere").rooms = {"Hall"};
    auto const json = nlohmann::json::parse(*export_schedule(builder.build(), "frab-json").value);
    auto const& conference = json["schedule"]["conference"];
    CHECK(conference["time_zone_name"] == "America/Chicago");
    CHECK(conference["daysCount"] == 1);
    auto const& rooms = conference["days"][0]["rooms"];
    CHECK(rooms["Hall"][0]["title"] == "Elsewhere");
    auto const& keynote = rooms["Room 211-213"][0];
    CHECK(keynote["date"] == "2023-12-16T10:00:00-06:00");
    CHECK(keynote["start"] == "10:00");
    CHECK(keynote["duration"] == "0:55");
    CHECK(keynote["type"] == "keynote");
    CHECK(keynote["persons"][0]["public_name"] == "Ada Lovelace");
    CHECK(keynote["persons"][0]["biography"] == "She wrote.");
}

TEST_CASE("without a zone no offset is made up", "[export]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", "Talk");
    auto const floating = *Schedule::validate(builder.draft, Zone::floating()).value;
    auto const json = nlohmann::json::parse(*export_schedule(floating, "frab-json").value);
    CHECK_FALSE(json["schedule"]["conference"].contains("time_zone_name"));
    CHECK(json["schedule"]["conference"]["days"][0]["rooms"]["All rooms"][0]["date"] == "2023-12-16T09:00:00");
}

TEST_CASE("a schedule without sessions is written, too", "[export]") {
    CHECK(nlohmann::json::parse(*export_schedule(ScheduleBuilder().build(), "frab-json").value)["schedule"]["conference"]["days"].empty());
}
