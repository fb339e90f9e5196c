#include "io/last_face.hpp"

#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

namespace {

LoadOptions options() {
    LoadOptions usual;
    usual.data = KIOSK_SOURCE_DIR;
    return usual;
}

Snapshot loaded(TemporaryFolder const& folder, std::string const& name, std::string const& text) {
    REQUIRE(write_atomically(folder.path / name, text).empty());
    return load_event((folder.path / name).string(), options());
}

}  // namespace

TEST_CASE("what is left of a display is its event, room, zone and whom to call, and no schedule", "[io]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "talks.csv", "Date,Time,Title\n2030-05-01,09:00,One\n").empty());
    auto const whole = loaded(folder, "event.toml",
                              "[event]\nname = \"Days of \\\"Sound\\\"\\\\\"\nseries = \"S 2030\"\ncontact = \"+49 30 1234\"\ntime_zone = \"Europe/Berlin\"\n"
                              "language = [\"en-GB\", \"de-DE\"]\n[[schedule]]\nsource = \"talks.csv\"\n"
                              "[[display]]\nname = \"hall\"\nrooms = [\"Hall 1\", \"Hall 2\"]\nrotate = 90\n");
    CHECK(whole.schedule.sessions().size() == 1);
    auto const face = loaded(folder, "face.toml", face_of(whole));
    CHECK(face.schedule.sessions().empty());
    CHECK(face.schedule.event().name == "Days of \"Sound\"\\");
    CHECK(face.schedule.event().venue == "Please contact +49 30 1234 / Bitte melden: +49 30 1234");
    CHECK(face.schedule.zone().name() == "Europe/Berlin");
    CHECK(face.display.name == "hall");
    CHECK(face.display.rooms == std::vector<std::string>{"Hall 1", "Hall 2"});
    CHECK(face.display.rotate == 90);
    REQUIRE(face.settings.announcements.size() == 1);
    CHECK(face.settings.announcements.front().head == "This display needs help");
    CHECK(face.settings.announcements.front().second_head == "Diese Anzeige braucht Hilfe");
    // Its own face is as good as its event's: nothing is lost where a safe start is kept once more.
    CHECK(face_of(face).find("needs help") != std::string::npos);
    for (auto const& problem : face.problems) CHECK(problem.code == "source-missing");
}

TEST_CASE("a display of which nothing is known still asks for help", "[io]") {
    TemporaryFolder const folder;
    auto const face = loaded(folder, "face.toml", unknown_face());
    CHECK(face.schedule.event().name == "This display needs help");
    CHECK(face.schedule.event().venue == "Please tell the organisers");
    for (auto const& problem : face.problems) CHECK(problem.code == "source-missing");
}
