#include "run/hang_watch.hpp"

#include <future>

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("a turn that does not come to its end is noticed from another thread, once", "[run]") {
    std::promise<void> noticed;
    std::atomic<int> calls = 0;
    HangWatch watch(milliseconds{20}, [&] {
        if (++calls == 1) noticed.set_value();
    });
    HangWatch::Turn const turn(&watch);
    CHECK(noticed.get_future().wait_for(seconds{20}) == std::future_status::ready);
    CHECK(calls == 1);
}

TEST_CASE("turns that end are not noticed, however many there are, and neither is a long rest", "[run]") {
    std::atomic<int> calls = 0;
    {
        HangWatch watch(milliseconds{500}, [&] { ++calls; });
        for (int i = 0; i < 2000; ++i) HangWatch::Turn const turn(&watch);
        std::this_thread::sleep_for(milliseconds{1500});
    }
    CHECK(calls == 0);
}

TEST_CASE("without a watch a turn is just a turn", "[run]") { HangWatch::Turn const turn(nullptr); }
