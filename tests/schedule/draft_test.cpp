#include "schedule/draft.hpp"

#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

TEST_CASE("a further source adds its rows and fills the facts that are missing", "[schedule]") {
    ScheduleBuilder first, second;
    first.draft.event.venue = "Here";
    first.add(Kind::talk, "9:00", "10:00", "One");
    second.draft.event.venue = "There";
    second.draft.event.room = "Room 1";
    second.add(Kind::workshop, "11:00", "12:00", "Block");
    second.add(Kind::talk, "11:00", "11:30", "Part").parent = 0;
    merge(first.draft, second.draft);
    CHECK(first.draft.event.venue == "Here");
    CHECK(first.draft.event.room == "Room 1");
    REQUIRE(first.draft.sessions.size() == 3);
    CHECK(first.draft.sessions[2].parent == 1u);
}

TEST_CASE("a person known by id alone takes name and biography from the list of people", "[schedule]") {
    ScheduleBuilder builder;
    DraftPerson by_id;
    by_id.source_id = "p1";
    builder.add(Kind::talk, "9:00", "10:00", "Talk").people = {by_id};
    auto ada = ScheduleBuilder::person("Ada Lovelace", "Analytical", "She wrote.");
    ada.source_id = "p1";
    builder.draft.people = {ada};
    join_by_id(builder.draft);
    CHECK(builder.draft.sessions[0].people[0].name == "Ada Lovelace");
    CHECK(builder.build().speakers().size() == 1);
}

TEST_CASE("an id that has to serve as a name is one line of text", "[schedule]") {
    ScheduleBuilder builder;
    DraftPerson person;
    person.source_id = "ada\n\x1B[31m_fold";
    builder.add(Kind::talk, "9:00", "10:00", "Folding").people = {person};
    join_by_id(builder.draft);
    CHECK(builder.draft.sessions.front().people.front().name == "ada [31m fold");
}

TEST_CASE("a talk described elsewhere completes its row, and parents follow", "[schedule]") {
    ScheduleBuilder builder;
    auto& described = builder.add(Kind::talk, "9:00", "", "Compilers");
    described.start.reset();
    described.source_id = "t1";
    described.abstract = "About compilers.";
    builder.add(Kind::workshop, "9:00", "11:00", "Block");
    auto& row = builder.add(Kind::other, "9:30", "10:00", "");
    row.source_id = "t1";
    row.parent = 1;
    join_by_id(builder.draft);
    REQUIRE(builder.draft.sessions.size() == 2);
    CHECK(builder.draft.sessions[1].title == "Compilers");
    CHECK(builder.draft.sessions[1].abstract == "About compilers.");
    CHECK(builder.draft.sessions[1].kind == Kind::talk);
    CHECK(builder.draft.sessions[1].parent == 0u);
}
