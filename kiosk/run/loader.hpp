// Reads the event again when its files change, on a thread of its own: no frame waits for it.
#pragma once

#include <condition_variable>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "io/event_loader.hpp"
#include "io/watch.hpp"
#include "io/web_sources.hpp"

namespace kiosk {

/// `fresh` with what is other than in `before` marked, in both languages, as known since `t` (schedule/differences.hpp).
Snapshot with_changes_marked(Snapshot fresh, Snapshot const& before, Instant t);

/// The event as a display shows it first. What a source changed within a day before a restart is marked as it was then.
/// `load`: reads the event, addresses by what it is given.
Snapshot load_at_start(std::function<Snapshot(ReadUrl const&)> const& load, WebSources const& web, Instant now);

/// What the loader calls. Both are called on its thread.
struct LoaderCalls {
    std::function<Snapshot()> load;                     ///< the event as it is now
    /// Before load(): why it must not be called; empty: it may. Told to stop, it may give up.
    std::function<std::string(std::stop_token const&)> trial = {};
    std::function<void(std::string const&)> say = {};   ///< a line for stderr
    std::function<void()> wake = {};                    ///< there is something to take
    std::function<void(bool is_good)> judged = {};      ///< what load() gave is shown from now on, or not
};

/// How long an event that has lost most of its sessions, but not all, must say so before it is believed: for so many
/// readings of the same, and so long. Source: RELIABILITY.md, row E18.
struct LossPatience {
    int readings = 3;
    milliseconds time = minutes{2};
};

class Loader {
public:
    /// `event`: as load() reads it; `first`: what is shown already.
    /// `between_reloads`: from the beginning of one to that of the next, however many are asked for; source: RELIABILITY.md, row I9.
    Loader(std::string event, std::shared_ptr<Snapshot const> first, LoaderCalls calls, WatchOptions watching = {},
           LossPatience patience = {}, milliseconds between_reloads = seconds{10});
    ~Loader();
    Loader(Loader const&) = delete;
    Loader& operator=(Loader const&) = delete;

    /// The newest snapshot that nobody took yet; null: there is none. One that is broken, empty or has lost
    /// most of its sessions is none, until patience is over: the last good one counts. For any thread.
    std::shared_ptr<Snapshot const> take();
    bool has_news() const;
    /// Loads, and takes whatever comes: somebody looked at it and wants it. At once, or when the last one is long enough
    /// ago. For any thread.
    void reload();
    /// Loads now, and takes it if it is good: a source has other bytes. For any thread.
    void look_again();
    /// Why the last reading was not taken; empty: it was.
    std::string trouble() const;
    /// A reading is wanted, or under way. For any thread.
    bool is_busy() const;

private:
    using Monotonic = std::chrono::steady_clock;
    enum class Wanted { if_it_is_good, anyway };
    void run();
    /// Sleeps until there is something to load; empty: it is the end.
    std::optional<Wanted> next();
    void consider(Snapshot fresh, Wanted wanted);
    void refuse(std::string const& why);
    bool is_news(std::string const& trouble);
    bool is_believed_by_now(Schedule const& fresh);
    void watch(Snapshot const& snapshot);

    std::string event_;
    LoaderCalls calls_;
    WatchOptions watching_;
    LossPatience patience_;
    milliseconds between_reloads_;
    mutable std::mutex mutex_;
    std::condition_variable bell_;
    bool wants_look_ = false, wants_reload_ = false;
    Monotonic::time_point next_reload_{};  // not before
    bool ends_ = false, is_reading_ = false;
    std::stop_source stop_;
    std::shared_ptr<Snapshot const> good_, news_;
    std::string trouble_;
    struct Refused {
        std::vector<std::pair<std::string, Instant>> sessions;
        int readings = 0;
        Monotonic::time_point since{};
    };
    Refused refused_;  // of its thread, as are the following
    std::vector<std::filesystem::path> files_;
    std::unique_ptr<FileWatch> watch_;
    std::thread thread_;
};

}  // namespace kiosk
