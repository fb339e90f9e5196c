// A display that follows a page on a server, put together as cli/show.cpp does it, at times that the test says.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "faults/fault_server.hpp"
#include "io/web_sources.hpp"
#include "run/live_display.hpp"
#include "support/fixed_metrics.hpp"
#include "support/temporary_folder.hpp"

namespace kiosk {

/// What an event has that the page does not say.
struct LivingEvent {
    std::string zone = "UTC";
    std::string tables = {};  ///< of the event file, more
};

class LivingDay {
public:
    LivingDay(std::string page, LivingEvent const& event);
    ~LivingDay();

    FaultServer server;
    TemporaryFolder folder;
    std::atomic<bool> is_clock_vouched_for = true;
    seconds clock_is_ahead{0};  ///< of what it would show had nobody set it since the start; for the test's thread

    /// The display is switched on at `t`, and waits for what the server says, or for its refusal.
    void start(Instant t);
    void stop();

    /// The page as it is from now on; the display is told to look, and has looked when this returns.
    void serve(std::string page, Instant t);
    /// Looks at the server now. Returns when the fetch is over, and what it brought is judged.
    void look(Instant t);
    /// Asks the sources, and waits for nothing.
    void hurry() { web_->hurry(); }

    Shown at(Instant t, Size size = {1280, 720});
    std::string words_at(Instant t);  ///< everything that stands on the screen, in drawing order
    Reply tell(std::string const& line, Instant t);
    std::vector<SourceState> sources() const { return display_->sources(); }
    std::vector<WebState> web() const { return web_->states(); }
    bool has_news() const { return display_->has_news(); }
    std::vector<std::string> said() const;  ///< to the log, since the start

private:
    std::string event() const { return (folder.path / "event.toml").string(); }
    Snapshot load(ReadUrl read_url) const;
    void say(std::string const& line);

    FixedMetrics metrics_;
    std::atomic<Instant::rep> now_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> said_;
    std::optional<StateFolder> state_;
    std::optional<GoodCopies> copies_;
    std::unique_ptr<WebSources> web_;
    std::unique_ptr<LiveDisplay> display_;
    std::unique_ptr<Loader> loader_;
    std::atomic<Loader*> listener_ = nullptr;
};

}  // namespace kiosk
