// When to ask a source again: often enough to be right, seldom enough to be welcome.
#pragma once

#include <chrono>
#include <optional>

#include "time/instant.hpp"

namespace kiosk {

/// On the monotonic clock: setting the machine's clock must cause no storm of fetches, and no silence.
using MonotonicTime = std::chrono::time_point<std::chrono::steady_clock, milliseconds>;

struct RefreshTimes {
    milliseconds interval = seconds{60};          ///< between good fetches; under 10 s counts as 10 s
    milliseconds first_retry = seconds{5};        ///< after one failure; doubles with each further one
    milliseconds longest_retry = minutes{5};      ///< where the doubling ends
    milliseconds longest_retry_after = hours{1};  ///< of what a server asks for
    milliseconds full_fetch = hours{1};           ///< after which a "not changed" is no longer believed
};

/// When one source is to be fetched next. `random`, 0 to 1, is different for each call and machine, so
/// that twenty displays that start together do not ask together.
class RefreshPolicy {
public:
    /// The first fetch is due at once.
    explicit RefreshPolicy(RefreshTimes times, MonotonicTime now);

    /// A fetch went well: the next comes after the interval; after the first one up to half of it earlier. `is_full`: the
    /// server sent the bytes; false: it said that they have not changed.
    void succeeded(MonotonicTime now, double random, bool is_full);
    /// A fetch failed: the next comes after 5 s, 10 s, 20 s … 5 min, a fifth more or less, but not before
    /// the server wants it. Source of `retry_after`: RFC 9110 §10.2.3.
    void failed(MonotonicTime now, double random, std::optional<seconds> retry_after = {});
    /// Somebody asks for it (the network came back, the operator wants it): due now, unless the server
    /// asked to be left alone.
    void hurry(MonotonicTime now);

    MonotonicTime next() const { return next_; }
    int failures() const { return failures_; }  ///< in a row
    /// Should the next fetch ask for the bytes, whether they have changed or not? A server whose ETag
    /// never changes would otherwise keep an old schedule on the screen.
    bool wants_full(MonotonicTime now) const;

private:
    RefreshTimes times_;
    MonotonicTime next_, not_before_;
    std::optional<MonotonicTime> last_full_;
    int failures_ = 0;
    bool has_succeeded_ = false;
};

}  // namespace kiosk
