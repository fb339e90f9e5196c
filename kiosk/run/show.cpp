#include "run/show.hpp"

#include <algorithm>

#include <malloc.h>

#include "io/files.hpp"
#include "layout/level.hpp"
#include "paint/png.hpp"

namespace kiosk {
namespace {

constexpr milliseconds frame_time{16};     // between frames of a fade where the screen keeps no time
constexpr milliseconds stats_period{1000};
constexpr int rise_of_1080 = 24;           // DISPLAY.md section 6, in units of a 1080 pixel side

int rise_px(Size size) { return rise_of_1080 * std::min(size.width, size.height) / 1080; }

}  // namespace

Show::Show(Screen& screen, Painter& painter, RunningOrder& order, Clock const& clock, ShowOptions options)
    : screen_(screen), painter_(painter), order_(order), clock_(clock), options_(std::move(options)), layers_(painter),
      wait_(options_.wait ? options_.wait : std::make_shared<Wait>()) {
    wait_->watch(screen_.news_descriptor());
    if (options_.stats) remove_unfinished(*options_.stats);
    if (options_.on_hangup) wait_->heed_hangups();
}

Show::Show(Screen& screen, Painter& painter, RunningOrder& order, RehearsalClock& clock, Clock const& real, ShowOptions options)
    : Show(screen, painter, order, static_cast<Clock const&>(clock), std::move(options)) {
    rehearsal_clock_ = &clock;
    real_clock_ = &real;
    rehearsal_.rate = clock.rate();
}

ShowEnd Show::run_together(std::vector<Show*> const& shows) {
    auto& wait = *shows.front()->wait_;
    auto const ended = [&] { return std::find_if(shows.begin(), shows.end(), [](Show const* show) { return show->end_.has_value(); }); };
    for (auto* const show : shows) show->end_.reset();
    auto rest = milliseconds{0};  // what comes first is the picture, not what a window has to say
    for (bool is_first = true; ended() == shows.end(); is_first = false) {
        if (!is_first) wait.sleep(rest);
        HangWatch::Turn const watched(shows.front()->options_.hang_watch);
        if (!is_first) take_events(shows);
        if (wait.take_hangup())
            for (auto* const show : shows)
                if (show->options_.on_hangup) show->options_.on_hangup();
        if (wait.is_stopped()) shows.front()->end_ = ShowEnd::told_to;
        if (ended() == shows.end()) rest = turn_all(shows);
    }
    for (auto* const show : shows)
        if (show->options_.manager) show->options_.manager->stopping();
    return *(*ended())->end_;
}

/// Returns how long to rest.
milliseconds Show::turn_all(std::vector<Show*> const& shows) {
    auto rest = milliseconds::max();
    for (auto* const show : shows) {
        show->turn();
        rest = std::min(rest, show->time_to_sleep(show->clock_.now()));
    }
    return rest;
}

/// Another size, or a monitor that is back, is painted and presented at once.
void Show::take_events(std::vector<Show*> const& shows) {
    poll_events(shows);
    for (auto* const show : shows)
        if (show->screen_.take_news() == ScreenNews::repaint) show->repaint();
}

void Show::turn() {
    auto const now = clock_.now();
    follow_canvas();
    if (auto const photos = paint_photos(); shown_ && !is_fading()) present(photos);
    if (is_stale_ || !shown_ || now >= shown_->until || now < asked_at_ || order_.has_news()) ask(now);
    if (is_moving() && !end_) step_motion();
    if (is_fading() && !end_) step_fade();
    if (looks_ahead_ && !is_fading() && !is_moving() && !end_) look_ahead(now);
    report_stats(now);
    tell_manager();
}

/// After events of SDL's the screen may have other memory; what was painted, and a fade on the way, is gone with the old one.
void Show::follow_canvas() {
    auto* const canvas = screen_.canvas();
    if (canvas == layers_.lent()) return;
    if (is_fading()) screen_.end_fade();
    fade_begin_.reset();
    motion_.reset();
    layers_.lend(canvas);
    is_stale_ = shown_.has_value();
}

/// A present that hangs never gets here, and one that failed has ended the show: who hears of it knows that there is a picture.
void Show::tell_manager() {
    if (!options_.manager || end_ || stats_.frames == 0) return;
    options_.manager->ready();
    options_.manager->status(shown_->slide);
    options_.manager->alive(std::chrono::floor<milliseconds>(Monotonic::now()));
    stats_.watchdog_pings = options_.manager->pings();
}

void Show::ask(Instant now) {
    looks_ahead_ = looks_ahead_ || is_stale_ || order_.has_news();  // other photos, perhaps
    if (is_stale_) order_.look_again();
    is_stale_ = false;
    asked_at_ = now;
    last_ask_ = Monotonic::now();
    if (shown_ && now > shown_->until && !rehearsal_clock_)
        stats_.longest_gap = std::max(stats_.longest_gap, now - shown_->until);
    take(order_.shown_at(now, screen_.size(), rehearsal_clock_ ? &rehearsal_ : nullptr));
    if (auto const file = order_.take_screenshot_request()) save_screenshot(*file);
}

/// What a worker has decoded meanwhile. Returns the areas that changed.
std::vector<Rect> Show::paint_photos() {
    auto const news = painter_.collect_photos();
    layers_.replace(news.replaced);
    for (auto const& problem : news.broken) {
        is_stale_ = true;  // the layout has something else to show
        if (options_.say) options_.say(to_line(problem));
    }
    return layers_.complete();
}

/// The words while its photos are decoded, which come last.
std::vector<Rect> Show::paint_first(Frame const& frame) {
    auto changed = layers_.paint(frame);
    painter_.wait_for_photos(options_.photos_wait);
    auto const photos = paint_photos();
    changed.insert(changed.end(), photos.begin(), photos.end());
    return changed;
}

/// Once a slide: who comes next is decoded before anybody sees that it was not.
void Show::look_ahead(Instant now) {
    looks_ahead_ = false;
    if (auto const next = order_.slide_after(now, screen_.size())) painter_.prepare(shown_->frame, &*next);
}

void Show::take(Shown shown) {
    auto before = std::move(shown_);
    shown_ = std::move(shown);
    bool const comes_on = shown_->is_lit && before && !before->is_lit;
    if (!before ? !shown_->is_lit : before->is_lit != shown_->is_lit) screen_.set_lit(shown_->is_lit);
    auto const& now = shown_->frame;
    looks_ahead_ = looks_ahead_ || !before || before->slide != shown_->slide || before->language != shown_->language ||
                   before->sessions != shown_->sessions;
    if (looks_ahead_) painter_.prepare(now);
    bool const same_places = before && before->frame.size == now.size && before->frame.stage.area == now.stage.area &&
                             before->frame.spine.area == now.spine.area &&
                             before->frame.badge.has_value() == now.badge.has_value() &&
                             (!now.badge || before->frame.badge->area == now.badge->area);
    bool const stage_stays = before && before->frame.stage == now.stage;
    if (is_fading() && (!same_places || !stage_stays)) finish_fade();
    if (is_moving() && before && before->frame.level) before->frame.level->filled = motion_->filled;  // on from there
    motion_.reset();
    auto const level = same_places && layers_.has_surface() && !order_.timing().reduce_motion
                           ? motion_between(before->frame, now) : std::nullopt;
    std::optional<Frame> with_old_level;
    if (level) {
        if (before->frame.level) layers_.put_spine(with_level(*before->frame.level, before->frame.level->filled));
        with_old_level.emplace(now).spine = with_level(*now.level, level->from);
    }
    auto const& first = with_old_level ? *with_old_level : now;
    bool const turns = before && (before->slide != shown_->slide || before->language != shown_->language);
    bool const fades = same_places && layers_.has_surface() && turns && !stage_stays &&
                       order_.timing().crossfade.count() > 0 && fade_judge_.allows_fade();
    if (fades) begin_fade(before->frame, first);
    else present(before ? layers_.paint(first) : paint_first(first));
    if (level) begin_motion(*level);
    if (comes_on) repaint();
}

void Show::present(std::vector<Rect> const& changed) {
    if (changed.empty()) return;
    auto all = changed.front();
    for (auto const& area : changed) {
        int const right = std::max(all.right(), area.right()), bottom = std::max(all.bottom(), area.bottom());
        all.x = std::min(all.x, area.x);
        all.y = std::min(all.y, area.y);
        all.width = right - all.x;
        all.height = bottom - all.y;
    }
    if (!is_fading()) return count_frame(screen_.show(layers_.surface(), all));
    for (auto const& area : changed) count_frame(screen_.show(layers_.surface(), area));
}

void Show::begin_fade(Frame const& before, Frame const& now) {
    auto const changed = layers_.paint_for_fade(now);
    present(changed);
    bool const badge_is_inside = now.badge && area_of_fade(now) == now.stage.area &&
                                 intersection(now.badge->area, now.stage.area).height > 0;
    Fade fade{&layers_.surface(), &layers_.incoming(), area_of_fade(before), rise_px(now.size), now.stage.ground};
    if (badge_is_inside || order_.timing().reduce_motion) fade.rise_px = 0;  // a badge in the middle of the stage would rise with it
    screen_.begin_fade(fade);
    fade_begin_ = Monotonic::now();
    last_fade_frame_ = fade_begin_;
    fade_frames_ = 0;
}

void Show::step_fade() {
    auto const now = Monotonic::now();
    auto const crossfade = order_.timing().crossfade;
    double const t = std::chrono::duration<double>(now - *fade_begin_) / std::chrono::duration<double>(crossfade);
    stats_.longest_gap = std::max(stats_.longest_gap, std::chrono::duration_cast<milliseconds>(now - *last_fade_frame_));
    last_fade_frame_ = now;
    if (t >= 1) {
        fade_judge_.saw(fade_frames_, crossfade);
        return finish_fade();
    }
    ++fade_frames_;
    count_frame(screen_.fade(t));
}

void Show::begin_motion(LevelMotion const& motion) { motion_ = Motion{motion, Monotonic::now(), motion.from}; }

void Show::step_motion() {
    auto const& level = *shown_->frame.level;
    double const t = std::chrono::duration<double>(Monotonic::now() - motion_->begin) / std::chrono::duration<double>(motion_->level.length);
    if (t >= 1) return finish_motion();
    auto const filled = filled_at(motion_->level, t);
    if (filled == motion_->filled) return;
    auto const part = layers_.paint_spine(with_level(level, filled), between(motion_->filled, filled, level.edge_px));
    motion_->filled = filled;
    count_frame(screen_.show(layers_.surface(), part));
}

/// A spine with its level where it stands is the spine, pixel by pixel: nothing else is painted.
void Show::finish_motion() {
    auto const& level = *shown_->frame.level;
    auto const part = layers_.paint_spine(with_level(level, level.filled), between(motion_->filled, level.filled, level.edge_px));
    layers_.put_spine(shown_->frame.spine);
    motion_.reset();
    count_frame(screen_.show(layers_.surface(), part));
}

void Show::finish_fade() {
    fade_begin_.reset();
    screen_.end_fade();
    auto const area = picture_of(shown_->frame, Layer::stage)->area;
    layers_.finish_fade();
    ::malloc_trim(0);  // what the new stage took to lay out and to decode
    if (!end_) count_frame(screen_.show(layers_.surface(), area));
    if (!end_) present(layers_.complete());  // photos that came while the old stage faded out
}

void Show::count_frame(Presented presented) {
    if (presented == Presented::screen_lost) {
        end_ = ShowEnd::screen_lost;
        return;
    }
    last_frame_ = Monotonic::now();
    if (++stats_.frames == 1) {
        stats_.first_frame = process_age();
        ::malloc_trim(0);  // what reading the schedule and laying it out took
    }
    if (options_.frames && stats_.frames >= *options_.frames && !end_) end_ = ShowEnd::frames_presented;
}

std::optional<PresentedFrames> Show::presented() const {
    if (stats_.frames == 0) return {};
    return PresentedFrames{stats_.frames, std::chrono::floor<milliseconds>(Monotonic::now() - last_frame_)};
}

milliseconds Show::time_to_sleep(Instant now) const {
    auto const since = [](Monotonic::time_point then) { return std::chrono::ceil<milliseconds>(Monotonic::now() - then); };
    auto sleep = !shown_ ? milliseconds{0} : rehearsal_clock_ ? rehearsal_clock_->real_time_until(shown_->until)
                 : shown_->until <= now ? milliseconds{0} : shown_->until == end_of_time ? milliseconds::max() : shown_->until - now;
    // A rehearsal at a thousandfold speed still draws no more than a screen can show.
    sleep = std::max(sleep, frame_time - since(last_ask_));
    if (is_stale_) sleep = milliseconds{0};
    if (is_fading() || is_moving()) {
        // The next point of the frame grid that is not yet over: late frames are left out.
        auto const step = is_fading() ? frame_time : step_of(motion_->level);
        auto const into_frame = since(is_fading() ? *fade_begin_ : motion_->begin) % step;
        sleep = std::min(sleep, screen_.keeps_time() && step <= frame_time ? milliseconds{0} : step - into_frame);
    }
    if (options_.manager)
        if (auto const rest = options_.manager->rest(std::chrono::floor<milliseconds>(Monotonic::now()))) sleep = std::min(sleep, *rest);
    if (options_.stats) sleep = std::min(sleep, std::chrono::ceil<milliseconds>(next_stats_ - Monotonic::now()));
    return sleep;
}

void Show::report_stats(Instant now) {
    if (!options_.stats || !shown_ || Monotonic::now() < next_stats_) return;
    next_stats_ = Monotonic::now() + stats_period;
    stats_.now = now;
    stats_.slide = shown_->slide;
    stats_.sessions = shown_->sessions;
    stats_.fingerprint = fingerprint(layers_.surface());
    stats_.sources = order_.sources();
    stats_.clock = order_.clock();
    auto const problems = write_atomically(*options_.stats, to_json(stats_, read_process_stats()));
    // A full disk is news once, not once a second.
    auto const trouble = problems.empty() ? std::string() : to_line(problems.front());
    if (options_.say && !trouble.empty() && trouble != stats_trouble_) options_.say(trouble);
    stats_trouble_ = trouble;
    stats_.longest_gap = milliseconds{0};
}

}  // namespace kiosk
