// Reads the event again when its files change, on a thread of its own: no frame waits for it.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "io/event_loader.hpp"
#include "io/watch.hpp"

namespace kiosk {

/// What the loader calls. Both are called on its thread.
struct LoaderCalls {
    std::function<Snapshot()> load;                     ///< the event as it is now
    std::function<void(std::string const&)> say = {};   ///< a line for stderr
    std::function<void()> wake = {};                    ///< there is something to take
};

class Loader {
public:
    /// `event`: as load() reads it; `first`: what is shown already.
    Loader(std::string event, std::shared_ptr<Snapshot const> first, LoaderCalls calls, WatchOptions watching = {});
    ~Loader();
    Loader(Loader const&) = delete;
    Loader& operator=(Loader const&) = delete;

    /// The newest snapshot that nobody took yet; null: there is none. One that is broken, empty or has lost
    /// most of its sessions is none: the last good one counts (RELIABILITY.md, row E18). For any thread.
    std::shared_ptr<Snapshot const> take();
    bool has_news() const;
    /// Loads now, and takes whatever comes: somebody looked at it and wants it. For any thread.
    void reload();
    /// Why the last reading was not taken; empty: it was.
    std::string trouble() const;

private:
    enum class Wanted { nothing, if_it_is_good, anyway };
    void run();
    void ask(Wanted wanted);
    void consider(Snapshot fresh, Wanted wanted);
    void watch(Snapshot const& snapshot);

    std::string event_;
    LoaderCalls calls_;
    WatchOptions watching_;
    mutable std::mutex mutex_;
    std::condition_variable bell_;
    Wanted wanted_ = Wanted::nothing;
    bool ends_ = false;
    std::shared_ptr<Snapshot const> good_, news_;
    std::string trouble_;
    std::vector<std::filesystem::path> files_;
    std::unique_ptr<FileWatch> watch_;
    std::thread thread_;
};

}  // namespace kiosk
