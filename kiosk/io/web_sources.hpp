// The event's sources on the web: fetched again and again, each on a thread of its own.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "io/good_copies.hpp"
#include "io/refresh_policy.hpp"

namespace kiosk {

bool is_web_address(std::string_view text);  ///< http or https

/// How one of them stands.
struct WebState {
    std::string url;               ///< masked
    std::optional<Instant> known;  ///< when its bytes were last known to be right; empty: there are none
    std::string trouble;           ///< why the last fetch failed; empty: it did not
};

class WebSources {
public:
    struct Wanted {
        std::string url;
        seconds refresh{60};
    };
    /// Starts with the last good copies, and fetches at once. `copies` outlives this and is used by nobody else
    /// meanwhile. `on_change`: other bytes have come; on one of the threads. `say`: what is wrong with the copies; here
    /// and in judge(). Empty `wanted`: nothing happens.
    WebSources(std::vector<Wanted> const& wanted, GoodCopies& copies, std::function<void()> on_change,
               std::function<void(Problem const&)> say = {});
    ~WebSources();
    WebSources(WebSources const&) = delete;
    WebSources& operator=(WebSources const&) = delete;

    /// The bytes to read now. Errors: `source-unreachable` if there never were any. For any thread.
    Outcome<SourceText> read(std::string const& url) const;
    /// What was read is good, and is kept over a restart; or it is not, and read() goes back to what was good
    /// before. For any thread.
    void judge(bool is_good);
    /// Fetches all of them now. For any thread.
    void hurry();
    /// Fetches no more; when this returns, on_change is not called again. What was read stays.
    void stop();

    std::vector<WebState> states() const;

private:
    struct Source;
    void say(std::vector<Problem> const& problems) const;

    std::vector<std::unique_ptr<Source>> sources_;
    GoodCopies& copies_;
    std::function<void()> on_change_;
    std::function<void(Problem const&)> say_;
    bool is_pruned_ = false;
    std::mutex copies_mutex_;   // first; a slow disk holds up nobody who only reads
    mutable std::mutex mutex_;  // of what the sources share
};

/// For a command that looks once: what `url` says now, or, with a warning, what it said last time.
Outcome<SourceText> read_web_address(std::string const& url, GoodCopies& copies);

}  // namespace kiosk
