// What the machine's clocks say, for what is fetched and kept.
#pragma once

#include "io/refresh_policy.hpp"
#include "time/instant.hpp"

namespace kiosk {

inline Instant machine_clock() { return std::chrono::floor<milliseconds>(std::chrono::system_clock::now()); }
inline MonotonicTime monotonic() { return std::chrono::floor<milliseconds>(std::chrono::steady_clock::now()); }

}  // namespace kiosk
