#include "io/event_loader.hpp"

#include <algorithm>

#include "io/files.hpp"
#include "io/photo_search.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

LoadOptions options() {
    LoadOptions options;
    options.data = KIOSK_SOURCE_DIR;
    return options;
}

std::vector<std::string> codes(Snapshot const& snapshot) {
    std::vector<std::string> found;
    for (auto const& problem : snapshot.problems) found.push_back(problem.code);
    return found;
}

bool has(Snapshot const& snapshot, std::string const& code) {
    auto const all = codes(snapshot);
    return std::find(all.begin(), all.end(), code) != all.end();
}

}  // namespace

TEST_CASE("the sample event loads with all of its photos", "[io]") {
    auto const snapshot = load_event(KIOSK_SOURCE_DIR "/config/neurips2023/event.toml", options());
    CHECK(snapshot.schedule.sessions().size() == 19);
    CHECK(snapshot.photos.size() == 3);
    CHECK(snapshot.is_zone_known);
    CHECK(snapshot.display.name == "room-211-213");
    CHECK_FALSE(has_error(snapshot.problems));
}

TEST_CASE("the bare page loads as well, finds its photos above, and says what it guessed", "[io]") {
    auto const snapshot = load_event(KIOSK_SOURCE_DIR "/config/neurips2023/schedule.html", options());
    CHECK(snapshot.schedule.sessions().size() == 19);
    CHECK(snapshot.photos.size() == 3);
    CHECK(has(snapshot, "time-zone-guessed"));
    CHECK(snapshot.schedule.zone().name() == "America/Chicago");
}

TEST_CASE("a photo whose accents are written in another way is found, and told", "[io]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "day.csv", "Date,Start,End,Title,Speaker\n2030-05-01,09:00,10:00,Folding,Jos\u00e9 Ruiz\n").empty());
    // In the event file "é" is one character; in the file's name an "e" and an accent.
    REQUIRE(write_atomically(folder.path / "event.toml", "[event]\ntime_zone = \"Europe/Rome\"\n[[schedule]]\nsource = \"day.csv\"\n"
                                                         "[[speaker]]\nname = \"Jos\u00e9 Ruiz\"\nphoto = \"jos\u00e9.png\"\n").empty());
    REQUIRE(write_atomically(folder.path / "jose\u0301.png", "x").empty());
    auto const snapshot = load_event((folder.path / "event.toml").string(), options());
    CHECK(codes(snapshot) == std::vector<std::string>{"photo-name-normalised"});
    CHECK(snapshot.photos.size() == 1);
}

TEST_CASE("whatever is missing, there is a snapshot and one line that says so", "[io]") {
    TemporaryFolder const folder;
    auto const event = (folder.path / "event.toml").string();
    SECTION("no event file") {
        auto const snapshot = load_event(event, options());
        CHECK(codes(snapshot) == std::vector<std::string>{"file-unreadable"});
    }
    SECTION("no schedule") {
        REQUIRE(write_atomically(event, "[event]\nname = \"Mine\"\ntime_zone = \"Europe/Berlin\"\n[[schedule]]\nsource = \"none.html\"\n").empty());
        auto const snapshot = load_event(event, options());
        CHECK(codes(snapshot) == std::vector<std::string>{"file-unreadable"});
        CHECK(snapshot.schedule.event().name == "Mine");
        CHECK(snapshot.schedule.zone().name() == "Europe/Berlin");
    }
    SECTION("no such zone") {
        REQUIRE(write_atomically(event, "[event]\ntime_zone = \"Mars/Base\"\n[[schedule]]\nsource = \"none.html\"\n").empty());
        auto const snapshot = load_event(event, options());
        CHECK(has(snapshot, "time-zone-unknown"));
        CHECK_FALSE(snapshot.is_zone_known);
        auto const problem = std::find_if(snapshot.problems.begin(), snapshot.problems.end(), [](Problem const& p) { return p.code == "time-zone-unknown"; });
        CHECK(problem->where == SourceRef{event, 2, ""});
    }
    SECTION("no such theme") {
        REQUIRE(write_atomically(event, "[event]\ntime_zone = \"Europe/Berlin\"\n[theme]\nbase = \"pink\"\n[[schedule]]\nsource = \"none.html\"\n").empty());
        auto const snapshot = load_event(event, options());
        CHECK(has(snapshot, "theme-unknown"));
        CHECK(snapshot.theme == Theme{});
    }
}

TEST_CASE("day and city may stand on another page of the site", "[io]") {
    TemporaryFolder const folder;
    auto const event = (folder.path / "event.toml").string();
    auto const page = (folder.path / "schedule.html").string();
    REQUIRE(write_atomically(page, "<table><tr><td>9:00</td><td>Welcome</td></tr><tr><td>10:00</td><td>Farewell</td></tr></table>").empty());
    auto const index = (folder.path / "index.md").string();
    REQUIRE(write_atomically(index, "# Home\n\nFolding Day is in **Lisbon** on June 8th, 2030.\n").empty());
    SECTION("beside the rows such a page is no error, in either order") {
        for (char const* sources : {"[[schedule]]\nsource = \"schedule.html\"\n[[schedule]]\nsource = \"index.md\"\n",
                                    "[[schedule]]\nsource = \"index.md\"\n[[schedule]]\nsource = \"schedule.html\"\n"}) {
            REQUIRE(write_atomically(event, sources).empty());
            auto const snapshot = load_event(event, options());
            CHECK_FALSE(has_error(snapshot.problems));
            CHECK(has(snapshot, "no-programme"));
            CHECK(snapshot.schedule.zone().name() == "Europe/Lisbon");
            REQUIRE(snapshot.schedule.sessions().size() == 2);
            CHECK(snapshot.schedule.zone().day_of(snapshot.schedule.sessions()[0].when.begin) == parse_day("2030-06-08"));
        }
    }
    SECTION("alone it is one") {
        auto const snapshot = load_event(index, options());
        CHECK(has_error(snapshot.problems));
        CHECK(has(snapshot, "no-programme"));
    }
}

