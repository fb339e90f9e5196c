#include "run/errands.hpp"

#include <atomic>
#include <chrono>
#include <vector>

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("errands are done in order, all of them, while others go on", "[run]") {
    std::vector<int> done;
    std::atomic<bool> may_begin = false;
    {
        Errands errands;
        errands.run([&] {
            while (!may_begin) std::this_thread::yield();
        });
        for (int i = 0; i < 100; ++i) errands.run([&done, i] { done.push_back(i); });
        may_begin = true;  // run() did not wait for it
    }
    REQUIRE(done.size() == 100);
    for (int i = 0; i < 100; ++i) CHECK(done[static_cast<std::size_t>(i)] == i);
}
