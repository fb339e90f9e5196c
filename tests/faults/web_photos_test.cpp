// Photos on the web as a display has them: fetched once, kept, and never in anybody's way.
#include "io/web_photos.hpp"

#include <atomic>
#include <thread>

#include "faults/fault_server.hpp"
#include "io/event_loader.hpp"
#include "io/files.hpp"
#include "io/photos_once.hpp"
#include "io/web_sources.hpp"
#include "paint/photo_fit.hpp"
#include "support/catch.hpp"
#include "support/comes_true.hpp"
#include "support/expected_file.hpp"
#include "support/figure.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

namespace {

std::string photo(char const* name) { return read_whole(std::string(KIOSK_SOURCE_DIR "/tests/paint/photos/") + name); }

/// A display's start, as far as photos go.
struct PhotoStart {
    std::vector<Problem> problems;
    StateFolder state;
    GoodCopies copies;
    std::atomic<int> changes = 0;
    std::mutex mutex;
    std::vector<std::string> said;
    WebPhotos photos;

    explicit PhotoStart(StateFolder folder)
        : state(std::move(folder)), copies(state, photo_folder),
          photos(copies,
                 {fit_photo, [this] { ++changes; },
                  [this](std::string const& line) {
                      std::lock_guard const lock(mutex);
                      said.push_back(line);
                  }},
                 {hours{6}, milliseconds{30}, milliseconds{100}, hours{1}, hours{24}}) {}
    explicit PhotoStart(std::filesystem::path const& folder) : PhotoStart(opened(folder)) {}

    static StateFolder opened(std::filesystem::path const& folder) {
        std::vector<Problem> ignored;
        return StateFolder::open({folder}, ignored);
    }
    WebPhoto want(std::string const& url, Reach reach = Reach::anywhere) { return photos.want({{url, reach}}).at(0); }
    bool comes(std::string const& url) {
        return comes_true([&] { return want(url).version != 0; });
    }
    std::vector<std::string> lines() {
        std::lock_guard const lock(mutex);
        return said;
    }
};

}  // namespace

TEST_CASE("a photo is fetched once, and is there after a restart without its server", "[faults]") {
    TemporaryFolder const folder;
    std::string url;
    std::uint64_t version = 0;
    {
        FaultServer server(photo("progressive.jpg"));
        url = server.url("/ada.jpg");
        PhotoStart start(folder.path);
        CHECK(start.want(url).version == 0);
        REQUIRE(start.comes(url));
        CHECK(comes_true([&] { return start.changes == 1; }));
        version = start.want(url).version;
        CHECK(*start.photos.read(url).value == photo("progressive.jpg"));  // small: kept as it came
        std::this_thread::sleep_for(milliseconds{100});
        CHECK(server.requests().size() == 1);
    }
    PhotoStart start(folder.path);
    CHECK(start.want(url).version == version);
    CHECK(*start.photos.read(url).value == photo("progressive.jpg"));
    CHECK(start.lines().empty());
}

TEST_CASE("what is no photo is one warning, is asked for again, and is shown when it is one", "[faults]") {
    FaultServer server("<html>nothing</html>");
    auto const good = photo("lossless.webp");
    for (auto const& [fault, body] : {std::pair<std::string, std::string>{"html-error-page", good}, {"404", good}, {"cut:50", good},
                                      {"endless", good}, {"ok", "/* XPM */ static char *x[] = {"}, {"ok", photo("progressive.jpg").substr(0, 300)}}) {
        INFO(fault);
        TemporaryFolder const folder;
        server.serve("/ada", body);
        server.behave(fault);
        PhotoStart start(folder.path);
        auto const url = server.url("/ada");
        start.want(url);
        REQUIRE(comes_true([&] { return server.requests().size() >= 3; }));
        CHECK(start.want(url).version == 0);
        CHECK_FALSE(start.want(url).trouble.empty());
        CHECK(start.lines().size() == 1);
        CHECK(start.lines().at(0).find("initials are shown") != std::string::npos);
        CHECK(start.changes == 0);
        server.serve("/ada", good);
        server.behave("ok");
        REQUIRE(start.comes(url));
        CHECK(comes_true([&] { return start.changes == 1; }));
        CHECK(start.want(url).trouble.empty());
    }
}

