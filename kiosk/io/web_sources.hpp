// The event's sources on the web: fetched again and again, each on a thread of its own.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "io/fetch.hpp"
#include "io/good_copies.hpp"
#include "io/refresh_policy.hpp"
#include "io/write_budget.hpp"

namespace kiosk {

bool is_web_address(std::string_view text);  ///< http or https

/// For all sources together; with the photos and an hourly note for each it stays below 10 MB a day. Source: SD cards
/// wear, and a page that prints its date is another one with each fetch.
inline constexpr WriteLimit source_writes{3'000'000, 3'000'000};

/// How one of them stands.
struct WebState {
    std::string url;               ///< masked
    std::optional<Instant> known;  ///< when its bytes were last known to be right; empty: there are none
    std::string trouble;           ///< why the last fetch failed, or what it brought was not used; empty: neither
    long long fetches = 0;         ///< that are over, and told
};

/// What the sources tell the rest of the program, each on one of their threads.
struct WebCalls {
    std::function<void()> on_change = {};              ///< other bytes have come
    std::function<void(std::string const&)> say = {};  ///< a line for the log: a source is in trouble, or no longer; a copy is
    std::function<Instant()> now = {};                 ///< with what copies are stamped; none: the machine's clock
};

class WebSources {
public:
    struct Wanted {
        std::string url;
        seconds refresh{60};
    };
    /// Starts with the last good copies, and fetches at once. `copies` outlives this and is used by nobody else
    /// meanwhile. `how`: with which limits; the validators are the sources' own. Empty `wanted`: nothing happens.
    WebSources(std::vector<Wanted> const& wanted, GoodCopies& copies, WebCalls calls, FetchOptions how = {});
    ~WebSources();
    WebSources(WebSources const&) = delete;
    WebSources& operator=(WebSources const&) = delete;

    /// The bytes to read now. Errors: `source-unreachable` if there never were any. For any thread.
    Outcome<SourceText> read(std::string const& url) const;
    /// When the newest of the copies with which this started came, if there is one of a time before. For marking what a
    /// restarted display would else not know. Empty: nothing is known.
    std::optional<Instant> changed_at() const { return changed_at_; }
    /// What `url` said before that; of a source that said nothing else before, as read(). For any thread.
    Outcome<SourceText> read_before(std::string const& url) const;

    /// What was read is good, and is kept over a restart; or it is not, and read() goes back to what was good
    /// before. What came since then is another matter: it will be read. Where a server says something else each time, it is kept as often as `source_writes` allows, and when this
    /// stops. For any thread.
    void judge(bool is_good);
    /// Fetches all of them now. For any thread.
    void hurry();
    /// Fetches no more, and keeps what is not kept yet; when this returns, nothing is called again. What was read stays.
    void stop();

    std::vector<WebState> states() const;
    /// By how much the clock of a server that proved who it is (https) goes before `now`, as the latest answer of the
    /// last six hours has it, and the monotonic clock since. Empty: there is none. For any thread.
    std::optional<seconds> server_ahead(Instant now) const;

private:
    struct Source;
    void say(std::vector<Problem> const& problems) const;
    enum class Keep { if_it_may_be_written, now };
    void keep(Source& source, Keep how = Keep::if_it_may_be_written);
    Instant wall_clock() const;

    std::vector<std::unique_ptr<Source>> sources_;
    GoodCopies& copies_;
    WebCalls calls_;
    FetchOptions how_;
    bool is_pruned_ = false;
    std::map<std::string, std::string> before_;  // bytes by URL, of the copies before
    std::optional<Instant> changed_at_;
    struct ServerTime {
        Instant said{};
        MonotonicTime heard{};
    };
    std::mutex copies_mutex_;   // first; a slow disk holds up nobody who only reads
    mutable std::mutex mutex_;  // of what the sources share
    std::optional<ServerTime> server_time_;
};

/// For a command that looks once: what `url` says now, or, with a warning, what it said last time.
Outcome<SourceText> read_web_address(std::string const& url, GoodCopies& copies);

}  // namespace kiosk
