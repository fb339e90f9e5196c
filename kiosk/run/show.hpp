// The loop: one look at the clock, a picture on each screen, one sleep.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/service_manager.hpp"
#include "present/screen.hpp"
#include "run/hang_watch.hpp"
#include "run/layers.hpp"
#include "run/motion.hpp"
#include "run/rehearsal_keys.hpp"
#include "run/running_order.hpp"
#include "run/stats.hpp"
#include "run/wait.hpp"
#include "time/clock.hpp"

union SDL_Event;

namespace kiosk {

struct ShowOptions {
    std::optional<long long> frames = {};             ///< end after so many presented frames
    std::optional<std::filesystem::path> stats = {};  ///< rewritten once a second
    std::filesystem::path screenshot_folder = ".";
    milliseconds photos_wait{300};                     ///< how long the first frame waits for its photos
    std::function<void(std::string const&)> say = {};  ///< a line for stderr
    ServiceManager* manager = nullptr;                 ///< hears of frames; outlives the show; null: nobody does
    HangWatch* hang_watch = nullptr;                   ///< hears of turns; outlives the show; null: nobody does
    std::function<void()> on_hangup = {};              ///< called for SIGHUP, in the loop; empty: that ends the program
    std::shared_ptr<Wait> wait = nullptr;              ///< shared by shows that run together; null: one of its own
};

/// Why the show ended. A lost screen is exit code 3: whoever started us starts us again.
enum class ShowEnd { told_to, frames_presented, screen_lost };

class Show {
public:
    /// A real show. Everything given outlives it.
    Show(Screen& screen, Painter& painter, RunningOrder& order, Clock const& clock, ShowOptions options);
    /// A rehearsal: `clock` runs beside `real` and obeys the keys. `rate`: as the clock has it.
    Show(Screen& screen, Painter& painter, RunningOrder& order, RehearsalClock& clock, Clock const& real, ShowOptions options);

    /// Until Esc, Q, SIGTERM, SIGINT, the window's end, or the options' number of frames.
    ShowEnd run() { return run_together({this}); }
    /// Several screens in one loop, until the first of them ends. They share one Wait. Range: one at least.
    static ShowEnd run_together(std::vector<Show*> const& shows);

    /// Forget the last answer and ask again: the schedule has changed. For the loop's own thread.
    void ask_again() { is_stale_ = true; }
    /// The loop's sleep, for other threads to end.
    Wait const& wait() const { return *wait_; }
    long long frames() const { return stats_.frames; }
    /// Empty: nothing yet. For the loop's own thread.
    std::optional<PresentedFrames> presented() const;

private:
    using Monotonic = std::chrono::steady_clock;

    static milliseconds turn_all(std::vector<Show*> const& shows);
    static void take_events(std::vector<Show*> const& shows);
    void turn();
    void follow_canvas();
    static void poll_events(std::vector<Show*> const& shows);
    bool handle(SDL_Event const& event);
    /// Whoever started it would start it again: then neither a key nor a closed window ends it. Source: RELIABILITY.md, row G9.
    bool is_supervised() const { return options_.manager && options_.manager->is_there(); }
    void repaint();
    void handle_key(SDL_Event const& event);
    void save_screenshot(std::filesystem::path path);
    void ask(Instant now);
    void take(Shown shown);
    std::vector<Rect> paint_photos();
    std::vector<Rect> paint_first(Frame const& frame);
    void look_ahead(Instant now);
    void present(std::vector<Rect> const& changed);
    void begin_fade(Frame const& before, Frame const& now);
    void step_fade();
    void finish_fade();
    void begin_motion(LevelMotion const& motion);
    void step_motion();
    void finish_motion();
    void count_frame(Presented presented);
    void report_stats(Instant now);
    void tell_manager();
    milliseconds time_to_sleep(Instant now) const;
    bool is_fading() const { return fade_begin_.has_value(); }
    bool is_moving() const { return motion_.has_value(); }

    Screen& screen_;
    Painter& painter_;
    RunningOrder& order_;
    Clock const& clock_;
    RehearsalClock* rehearsal_clock_ = nullptr;
    Clock const* real_clock_ = nullptr;
    ShowOptions options_;
    Layers layers_;
    std::shared_ptr<Wait> wait_;
    Rehearsal rehearsal_;

    std::optional<Shown> shown_;
    Instant asked_at_{};  // when the answer was given, to see time run backwards
    bool is_stale_ = false;
    bool looks_ahead_ = false;  // the next slide is not known yet
    std::optional<Monotonic::time_point> fade_begin_, last_fade_frame_;
    int fade_frames_ = 0;  // of the fade that is on
    FadeJudge fade_judge_;
    struct Motion {
        LevelMotion level;
        Monotonic::time_point begin;
        Rect filled;  // as it is shown
    };
    std::optional<Motion> motion_;
    Monotonic::time_point last_ask_{}, next_stats_{}, last_frame_{};
    ShowStats stats_;
    std::string stats_trouble_;  // why the last report could not be written
    std::optional<ShowEnd> end_;
};

}  // namespace kiosk
