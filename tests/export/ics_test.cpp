#include "export/ics.hpp"

#include <sstream>

#include "import/ics.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

Schedule example() {
    auto const zone = *Zone::named("Europe/Berlin").value;
    ScheduleDraft draft;
    draft.event.name = "Example, the event";
    DraftSession talk;
    talk.source_id = "t;1";
    talk.title = "Größen, Maße; und \\ mehr: ein Titel, der in keine einzelne Zeile von fünfundsiebzig Bytes passt – ääääääää";
    talk.kind = Kind::workshop;
    talk.track = "Hard, things";
    talk.rooms = {"Aula", "Attic"};
    talk.description = "One\nTwo";
    talk.url = "https://example.org/1";
    talk.status = Status::tentative;
    talk.start = parse_time_argument("2026-10-25T02:30:00+01:00")->instant.value();
    talk.duration = minutes{45};
    DraftPerson person;
    person.name = "Jane \"JD\" Doe";
    DraftPerson chair;
    chair.name = "Ann Other";
    chair.role = "chair";
    talk.people = {chair, person};
    talk.links = {{"Slides; \"draft\"", "https://example.org/1.pdf"}};
    DraftSession other = talk;
    other.source_id = "t2";
    other.title = "Lunch";
    other.kind = Kind::meal;
    other.rooms = {"Aula"};
    other.people.clear();
    other.status = Status::cancelled;
    draft.sessions = {talk, other, other};
    draft.sessions[2].source_id = "t3", draft.sessions[2].rooms = {"Attic"};
    return *Schedule::validate(draft, zone).value;
}

}  // namespace

TEST_CASE("a calendar that we write is one that we read", "[export]") {
    auto const schedule = example();
    auto const outcome = import_ics({"own.ics", to_ics(schedule)}, {});
    REQUIRE(outcome.value);
    auto const& draft = *outcome.value;
    CHECK(draft.event.name == schedule.event().name);
    CHECK(draft.event.zone_name == "Europe/Berlin");
    auto const again = *Schedule::validate(draft, *Zone::named(draft.event.zone_name).value).value;
    REQUIRE(again.sessions().size() == schedule.sessions().size());
    for (std::size_t i = 0; i < again.sessions().size(); ++i) {
        auto const &a = again.sessions()[i], &b = schedule.sessions()[i];
        CHECK(a.id.value == b.id.value);
        CHECK(a.title == b.title);
        CHECK(a.kind == b.kind);
        CHECK(a.track == b.track);
        CHECK(a.when == b.when);
        CHECK(a.rooms == b.rooms);
        CHECK(a.status == b.status);
        CHECK(a.description == b.description);
        CHECK(a.url == b.url);
        CHECK(a.links == b.links);
        CHECK(a.roles == b.roles);
        REQUIRE(a.speakers.size() == b.speakers.size());
        for (std::size_t k = 0; k < a.speakers.size(); ++k)
            CHECK(again.speaker(a.speakers[k]).name == schedule.speaker(b.speakers[k]).name);
    }
}

TEST_CASE("lines are folded at 75 octets, and never inside a character", "[export]") {
    std::istringstream lines(to_ics(example()));
    std::string line;
    while (std::getline(lines, line)) {
        REQUIRE(line.ends_with('\r'));
        line.pop_back();
        CHECK(line.size() <= 75);
        std::string_view const text = std::string_view(line).substr(line.starts_with(' ') ? 1 : 0);
        CHECK((text.empty() || (static_cast<unsigned char>(text[0]) & 0xC0) != 0x80));
    }
}
