// What a day writes: the card of a display that hangs there for years must last.
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <map>
#include <thread>

#include <fmt/format.h>

#include "faults/fault_server.hpp"
#include "io/web_photos.hpp"
#include "io/web_sources.hpp"
#include "support/catch.hpp"
#include "support/figure.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

constexpr Instant midnight = Instant{date::sys_days{date::year{2030} / 5 / 1}};
constexpr std::uintmax_t megabyte = 1'000'000;

/// Counts each file that appears in a folder, or takes the place of another.
class Writes {
public:
    explicit Writes(fs::path folder) : folder_(std::move(folder)) {}
    void count() {
        std::error_code error;
        for (auto const& entry : fs::directory_iterator(folder_, error)) {
            struct stat status {};
            if (::stat(entry.path().c_str(), &status) != 0) continue;
            auto const change = fmt::format("{} {} {}", status.st_ino, status.st_ctim.tv_sec, status.st_ctim.tv_nsec);
            if (std::exchange(seen_[entry.path().filename().string()], change) == change) continue;
            ++files;
            on_disk += WriteBudget::cost_of(static_cast<std::uintmax_t>(status.st_size));
        }
    }
    int files = 0;
    std::uintmax_t on_disk = 0;

private:
    fs::path folder_;
    std::map<std::string, std::string> seen_;
};

/// Sources on a server, and a clock that the test moves: all that they say is good.
struct Card {
    TemporaryFolder folder;
    FaultServer server{"nothing yet"};
    std::vector<Problem> problems;
    StateFolder state = StateFolder::open({folder.path}, problems);
    GoodCopies copies{state};
    std::atomic<Instant::rep> now = midnight.time_since_epoch().count();
    std::vector<std::string> paths;
    std::unique_ptr<WebSources> web;
    Writes writes{folder.path / "copies"};

    explicit Card(std::vector<std::string> of) : paths(std::move(of)) {
        std::vector<WebSources::Wanted> wanted;
        for (auto const& path : paths) wanted.push_back({server.url(path), seconds{3600}});
        WebCalls calls;
        std::promise<WebSources*> made;  // the first answer may be there before `web` is
        calls.on_change = [this, sources = made.get_future().share()] {
            for (auto const& path : paths) sources.get()->read(server.url(path));
            sources.get()->judge(true);
        };
        calls.now = [this] { return Instant{Instant::duration{now}}; };
        web = std::make_unique<WebSources>(wanted, copies, std::move(calls));
        made.set_value(web.get());
        wait_for(1);
    }
    ~Card() { web->stop(); }

    void wait_for(long long fetches) const {
        for (;;) {
            auto const states = web->states();
            if (std::all_of(states.begin(), states.end(), [&](WebState const& one) { return one.fetches >= fetches; })) return;
            std::this_thread::sleep_for(std::chrono::microseconds{100});
        }
    }
    /// All of them are fetched after `step`.
    void look(seconds step) {
        now += milliseconds{step}.count();
        auto const before = web->states();
        web->hurry();
        auto const fewer = [](WebState const& a, WebState const& b) { return a.fetches < b.fetches; };
        wait_for(std::max_element(before.begin(), before.end(), fewer)->fetches + 1);
        writes.count();
    }
    void day(seconds step, std::function<void(int)> const& serve) {
        for (int i = 0; i < hours{24} / step; ++i) {
            serve(i);
            look(step);
        }
    }
    std::string kept(std::string const& path) { return copies.latest(server.url(path)).value->bytes; }
    Instant known(std::string const& path) { return copies.latest(server.url(path)).value->meta.fetched; }
};

std::string page(int number, std::size_t size) { return fmt::format("<p>Made at {}</p>{}", number, std::string(size, '.')); }

}  // namespace

TEST_CASE("a page that stays as it is costs a short note an hour, which says of when it is", "[faults][wear][F14]") {
    Card card({"/page"});
    card.server.serve("/page", page(0, 100'000));
    card.look(seconds{10});
    auto const before = card.writes;
    card.day(minutes{1}, [](int) {});
    CHECK(card.writes.files - before.files <= 24);
    CHECK(card.writes.files - before.files >= 22);
    CHECK(card.writes.on_disk - before.on_disk < megabyte);
    CHECK(Instant{Instant::duration{card.now}} - card.known("/page") <= minutes{61});
}

TEST_CASE("a page that is another one each time is written less than 10 MB a day", "[faults][slow][wear][F14]") {
    Card card({"/page", "/calm"});
    card.server.serve("/calm", "calm");
    std::string last;
    card.day(seconds{10}, [&](int i) { card.server.serve("/page", last = page(i, 100'000)); });
    report_figure("F14", static_cast<double>(card.writes.on_disk) / megabyte, "MiB/day, another page each 10 s");
    CHECK(card.writes.on_disk < 10 * megabyte);
    CHECK(card.writes.files > 20);
    // The share of the others is left alone: what changes when it matters is kept at once.
    card.server.serve("/calm", "changed");
    card.look(seconds{10});
    CHECK(card.kept("/calm") == "changed");
    // Once it stays the last one is kept, without another change.
    CHECK(card.kept("/page") != last);
    for (int i = 0; i < 24 * 6 && card.kept("/page") != last; ++i) card.look(minutes{10});
    CHECK(card.kept("/page") == last);
    // And so it is when the display is stopped. Until then nothing more may be written; a little may be saved up.
    for (int i = 1; i < 5 && card.kept("/page") == last; ++i) {
        card.server.serve("/page", last = page(-i, 100'000));
        card.look(seconds{10});
    }
    CHECK(card.kept("/page") != last);
    card.web->stop();
    CHECK(card.kept("/page") == last);
}

TEST_CASE("a photo that is another one each time is shown, and written as little", "[faults][wear][F14]") {
    TemporaryFolder const folder;
    std::vector<Problem> problems;
    auto const state = StateFolder::open({folder.path}, problems);
    GoodCopies copies(state, photo_folder);
    FaultServer server("one");
    auto const url = server.url("/ada");
    WebPhotoCalls calls;
    calls.make_fit = [](std::string bytes, std::stop_token const&) { return FitPhoto{std::move(bytes), {}}; };
    WebPhotos photos(copies, std::move(calls), photo_times, WriteLimit{});
    auto const reads = [&](std::string const& wanted) {
        for (int i = 0; i < 600; ++i) {
            photos.want({{url, Reach::anywhere}});
            if (photos.read(url).value == wanted) return true;
            std::this_thread::sleep_for(milliseconds{5});
        }
        return false;
    };
    REQUIRE(reads("one"));
    for (auto const* next : {"two", "three"}) {
        server.serve("/ada", next);
        photos.hurry();
        REQUIRE(reads(next));
    }
    photos.stop();
    CHECK(copies.latest(url).value->bytes == "one");
}
