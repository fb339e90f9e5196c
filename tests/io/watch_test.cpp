#include "io/watch.hpp"

#include <condition_variable>
#include <ctime>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

constexpr WatchOptions quick{milliseconds{80}, milliseconds{400}, milliseconds{40}, true};
constexpr WatchOptions looking{milliseconds{80}, milliseconds{400}, milliseconds{40}, false};

/// A watch, and somebody who waits for it.
class Waiting {
public:
    explicit Waiting(std::vector<fs::path> files, WatchOptions options = quick)
        : watch_(
              std::move(files), [this] { ring(); }, options) {}

    /// What has changed, as soon as something has; empty: nothing within `longest`.
    std::vector<fs::path> next(milliseconds longest = seconds{3}) {
        std::unique_lock lock(mutex_);
        bell_.wait_for(lock, longest, [&] { return rings_ > 0; });
        rings_ = 0;
        return watch_.changed();
    }

private:
    void ring() {
        std::lock_guard const lock(mutex_);
        ++rings_;
        bell_.notify_one();
    }
    std::mutex mutex_;
    std::condition_variable bell_;
    int rings_ = 0;
    FileWatch watch_;
};

void write(fs::path const& path, std::string const& text) { REQUIRE(write_atomically(path, text).empty()); }

void append_to(fs::path const& path, std::string const& text) {
    int const file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    REQUIRE(::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    ::close(file);
}

using Paths = std::vector<fs::path>;

}  // namespace

TEST_CASE("however an editor writes a file, its change is told once", "[io]") {
    TemporaryFolder const folder;
    auto const file = folder.path / "event.toml";
    write(file, "one");
    Waiting waiting({file});
    CHECK(waiting.next(milliseconds{120}).empty());
    SECTION("in place, in several steps") {
        for (int i = 0; i < 5; ++i) append_to(file, "more"), std::this_thread::sleep_for(milliseconds{5});
    }
    SECTION("beside, then renamed") { write(file, "two"); }
    SECTION("the old one renamed first") {
        fs::rename(file, folder.path / "event.toml~");
        std::this_thread::sleep_for(milliseconds{5});
        append_to(file, "new");
        fs::remove(folder.path / "event.toml~");
    }
    SECTION("removed and made again") {
        fs::remove(file);
        append_to(file, "one");
    }
    SECTION("only its permissions") { fs::permissions(file, fs::perms::owner_all); }
    CHECK(waiting.next() == Paths{file});
    CHECK(waiting.next(milliseconds{120}).empty());
}

TEST_CASE("a file that goes, and one that comes back, are changes", "[io]") {
    TemporaryFolder const folder;
    auto const file = folder.path / "a", other = folder.path / "b";
    write(file, "one"), write(other, "x");
    Waiting waiting({file, other});
    fs::remove(file);
    CHECK(waiting.next() == Paths{file});
    write(file, "one");
    CHECK(waiting.next() == Paths{file});
    write(folder.path / "somebody else's", "x");
    CHECK(waiting.next(milliseconds{160}).empty());
}

TEST_CASE("folders may come later, go, and be replaced", "[io]") {
    TemporaryFolder const folder;
    auto const file = folder.path / "a" / "b" / "c" / "event.toml";
    Waiting waiting({file});
    CHECK(waiting.next(milliseconds{120}).empty());
    fs::create_directories(file.parent_path());
    write(file, "one");
    CHECK(waiting.next() == Paths{file});
    fs::create_directories(folder.path / "new" / "c");
    write(folder.path / "new" / "c" / "event.toml", "two");
    fs::rename(folder.path / "a" / "b", folder.path / "old");
    fs::rename(folder.path / "new", folder.path / "a" / "b");
    CHECK(waiting.next() == Paths{file});
    append_to(file, "more");
    CHECK(waiting.next() == Paths{file});
    fs::remove_all(folder.path / "a");
    CHECK(waiting.next() == Paths{file});
    fs::create_directories(file.parent_path());
    append_to(file, "again");
    CHECK(waiting.next() == Paths{file});
}

TEST_CASE("a link is followed: to its file, and when it is turned", "[io]") {
    TemporaryFolder const folder, elsewhere;
    write(elsewhere.path / "one", "one"), write(elsewhere.path / "two", "two");
    auto const link = folder.path / "event.toml";
    fs::create_symlink(elsewhere.path / "one", link);
    Waiting waiting({link});
    CHECK(waiting.next(milliseconds{120}).empty());
    append_to(elsewhere.path / "one", "more");
    CHECK(waiting.next() == Paths{link});
    fs::create_symlink(elsewhere.path / "two", folder.path / "new");
    fs::rename(folder.path / "new", link);
    CHECK(waiting.next() == Paths{link});
}

TEST_CASE("a link among the folders is followed, too", "[io]") {
    TemporaryFolder const folder;
    for (auto const* release : {"one", "two"}) {
        fs::create_directory(folder.path / release);
        write(folder.path / release / "event.toml", release);
    }
    fs::create_directory_symlink("one", folder.path / "current");
    auto const file = folder.path / "current" / "event.toml";
    Waiting waiting({file});
    fs::create_directory_symlink("two", folder.path / "new");
    fs::rename(folder.path / "new", folder.path / "current");
    CHECK(waiting.next() == Paths{file});
    append_to(folder.path / "two" / "event.toml", "more");
    CHECK(waiting.next() == Paths{file});
}

TEST_CASE("a file that never stays as it is, is told all the same", "[io]") {
    TemporaryFolder const folder;
    auto const file = folder.path / "event.toml";
    Waiting waiting({file});
    std::jthread const writer([&](std::stop_token const& stop) {
        for (int i = 0; !stop.stop_requested(); ++i) {
            write_atomically(file, std::to_string(i));
            std::this_thread::sleep_for(milliseconds{5});
        }
    });
    auto const begin = std::chrono::steady_clock::now();
    CHECK(waiting.next() == Paths{file});
    CHECK(std::chrono::steady_clock::now() - begin < milliseconds{1500});
}

TEST_CASE("where the kernel cannot tell, files are looked at", "[io]") {
    TemporaryFolder const folder;
    auto const file = folder.path / "event.toml";
    write(file, "one");
    SECTION("as it is told to") {
        Waiting waiting({file}, looking);
        write(file, "two");
        CHECK(waiting.next() == Paths{file});
    }
    SECTION("as there is no descriptor left") {
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        rlimit const none{0, before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
        Waiting waiting({file});
        std::this_thread::sleep_for(milliseconds{20});
        ::setrlimit(RLIMIT_NOFILE, &before);
        write(file, "two");
        CHECK(waiting.next() == Paths{file});
    }
}

TEST_CASE("a change is told 200 ms after the last write, and watching costs nothing", "[io]") {
    TemporaryFolder const folder;
    auto const file = folder.path / "event.toml";
    Waiting waiting({file}, {});
    auto const cpu = std::clock();
    CHECK(waiting.next(milliseconds{200}).empty());
    CHECK((std::clock() - cpu) * 1000 / CLOCKS_PER_SEC <= 20);
    auto const begin = std::chrono::steady_clock::now();
    write(file, "one");
    CHECK(waiting.next() == Paths{file});
    auto const ms =
        std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin).count();
    CHECK(ms >= 200);
    CHECK(ms < 700);
}
