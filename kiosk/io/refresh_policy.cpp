#include "io/refresh_policy.hpp"

#include <algorithm>
#include <utility>

namespace kiosk {
namespace {

constexpr milliseconds shortest_interval = seconds{10};
constexpr double retry_jitter = 0.2, first_spread = 0.5;

milliseconds scaled(milliseconds length, double factor) {
    return milliseconds{static_cast<long long>(static_cast<double>(length.count()) * factor)};
}

}  // namespace

RefreshPolicy::RefreshPolicy(RefreshTimes times, MonotonicTime now)
    : times_(times), next_(now), not_before_(now) {
    times_.interval = std::max(times_.interval, shortest_interval);
}

void RefreshPolicy::succeeded(MonotonicTime now, double random, bool is_full) {
    failures_ = 0;
    not_before_ = now;
    if (is_full) last_full_ = now;
    // The first interval is shorter by chance, and all others are not: what a page says now is known within the interval.
    bool const is_first = !std::exchange(has_succeeded_, true);
    next_ = now + scaled(times_.interval, is_first ? 1 - first_spread * std::clamp(random, 0.0, 1.0) : 1);
}

void RefreshPolicy::failed(MonotonicTime now, double random, std::optional<seconds> retry_after) {
    constexpr int most_doublings = 30;  // past any sensible longest_retry; the shift stays in range
    auto const grown = times_.first_retry * (1LL << std::min(failures_, most_doublings));
    ++failures_;
    auto const wait = std::min<milliseconds>(grown, times_.longest_retry);
    next_ = now + scaled(wait, 1 + retry_jitter * (2 * std::clamp(random, 0.0, 1.0) - 1));
    not_before_ = now;
    if (!retry_after) return;
    not_before_ = now + std::clamp<milliseconds>(*retry_after, milliseconds{0}, times_.longest_retry_after);
    next_ = std::max(next_, not_before_);
}

void RefreshPolicy::hurry(MonotonicTime now) { next_ = std::min(next_, std::max(now, not_before_)); }

bool RefreshPolicy::wants_full(MonotonicTime now) const {
    return !last_full_ || now - *last_full_ >= times_.full_fetch;
}

}  // namespace kiosk
