// kill -9 at random moments, while something is being kept.
#include <atomic>
#include <csignal>
#include <functional>
#include <random>
#include <thread>

#include <sys/mman.h>
#include <sys/wait.h>

#include "faults/kept_state.hpp"
#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/figure.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int rounds = 100;  // each has a fork(), which is slow then
#else
constexpr int rounds = 1000;
#endif
constexpr int longest_life_us = 1200;
std::string const source = "https://example.org/schedule.html";

/// What a process that is to be killed tells its parent, in memory that they share.
struct Told {
    std::atomic<int> confirmed = 0;  ///< how many were kept
    std::atomic<bool> has_begun = false;
};

class SharedWithChild {
public:
    SharedWithChild() : told_(new (room()) Told) {}
    ~SharedWithChild() { ::munmap(told_, sizeof(Told)); }
    SharedWithChild(SharedWithChild const&) = delete;
    SharedWithChild& operator=(SharedWithChild const&) = delete;
    Told& operator*() const { return *told_; }
    Told* operator->() const { return told_; }

private:
    static void* room() {
        return ::mmap(nullptr, sizeof(Told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    }
    Told* told_;
};

/// Runs `work` in a process of its own, and kills that at a moment that `random` chooses.
void run_and_kill(SharedWithChild const& told, std::mt19937& random, std::function<void()> const& work) {
    told->has_begun = false;
    auto const child = ::fork();
    if (child == 0) {
        work();
        for (;;) ::pause();
    }
    REQUIRE(child > 0);
    while (!told->has_begun) std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::microseconds{random() % longest_life_us});
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
}

std::string version(int number) {
    return fmt::format("{}:", number) + std::string(static_cast<std::size_t>(number % 7) * 3000, static_cast<char>('a' + number % 26));
}

bool holds_unfinished(fs::path const& folder) {
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".new") return true;
    return false;
}

}  // namespace

TEST_CASE("a process that is killed while it stores leaves a whole copy, and never one older than what it had stored", "[faults][F12]") {
    TemporaryFolder const folder(quick_folder());
    SharedWithChild const told;
    std::mt19937 random(1);
    int half_way = 0, newest = 0, losses = 0;
    for (int round = 0; round < rounds; ++round) {
        run_and_kill(told, random, [&] {
            KeptState kept(folder.path);
            told->has_begun = true;
            for (int i = newest + 1;; ++i) {
                kept.copies.store(source, version(i), {});
                told->confirmed = i;
            }
        });
        half_way += holds_unfinished(folder.path) ? 1 : 0;
        auto const found = KeptState(folder.path).copies.latest(source);
        int const confirmed = told->confirmed;
        if (!found.value && confirmed == 0) continue;
        newest = found.value ? std::stoi(found.value->bytes) : -1;
        bool const is_whole = found.problems.empty() && found.value && found.value->bytes == version(newest);
        if (!is_whole || newest < confirmed || newest > confirmed + 1) ++losses;
        newest = std::max(newest, confirmed);
        told->confirmed = newest;  // it was seen to be there
    }
    fmt::print("killed while it stores: {} times, {} of them half way, {} versions; losses: {}\n", rounds, half_way, newest, losses);
    report_figure("F12", losses, fmt::format("losses of {}", rounds));
    CHECK(losses == 0);
    KeptState kept(folder.path);
    kept.copies.prune();
    CHECK_FALSE(holds_unfinished(folder.path));
}

TEST_CASE("what an operator was told is done outlasts a kill, and what was taken back does not come back", "[faults][F12]") {
    TemporaryFolder const folder(quick_folder());
    std::vector<std::string> const lines{"delay 5m", "undo", "announce Coffee", "clear all", "cancel Lunch", "undo", "hold", "clear all"};
    constexpr std::size_t steps = 40;
    std::vector<std::string> texts;  // of the memory after each step
    {
        TemporaryFolder const elsewhere(quick_folder());
        KeptDesk desk(elsewhere.path);
        texts.push_back(to_text(desk.overrides()));
        for (std::size_t i = 0; i < steps; ++i) {
            REQUIRE(desk.tell(lines[i % lines.size()]).is_done);
            texts.push_back(to_text(desk.overrides()));
        }
    }
    SharedWithChild const told;
    std::mt19937 random(2);
    int half_way = 0, losses = 0, given = 0;
    for (int round = 0; round < rounds; ++round) {
        fs::remove(KeptDesk::memory_in(folder.path));
        told->confirmed = 0;
        run_and_kill(told, random, [&] {
            KeptDesk desk(folder.path);
            told->has_begun = true;
            for (std::size_t i = 0; i < steps; ++i) {
                desk.tell(lines[i % lines.size()]);
                ++told->confirmed;
            }
        });
        half_way += holds_unfinished(folder.path) ? 1 : 0;
        KeptDesk const desk(folder.path);
        auto const confirmed = static_cast<std::size_t>(told->confirmed);
        given += told->confirmed;
        auto const found = to_text(desk.overrides());
        bool const is_one_of_them = found == texts[confirmed] || found == texts[std::min(confirmed + 1, steps)];
        if (!desk.said.empty() || !is_one_of_them) ++losses;
    }
    fmt::print("killed amid commands: {} times, {} of them half way, {} commands; losses: {}\n", rounds, half_way, given, losses);
    CHECK(losses == 0);
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) <= 2);
}