TEST_CASE("a good photo stays through any fault, and another one under its address is another version", "[faults]") {
    TemporaryFolder const folder;
    FaultServer server(photo("grey.jpg"));
    auto const url = server.url("/ada");
    PhotoStart start(folder.path);
    start.want(url);
    REQUIRE(start.comes(url));
    auto const version = start.want(url).version;
    server.behave("500");
    start.photos.hurry();
    REQUIRE(comes_true([&] { return server.requests().size() >= 2; }));
    CHECK(start.want(url).version == version);
    CHECK(start.lines().empty());
    server.serve("/ada", photo("palette.png"));
    server.behave("ok");
    REQUIRE(comes_true([&] { return start.want(url).version != version; }));
    CHECK(*start.photos.read(url).value == photo("palette.png"));
}

TEST_CASE("a copy that is damaged is fetched anew, as another version", "[faults]") {
    TemporaryFolder const folder;
    FaultServer server(photo("grey.jpg"));
    auto const url = server.url("/ada");
    PhotoStart start(folder.path);
    start.want(url);
    REQUIRE(start.comes(url));
    auto const version = start.want(url).version;
    for (auto const& entry : std::filesystem::directory_iterator(folder.path / "photos")) {
        auto bytes = read_whole(entry.path());
        bytes.back() = static_cast<char>(~bytes.back());
        REQUIRE(write_atomically(entry.path(), bytes).empty());
    }
    CHECK_FALSE(start.photos.read(url).value);
    REQUIRE(start.comes(url));
    CHECK(start.want(url).version != version);
    CHECK(start.photos.read(url).value);
}

TEST_CASE("photos that a broken schedule does not name stay readable: the last good one is still shown", "[faults]") {
    FaultServer server(photo("grey.jpg"));
    for (bool const has_folder : {true, false}) {
        TemporaryFolder const folder;
        PhotoStart start(has_folder ? PhotoStart::opened(folder.path) : StateFolder{});
        start.want(server.url("/ada"));
        REQUIRE(start.comes(server.url("/ada")));
        CHECK(start.photos.want({}).empty());
        CHECK(*start.photos.read(server.url("/ada")).value == photo("grey.jpg"));
    }
}

TEST_CASE("without a folder photos are held in memory", "[faults]") {
    FaultServer server(photo("grey.jpg"));
    PhotoStart start{StateFolder{}};
    start.want(server.url("/ada"));
    REQUIRE(start.comes(server.url("/ada")));
    CHECK(*start.photos.read(server.url("/ada")).value == photo("grey.jpg"));
    CHECK_FALSE(start.photos.read(server.url("/ben")).value);
}

TEST_CASE("an address of this machine or of the venue's network is never asked for a stranger's schedule", "[faults][E11]") {
    FaultServer server(photo("grey.jpg"));
    TemporaryFolder const folder;
    auto const port = server.url("").substr(17);
    for (auto const& url : {server.url("/a"), "http://2130706433" + port + "/a", "http://[::ffff:127.0.0.1]" + port + "/a",
                            "http://localhost" + port + "/a", "http://example.org@127.0.0.1" + port + "/a"}) {
        INFO(url);
        PhotoStart start(folder.path);
        start.want(url, Reach::internet_only);
        REQUIRE(comes_true([&] { return !start.want(url, Reach::internet_only).trouble.empty(); }));
        CHECK(start.want(url, Reach::internet_only).version == 0);
    }
    report_figure("E11", static_cast<double>(server.requests().size()), "canary hits");
    CHECK(server.requests().empty());
}

TEST_CASE("slow photos do not delay the schedule", "[faults][E22]") {
    FaultServer slow("x"), server("the schedule");
    slow.behave("drip:100");
    TemporaryFolder const folder;
    PhotoStart start(folder.path);
    start.photos.want({{slow.url("/a"), Reach::anywhere}, {slow.url("/b"), Reach::anywhere}, {slow.url("/c"), Reach::anywhere}});
    REQUIRE(comes_true([&] { return slow.requests().size() == 2; }));  // two at a time
    GoodCopies copies(start.state);
    std::atomic<int> changes = 0;
    WebSources web({{server.url("/s"), seconds{60}}}, copies, {[&] { ++changes; }, {}, {}});
    auto const asked = std::chrono::steady_clock::now();
    CHECK(comes_true([&] { return changes == 1; }));
    report_figure("E22", std::chrono::duration<double>(std::chrono::steady_clock::now() - asked).count(), "s to the schedule");
    CHECK(slow.requests().size() == 2);
    web.stop();
    auto const begin = std::chrono::steady_clock::now();
    start.photos.stop();
    CHECK(std::chrono::steady_clock::now() - begin < seconds{2});
}