TEST_CASE("the command line wins over the event file", "[io]") {
    auto wanted = options();
    wanted.room = "Elsewhere";
    wanted.time_zone = "Europe/Berlin";
    auto const snapshot = load_event(KIOSK_SOURCE_DIR "/config/neurips2023/event.toml", wanted);
    CHECK(snapshot.display.rooms == std::vector<std::string>{"Elsewhere"});
    CHECK(snapshot.schedule.zone().name() == "Europe/Berlin");
}

TEST_CASE("photos are found where a site keeps them, and nowhere else", "[io]") {
    TemporaryFolder const folder;
    auto const site = folder.path / "site", page = site / "2023" / "workshop";
    fs::create_directories(page);
    fs::create_directories(site / "assets" / "images");
    fs::create_directories(folder.path / "photos");
    for (auto const& file : {site / "assets" / "images" / "ada.jpg", page / "beside.jpg", folder.path / "photos" / "grace.jpg", folder.path / "secret.jpg"})
        REQUIRE(write_atomically(file, "x").empty());
    CHECK(find_photo("/assets/images/ada.jpg", page, {}) == site / "assets" / "images" / "ada.jpg");
    CHECK(find_photo("beside.jpg", page, {}) == page / "beside.jpg");
    CHECK(find_photo("/elsewhere/grace.jpg", page, {folder.path / "photos"}) == folder.path / "photos" / "grace.jpg");
    CHECK(find_photo("../../../secret.jpg", page, {}).empty());
    CHECK(find_photo("https://example.org/ada.jpg", page, {}).empty());
    CHECK(find_photo("", page, {}).empty());
}

TEST_CASE("the logo is found beside the event file, by a path from there, and in the image folders", "[io]") {
    TemporaryFolder const folder;
    fs::create_directories(folder.path / "event");
    fs::create_directories(folder.path / "pictures");
    REQUIRE(write_atomically(folder.path / "pictures" / "logo.svg", "<svg></svg>").empty());
    auto const event = (folder.path / "event" / "event.toml").string();
    auto const load = [&](std::string const& logo, std::string const& more) {
        REQUIRE(write_atomically(event, "[event]\ntime_zone = \"Europe/Berlin\"\nlogo = \"" + logo + "\"\n" + more).empty());
        return load_event(event, options());
    };
    CHECK(load("../pictures/logo.svg", "").logo->path == folder.path / "event" / "../pictures/logo.svg");
    CHECK(load("../pictures/logo.svg", "").logo->where == SourceRef{event, 3, ""});
    CHECK(load("logo.svg", "[images]\nfolders = [\"../pictures\"]\n").logo->path == folder.path / "pictures" / "logo.svg");
    CHECK(load("logo.svg", "[images]\nfolders = [\"../pictures\"]\n").schedule.event().logo == "logo.svg");
    for (auto const& [logo, why] : {std::pair{"logo.svg", "is not there"}, {"https://example.org/logo.svg", "is on the web, from where none is fetched"}}) {
        auto const snapshot = load(logo, "");
        CHECK_FALSE(snapshot.logo);
        auto const problem = std::find_if(snapshot.problems.begin(), snapshot.problems.end(), [](Problem const& p) { return p.code == "logo-unusable"; });
        REQUIRE(problem != snapshot.problems.end());
        CHECK(to_line(*problem) == event + ":3: warning: the logo \"" + logo + "\" " + why +
                                       ": left out; put it beside the event file, or into a folder of [images] folders [logo-unusable]");
    }
}

TEST_CASE("a page that comes over the Internet unprotected is warned of, one of the venue's own network is not", "[io][E20]") {
    auto const warned = [](std::string const& url) {
        LoadOptions options;
        options.read_url = [](std::string const& asked) { return Outcome<SourceText>{SourceText{asked, "09:00 Talk"}, {}}; };
        auto const problems = load_event(url, options).problems;
        return std::count_if(problems.begin(), problems.end(), [](Problem const& p) { return p.code == "source-unprotected"; });
    };
    CHECK(warned("http://example.org/schedule.html") == 1);
    CHECK(warned("https://example.org/schedule.html") == 0);
    CHECK(warned("http://10.0.0.5/schedule.html") == 0);
}

TEST_CASE("a display with nothing to show names the file that is missing, for whoever sets it up", "[io]") {
    TemporaryFolder const folder;
    auto const event = (folder.path / "event.toml").string();
    CHECK(words_of_missing_schedule(load_event(event, options())) == "No schedule yet: " + event);
    REQUIRE(write_atomically(event, "[event]\nlanguage = \"de-DE\"\ntime_zone = \"Europe/Berlin\"\n[[schedule]]\nsource = \"day.csv\"\n").empty());
    auto const day = (folder.path / "day.csv").string();
    CHECK(words_of_missing_schedule(load_event(event, options())) == "Noch kein Programm: " + day);
    REQUIRE(write_atomically(day, "Date,Start,End,Title\n2030-05-01,09:00,10:00,Folding\n").empty());
    CHECK(words_of_missing_schedule(load_event(event, options())).empty());
}
