#include "run/wait.hpp"

#include <ctime>
#include <thread>

#include "run/fake_order.hpp"
#include "run/stats.hpp"

using namespace kiosk;

namespace {
milliseconds measured(Wait& wait, milliseconds longest) {
    auto const begin = std::chrono::steady_clock::now();
    wait.sleep(longest);
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin);
}
}  // namespace

TEST_CASE("a sleep lasts as long as it is told to and costs nothing", "[run]") {
    Events const events;
    Wait wait;
    auto const before = read_process_stats().cpu_ms;
    CHECK(measured(wait, milliseconds{300}) >= milliseconds{299});
    CHECK(read_process_stats().cpu_ms - before <= 5);
    CHECK(measured(wait, milliseconds{0}) < milliseconds{50});
    CHECK(measured(wait, milliseconds{-5}) < milliseconds{50});
}

TEST_CASE("a waiting event and another thread end a sleep", "[run]") {
    Events const events;
    Wait wait;
    Events::key(SDLK_a);
    CHECK(measured(wait, seconds{10}) < seconds{5});
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    std::jthread const waker([&] { wait.wake(); });
    CHECK(measured(wait, seconds{10}) < seconds{5});
    CHECK_FALSE(wait.is_stopped());
}
