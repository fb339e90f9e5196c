// Real limits: a full disk, one without a place for another file, one that may not be written to any more, a
// limit of a file's size, and very many old copies.
#include <array>
#include <fstream>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "faults/kept_state.hpp"
#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/figure.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

std::string const source = "https://example.org/schedule.html";
constexpr int cannot_mount = 77;

/// A small disk at `where`, for this process alone.
bool mount_small_disk(fs::path const& where, char const* options) {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
    return ::mount("kiosk", where.c_str(), "tmpfs", 0, options) == 0;
}

/// Files until there is no room; `size` bytes each.
void fill(fs::path const& folder, std::size_t size) {
    for (int i = 0; i < 10'000; ++i) {
        std::ofstream file(folder / fmt::format("filler{}", i), std::ios::binary);
        if (!(file << std::string(size, 'f') << std::flush)) return;
    }
}
void empty(fs::path const& folder) {
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with("filler")) fs::remove(entry.path());
}

/// Runs in a process of its own: 0, or which expectation failed.
int live_through(fs::path const& folder, char const* options, std::function<void()> const& spoil, std::function<void()> const& repair) {
    if (!mount_small_disk(folder, options)) return cannot_mount;
    std::optional<KeptState> kept(folder);
    std::optional<KeptDesk> desk(folder);
    if (!kept->copies.store(source, "small", {}).empty() || !desk->tell("delay 5m").is_done) return 1;
    spoil();
    std::string const large(20'000, 'x');
    if (kept->copies.store(source, large, {}).size() != 1) return 2;
    if (!kept->copies.store(source, large, {}).empty()) return 3;
    if (desk->tell("cancel Lunch").text.find("cannot be kept") == std::string::npos) return 4;
    desk->tell("hold");
    if (desk->said.size() != 1 || desk->commands() != " +delay 5m +cancel Lunch +hold") return 5;
    if (kept->copies.latest(source).value->bytes != "small" || KeptDesk(folder).commands() != " +delay 5m") return 6;
    repair();
    if (!kept->copies.store(source, large, {}).empty() || kept->copies.latest(source).value->bytes != large) return 7;
    desk->tell("clear hold");
    if (desk->said.size() != 1 || KeptDesk(folder).commands() != " +delay 5m +cancel Lunch -hold") return 8;
    return 0;
}

/// The same where nothing can be written from the start.
int live_read_only(fs::path const& folder) {
    if (!mount_small_disk(folder, "size=1m")) return cannot_mount;
    KeptState(folder).copies.store(source, "small", {});
    KeptDesk(folder).tell("delay 5m");
    if (::mount(nullptr, folder.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0) return 1;
    KeptState kept(folder);
    if (kept.problems.size() != 1 || kept.copies.latest(source).value->bytes != "small") return 2;
    if (!kept.copies.store(source, "new", {}).empty()) return 3;
    KeptDesk desk(folder);
    desk.tell("cancel Lunch"), desk.tell("hold");
    return desk.said.size() == 1 && desk.commands() == " +delay 5m +cancel Lunch +hold" ? 0 : 4;
}

int in_a_child(std::function<int()> const& work) {
    auto const child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a display lives through a full disk, one without inodes and one that is read-only", "[faults][F4][F5]") {
    TemporaryFolder const folder;
    auto const& path = folder.path;
    std::array const ends{
        in_a_child([&] { return live_through(path, "size=64k", [&] { fill(path, 4096); }, [&] { empty(path); }); }),
        in_a_child([&] { return live_through(path, "nr_inodes=12", [&] { fill(path, 0); }, [&] { empty(path); }); }),
        in_a_child([&] { return live_read_only(path); })};
    for (int const end : ends) {
        if (end == cannot_mount) fmt::print("skipped: a small disk cannot be mounted here, which takes root\n");
        else CHECK(end == 0);
    }
    auto const bad = std::count_if(ends.begin(), ends.end(), [](int end) { return end != 0; });
    for (auto const* row : {"F4", "F5"}) report_figure(row, static_cast<double>(bad), "disks not survived");
}

TEST_CASE("at the limit of a file's size a display goes on with the old files, and no signal ends it", "[faults][F6]") {
    TemporaryFolder const folder;
    KeptDesk desk(folder.path);
    REQUIRE(desk.tell("delay 5m").is_done);
    REQUIRE(write_atomically(folder.path / "stats.json", "old").empty());
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit const tiny{100, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tiny);
    auto const reply = desk.tell("announce " + std::string(150, 'x'));
    auto const problems = write_atomically(folder.path / "stats.json", std::string(500, 'n'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    CHECK(reply.text.find("cannot be kept over a restart: File too large") != std::string::npos);
    CHECK(problems.size() == 1);
    CHECK(KeptDesk(folder.path).commands() == " +delay 5m");
    CHECK(read_text(folder.path / "stats.json", "").value->text == "old");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 2);
}

TEST_CASE("very many old copies do not hold up a start, and go until the rest has room", "[faults][F11]") {
    TemporaryFolder const folder(quick_folder());
    std::optional<KeptState> kept(folder.path);
    kept->copies.store(source, "today", {});
    auto const copies = folder.path / "state" / "copies";
    constexpr int files = 20'000;
    for (int i = 0; i < files; ++i) {
        auto const path = copies / fmt::format("{:016x}.a", i);
        std::ofstream(path) << "old";
        fs::resize_file(path, 20'000);  // with holes: it takes no room
    }
    kept.reset();
    auto const began = std::chrono::steady_clock::now();
    kept.emplace(folder.path);
    CHECK(kept->copies.latest(source).value->bytes == "today");
    auto const started = std::chrono::steady_clock::now();
    kept->copies.prune(most_kept_bytes, {source});
    auto const pruned = std::chrono::steady_clock::now();
    std::uintmax_t left = 0;
    for (auto const& entry : fs::directory_iterator(copies)) left += entry.file_size();
    auto const ms = [](auto duration) { return std::chrono::duration<double, std::milli>(duration).count(); };
    fmt::print("{} old copies: start {:.1f} ms, pruning {:.0f} ms, {} MiB left\n", files, ms(started - began), ms(pruned - started), left >> 20);
    report_figure("F11", ms(started - began), fmt::format("ms, {} MiB left", left >> 20));
    CHECK(left <= most_kept_bytes);
    CHECK(left > most_kept_bytes - 40'000);
    CHECK(started - began < std::chrono::seconds{1});
    CHECK(kept->copies.latest(source).value->bytes == "today");
}
