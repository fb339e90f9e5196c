#include "io/write_budget.hpp"

#include <algorithm>

namespace kiosk {

std::uintmax_t WriteBudget::cost_of(std::uintmax_t bytes) {
    constexpr std::uintmax_t block = 4096, beside = 4;
    return ((bytes + block - 1) / block + beside) * block;
}

bool WriteBudget::allows(Instant t) {
    constexpr milliseconds day = hours{24};
    auto const passed = is_begun_ ? std::clamp<milliseconds>(t - filled_, milliseconds{0}, day) : milliseconds{0};
    // What comes in less time than gives a byte must not be lost, however often one asks.
    auto const more = static_cast<std::intmax_t>(limit_.a_day) * passed.count() / day.count();
    if (more > 0 || !is_begun_ || t < filled_) filled_ = t;
    is_begun_ = true;
    left_ = std::min(left_ + more, static_cast<std::intmax_t>(limit_.at_once));
    return left_ > 0;
}

}  // namespace kiosk
