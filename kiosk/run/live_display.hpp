// The display of a living day: a schedule that changes, an operator's commands, a clock that may be wrong.
#pragma once

#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "command/adjusted.hpp"
#include "io/web_sources.hpp"
#include "run/clock_steps.hpp"
#include "run/command_file_watch.hpp"
#include "run/display.hpp"
#include "run/errands.hpp"
#include "run/loader.hpp"
#include "run/operator_desk.hpp"

namespace kiosk {

/// What a live display asks of the rest of the program.
struct LiveCalls {
    std::function<void(Snapshot const&)> adopt = {};      ///< its photos are about to be drawn; on the loop's thread
    std::function<ClockEvidence()> clock = {};            ///< none: somebody vouches for it
    std::function<MonotonicTime()> monotonic = {};        ///< beside it, to see that it is set; none: it never is
    std::function<void(std::string const&)> say = {};     ///< a line for the log; for any thread
    std::function<std::vector<WebState>()> web = {};      ///< how the sources on the web stand
    std::function<void()> fetch_now = {};                 ///< the operator wants what they say now; for any thread
    std::function<std::string()> machine = {};            ///< lines of the status about the machine; on a thread that may wait for a disk
    std::function<std::string()> screen = {};             ///< the monitor and its mode; on the loop's thread; empty: not known
    std::function<std::optional<PresentedFrames>()> frames = {};  ///< on the loop's thread; empty: no frame yet
    std::function<void()> wake = {};                      ///< the loop should look at has_news()
    std::filesystem::path memory = {};                    ///< for commands; empty: none is kept
    WatchOptions watching = {};                           ///< of the file of commands
};

/// Everything but post() and has_news() is for the loop's thread.
class LiveDisplay final : public RunningOrder {
public:
    LiveDisplay(std::shared_ptr<Snapshot const> first, Metrics const& metrics, LiveCalls calls);
    ~LiveDisplay() override;

    /// From now on what `loader` brings is shown. It must outlive this display.
    void follow(Loader& loader) { loader_ = &loader; }

    Shown shown_at(Instant t, Size size, Rehearsal const* rehearsal) override;
    void look_again() override { display_->look_again(); }
    std::optional<Frame> slide_after(Instant t, Size size) const override;
    std::optional<Instant> change_after(Instant t) const override { return display_->change_after(t); }
    std::optional<Instant> change_before(Instant t) const override { return display_->change_before(t); }
    Timing const& timing() const override { return base_->settings.timing; }
    std::vector<SourceState> sources() const override;
    bool has_news() const override;
    ClockJudgement clock() const override { return clock_; }
    void press(std::string_view name) override;
    std::optional<std::string> take_screenshot_request() override;

    /// A command line from another thread. The answer comes when the loop has carried it out.
    std::future<Reply> post(std::string line, std::string way_in);

private:
    struct Posted {
        std::string line, way_in;
        std::promise<Reply> reply;
    };
    void fetch_now();
    void take_news(Instant t);
    void carry_out_posted(Instant t);
    void watch_command_file();
    void follow_command_file(Instant t, bool is_rehearsal);
    void follow_clock(Instant t);
    void rebuild(Instant t);
    std::optional<Instant> stale_since(Instant t) const;
    Reply ask_for_screenshot(std::string const& file);
    void give_status(std::function<void(std::string)> const& answer);
    std::string status() const;
    std::string explanation() const;
    void say(std::string const& line) const;
    void say_once(std::string const& line);

    LiveCalls calls_;
    Metrics const& metrics_;
    Loader* loader_ = nullptr;
    std::shared_ptr<Snapshot const> base_;  // as the sources say, with what changed
    Adjusted adjusted_;
    std::unique_ptr<Snapshot const> shown_;  // with the operator's commands
    std::unique_ptr<Display> display_;
    std::unique_ptr<OperatorDesk> desk_;
    std::unique_ptr<CommandFileWatch> command_file_;  // none: the event file names none
    std::vector<FileCommand> file_lines_;             // as they stand in it
    bool has_read_file_ = false;                      // of commands; then a change of it is news
    ClockJudgement clock_{true, "vouched for"};
    ClockSteps steps_;
    Instant rebuilt_at_ = beginning_of_time;
    bool is_stale_ = true;
    std::set<std::string> said_;  // problems of commands; when it is full, it begins anew
    std::optional<std::string> screenshot_;
    Instant last_t_{};
    std::string last_slide_;
    DisplayState last_state_;
    std::vector<std::string> last_sessions_;

    mutable std::mutex mutex_;
    std::deque<Posted> posted_;
    Errands errands_;  // last, with the next one: what is done aside uses the others
    Errands looks_;    // at the machine: a status is answered while a disk that hangs holds up what is to be kept
};

}  // namespace kiosk
