#include "cli/event_trial.hpp"

#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

TEST_CASE("an event that harms nobody may be read, good or not, from files and from addresses", "[cli][helper]") {
    TemporaryFolder const folder;
    auto const event = [&](std::string const& text) {
        REQUIRE(write_atomically(folder.path / "event.toml", text).empty());
        CommonOptions options;
        options.event = (folder.path / "event.toml").string();
        return options;
    };
    CHECK(try_event(event("[event]\ntime_zone = \"UTC\"\n[[schedule]]\nsource = \"https://example.org/a.csv\"\n"),
                    {{"https://example.org/a.csv", {"https://example.org/a.csv", "Date,Time,Title\n2030-05-01,09:00,One\n"}}}) == "");
    CHECK(try_event(event("[event]\n[[schedule]]\nsource = \"https://example.org/a.csv\"\n"), {}) == "");
    CHECK(try_event(event("[event\n"), {}) == "");
    CommonOptions nowhere;
    nowhere.event = "/nowhere/event.toml";
    nowhere.date = parse_day("2030-05-01");
    CHECK(try_event(nowhere, {}) == "");
}
