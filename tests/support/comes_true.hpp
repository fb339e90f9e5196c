// Waiting for what other threads do.
#pragma once

#include <chrono>
#include <thread>

namespace kiosk {

/// Waits as long as a busy machine may take: a minute. Returns whether `condition` has come true.
template <class Condition>
bool comes_true(Condition const& condition) {
    using namespace std::chrono_literals;
    auto const end = std::chrono::steady_clock::now() + 1min;
    while (!condition() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(2ms);
    return condition();
}

}  // namespace kiosk
