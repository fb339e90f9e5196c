// What is written and read again is the same schedule.
#include "export/export.hpp"
#include "export/frab_xml.hpp"
#include "import/import.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

Schedule full_schedule() {
    ScheduleBuilder builder("America/Chicago");
    auto& event = builder.draft.event;
    event.name = "Small Systems";
    event.series = "Big Meeting 2023";
    event.venue = "Old Mill";
    event.room = "Room 211";
    event.contact = "chair@example.org";
    event.url = "https://example.org/";
    event.zone_name = "America/Chicago";
    event.first_day = parse_day("2023-12-16");
    event.opens = hours{9};
    event.closes = hours{17};
    auto& keynote = builder.add(Kind::keynote, "10:00", "10:55", "<b>Tags</b> are *text* here: CANCELLED - no");
    keynote.people = {ScheduleBuilder::person("Ada Lovelace, Countess", "Analytical - Engines", "She wrote.\nTwice.")};
    keynote.people[0].photo = "ada.png";
    keynote.people.push_back(ScheduleBuilder::person("Grace Hopper"));
    keynote.people[1].role = "moderator";
    keynote.people[0].links = {{"Home", "https://example.org/ada"}};
    keynote.label = "Special";
    keynote.subtitle = "Under";
    keynote.track = "Main";
    keynote.language = "en";
    keynote.abstract = "Same.";
    keynote.description = "Same.";
    keynote.url = "https://example.org/k";
    keynote.links = {{"Slides", "https://example.org/s"}};
    keynote.rooms = {"Hall A", "Hall B"};
    keynote.source_id = "k1";
    builder.add(Kind::poster, "9:00", "", "Lunch").source_id = "no-end";
    auto& part = builder.add(Kind::talk, "10:10", "10:20", "Part");
    part.parent = 0;
    part.rooms = {"Hall A"};
    auto& moved = builder.add(Kind::break_, "12:00", "12:30", "");
    moved.status = Status::moved;
    moved.placeholder = true;
    auto& length = builder.add(Kind::other, "13:00", "", "By length");
    length.duration = minutes{25};
    length.status = Status::hidden;
    builder.add(Kind::social, "16:00", "", "The last one ends with the event");
    return builder.build();
}

Schedule read_again(std::string const& text) {
    auto const outcome = import_schedule({"export", text}, "auto", {});
    REQUIRE(outcome.value);
    CHECK(outcome.problems.empty());
    return *Schedule::validate(*outcome.value, *Zone::named(outcome.value->event.zone_name).value).value;
}

void check_same(Speaker one, Speaker const& other) {
    one.origin = other.origin;
    one.photo_origin = other.photo_origin;
    CHECK(one == other);
}

}  // namespace

TEST_CASE("frab-json loses nothing that a schedule holds", "[export]") {
    auto const schedule = full_schedule();
    auto const text = *export_schedule(schedule, "frab-json").value;
    auto const again = read_again(text);
    CHECK(*export_schedule(again, "frab-json").value == text);
    CHECK(again.event() == schedule.event());
    REQUIRE(again.sessions().size() == schedule.sessions().size());
    for (std::size_t i = 0; i < again.sessions().size(); ++i) {
        auto session = again.sessions()[i];
        session.origin = schedule.sessions()[i].origin;
        INFO(session.title);
        CHECK(session == schedule.sessions()[i]);
    }
    CHECK(again.rooms() == schedule.rooms());
    REQUIRE(again.speakers().size() == schedule.speakers().size());
    for (std::size_t i = 0; i < again.speakers().size(); ++i) check_same(again.speakers()[i], schedule.speakers()[i]);
}

TEST_CASE("frab-xml says what it has no place for, and keeps the rest", "[export]") {
    auto const written = to_frab_xml(full_schedule());
    REQUIRE(written.problems.size() == 1);
    CHECK(to_line(written.problems[0]) ==
          "kiosk: note: frab XML has no place for 1 biographies, 1 affiliations, 1 photos, 1 people's links, 1 roles, 1 further rooms, 1 parts of blocks, 6 ids as they were; "
          "write frab-json to keep them [export-loses]");
    auto const outcome = import_schedule({"export", *written.value}, "auto", {});
    REQUIRE(outcome.value);
    auto const again = *Schedule::validate(*outcome.value, *Zone::named("America/Chicago").value).value;
    auto const schedule = full_schedule();
    REQUIRE(again.sessions().size() == schedule.sessions().size());
    for (std::size_t i = 0; i < again.sessions().size(); ++i) CHECK(again.sessions()[i].when == schedule.sessions()[i].when);
}

TEST_CASE("calendars and tables say what they have no place for", "[export]") {
    auto const schedule = full_schedule();
    auto const lost = [&](std::string_view format) { return to_line(export_schedule(schedule, format).problems.at(0)); };
    CHECK(lost("ics") == "kiosk: note: iCalendar has no place for 1 biographies, 1 affiliations, 1 photos, 1 people's links, 1 labels, 1 parts of "
                         "blocks; write frab-json to keep them [export-loses]");
    CHECK(lost("csv") == "kiosk: note: a table has no place for 1 biographies, 1 photos, 1 people's links, 1 roles, 1 labels, 1 links, 1 parts of "
                         "blocks, 2 statuses; write frab-json to keep them [export-loses]");
}

TEST_CASE("every format that can be written has a name of its own", "[export]") {
    auto const schedule = full_schedule();
    for (ExportFormat const& format : export_formats()) CHECK(export_schedule(schedule, format.name).value);
    auto const unknown = export_schedule(schedule, "pdf");
    CHECK_FALSE(unknown.value);
    CHECK(unknown.problems.at(0).code == "format-unknown");
}