TEST_CASE("a command that looks once fetches what is asked for, takes the copy where that fails, and has a limit of time", "[faults]") {
    TemporaryFolder const folder;
    FaultServer server(photo("grey.jpg"));
    WantedPhoto const ada{server.url("/ada"), Reach::anywhere}, ben{server.url("/ben"), Reach::anywhere};
    {
        PhotoStart start(folder.path);
        start.want(ada.url);
        REQUIRE(start.comes(ada.url));
    }
    server.behave("404");
    PhotosOnce photos(StateFolder::look({folder.path}), fit_photo);
    photos.read_all({ada, ben});
    CHECK(server.requests().size() == 2);
    CHECK(*photos.read(ada).value == photo("grey.jpg"));
    CHECK(to_line(photos.read(ben).problems.at(0)) ==
          server.url("/ben") + ": warning: the photo cannot be fetched: the server answers 404 (not found); check the address, or save the photo into "
                               "a folder of [images] folders [photo-unusable]");
    CHECK(server.requests().size() == 2);
    server.behave("never");
    PhotosOnce hasty(StateFolder{}, fit_photo, milliseconds{200});
    auto const begin = std::chrono::steady_clock::now();
    CHECK_FALSE(hasty.read(ada).value);
    CHECK_FALSE(hasty.read(ben).value);
    CHECK(std::chrono::steady_clock::now() - begin < seconds{5});
}

TEST_CASE("where a photo may lead depends on whose address it is", "[faults][E11]") {
    TemporaryFolder const folder;
    auto const csv = folder.path / "day.csv";
    REQUIRE(write_atomically(folder.path / "event.toml",
                             "[event]\ndate = 2030-05-01\ntime_zone = \"Europe/Rome\"\n[[schedule]]\nsource = \"http://Venue.example:8080/day.csv\"\n"
                             "[[speaker]]\nname = \"Ada\"\nphoto = \"http://venue.example:8080/ada.jpg\"\n"
                             "[[speaker]]\nname = \"Ben\"\nphoto = \"http://venue.example/ben.jpg\"\n"
                             "[[speaker]]\nname = \"Cleo\"\nphoto = \"http://venue.example:8080@10.0.0.1/c.jpg\"\n").empty());
    LoadOptions options;
    options.data = KIOSK_SOURCE_DIR;
    options.read_url = [](std::string const& url) -> Outcome<SourceText> {
        return {SourceText{url, "Start,End,Title,Speaker\n09:00,10:00,One,Ada\n10:00,11:00,Two,Ben\n11:00,12:00,Three,Cleo\n"}, {}};
    };
    std::map<std::string, Reach> asked;
    options.want_photos = [&](std::vector<WantedPhoto> const& wanted) {
        std::vector<WebPhoto> states;
        for (auto const& one : wanted) {
            asked[one.url] = one.reach;
            states.push_back(one.url.ends_with("ada.jpg") ? WebPhoto{7} : one.url.ends_with("ben.jpg") ? WebPhoto{0, "cannot be fetched: why"} : WebPhoto{});
        }
        return states;
    };
    auto const snapshot = load_event((folder.path / "event.toml").string(), options);
    CHECK(asked == std::map<std::string, Reach>{{"http://venue.example:8080/ada.jpg", Reach::anywhere},
                                                {"http://venue.example/ben.jpg", Reach::internet_only},
                                                {"http://venue.example:8080@10.0.0.1/c.jpg", Reach::internet_only}});
    REQUIRE(snapshot.photos.size() == 1);
    CHECK(snapshot.photos.begin()->second.stamp == 7);
    std::string said;
    for (auto const& problem : snapshot.problems)
        if (problem.code == "photo-unusable") said += problem.message;
    CHECK(said == "the photo of Ben cannot be fetched: why: initials are shown");
}
