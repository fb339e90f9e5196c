// How often the log hears of something that works or does not.
#pragma once

#include <deque>

#include "io/refresh_policy.hpp"

namespace kiosk {

/// One line when the state changes, one an hour while the trouble lasts, and no more than six an hour whatever happens.
/// Source: RELIABILITY.md section 2 and row E15.
class StateLines {
public:
    /// Is the state as it is now worth a line? If so, it counts as said.
    bool is_news(bool is_trouble, MonotonicTime now);

private:
    bool is_trouble_ = false;  // as it was said last
    std::deque<MonotonicTime> said_;
};

}  // namespace kiosk
