#include "run/live_display.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "io/masked_url.hpp"
#include "run/note_words.hpp"

namespace kiosk {
namespace {

constexpr seconds look_at_clock_again{2};  // while it is not trusted
constexpr std::string_view way_of_keys = "keys";
constexpr minutes old_after{15};           // DISPLAY.md section 7

/// The snapshot as the commands have changed it.
Snapshot with_commands(Snapshot snapshot, Adjusted const& adjusted, Overrides const& overrides, Instant t) {
    auto const& event = adjusted.schedule ? *adjusted.schedule : snapshot.schedule;
    auto& announcements = snapshot.settings.announcements;
    announcements.insert(announcements.end(), adjusted.announcements.begin(), adjusted.announcements.end());
    for (auto& one : announcements_of(adjusted, event, snapshot.languages)) announcements.push_back(std::move(one));
    if (snapshot.second_schedule)
        if (auto second = adjust(*snapshot.second_schedule, overrides, t).schedule) snapshot.second_schedule = std::move(second);
    if (adjusted.schedule) snapshot.schedule = *adjusted.schedule;
    return snapshot;
}

}  // namespace

LiveDisplay::LiveDisplay(std::shared_ptr<Snapshot const> first, Metrics const& metrics, LiveCalls calls)
    : calls_(std::move(calls)), metrics_(metrics), base_(std::move(first)) {
    DeskCalls desk;
    desk.status = [this](std::function<void(std::string)> const& answer) { give_status(answer); };
    desk.explain = [this] { return explanation(); };
    desk.reload = [this] {
        fetch_now();
        if (loader_) loader_->reload();
    };
    desk.screenshot = [this](std::string const& file) { return ask_for_screenshot(file); };
    desk.slides = [this] { return display_->slides(last_t_); };
    desk.aside = [this](std::function<void()> errand) { errands_.run(std::move(errand)); };
    desk.say = [this](std::string const& line) { say(line); };
    desk_ = std::make_unique<OperatorDesk>(calls_.memory, std::move(desk));
    watch_command_file();
    rebuild(Instant{});
    is_stale_ = true;  // commands count from the first instant that is asked for
}

LiveDisplay::~LiveDisplay() = default;

void LiveDisplay::say(std::string const& line) const {
    if (calls_.say) calls_.say(line);
}

/// Aside: whoever fetches may be at the disk.
void LiveDisplay::fetch_now() {
    if (calls_.fetch_now) errands_.run(calls_.fetch_now);
}

void LiveDisplay::take_news(Instant t) {
    auto const news = loader_ ? loader_->take() : nullptr;
    if (!news) return;
    base_ = std::make_shared<Snapshot const>(with_changes_marked(*news, *base_, t));
    if (calls_.adopt) calls_.adopt(*base_);
    watch_command_file();
    is_stale_ = true;
}

/// The one that the event file names now. Where it names none, what another one said no longer holds.
void LiveDisplay::watch_command_file() {
    auto const& file = base_->settings.control.file;
    if (command_file_ && command_file_->file() == file) return;
    command_file_.reset();
    file_lines_.clear();
    if (!file.empty()) command_file_ = std::make_unique<CommandFileWatch>(file, calls_.wake, calls_.watching);
}

/// A command counts from when it is seen. Those that stand in the file when the display starts count from when it was
/// written: yesterday's emergency is over.
void LiveDisplay::follow_command_file(Instant t, bool is_rehearsal) {
    auto reading = command_file_ ? command_file_->take() : std::nullopt;
    auto at = t;
    if (reading) {
        if (reading->text) file_lines_ = parse_command_file(*reading->text, reading->problems);
        for (auto const& problem : reading->problems) say(to_line(problem));
        if (!has_read_file_ && !is_rehearsal && reading->text) at = std::min(t, reading->written);
        has_read_file_ = true;
    }
    if (!reading && !is_stale_) return;
    for (auto const& problem : desk_->follow_file(file_lines_, at, base_->schedule))
        say_once(to_line(problem));
    is_stale_ = true;
}

void LiveDisplay::follow_clock(Instant t) {
    if (calls_.monotonic)
        if (auto const step = steps_.since_last(t, calls_.monotonic()); step != seconds{0}) {
            say(fmt::format("the clock was set by {} s", step.count()));
            desk_->clock_was_set(step);
            fetch_now();  // certificates that were not valid yet are now
            is_stale_ = true;
        }
    auto evidence = calls_.clock ? calls_.clock() : ClockEvidence{{}, true};
    evidence.is_far_from_event = is_far_from(base_->schedule, t);
    auto const judgement = judge(evidence);
    if (judgement.is_trusted != clock_.is_trusted)
        say(fmt::format("the clock is {}trusted: {}", judgement.is_trusted ? "" : "not ", judgement.source));
    clock_ = judgement;
}

void LiveDisplay::carry_out_posted(Instant t) {
    std::deque<Posted> posted;
    {
        std::lock_guard const lock(mutex_);
        posted.swap(posted_);
    }
    for (auto& one : posted) {
        auto const promise = std::make_shared<std::promise<Reply>>(std::move(one.reply));
        desk_->carry_out(one.line, one.way_in, t, base_->schedule, [this, promise, is_key = one.way_in == way_of_keys](Reply reply) {
            if (!reply.is_done && is_key) say(reply.text);  // nobody hears the answer
            promise->set_value(std::move(reply));
        });
        is_stale_ = true;
    }
}

void LiveDisplay::say_once(std::string const& line) {
    constexpr std::size_t most = 200;  // a schedule that changes all day has new problems all day
    if (said_.size() >= most) said_.clear();
    if (said_.insert(line).second) say(line);
}

void LiveDisplay::rebuild(Instant t) {
    adjusted_ = adjust(base_->schedule, desk_->overrides(), t);
    for (auto const& problem : adjusted_.problems)
        say_once(to_line(problem));
    auto snapshot = std::make_unique<Snapshot const>(with_commands(*base_, adjusted_, desk_->overrides(), t));
    display_ = std::make_unique<Display>(*snapshot, metrics_);
    shown_ = std::move(snapshot);
    rebuilt_at_ = t;
    is_stale_ = false;
}

Shown LiveDisplay::shown_at(Instant t, Size size, Rehearsal const* rehearsal) {
    last_t_ = t;
    if (rehearsal) clock_ = {true, "rehearsal"};
    else follow_clock(t);
    take_news(t);
    follow_command_file(t, rehearsal != nullptr);
    carry_out_posted(t);
    if (is_stale_ || t >= adjusted_.until || t < rebuilt_at_) rebuild(t);
    bool const is_known = rehearsal || (base_->is_zone_known && clock_.is_trusted);
    auto const face = is_known ? ClockFace::shown : ClockFace::not_known;
    auto const old = is_known && !rehearsal ? stale_since(t) : std::nullopt;
    last_state_ = {face, adjusted_.hold, old};
    auto shown = display_->shown_at(t, size, rehearsal, last_state_);
    shown.until = std::min(shown.until, adjusted_.until);
    if (!is_known && base_->is_zone_known) shown.until = std::min<Instant>(shown.until, t + look_at_clock_again);
    last_slide_ = shown.slide;
    last_sessions_ = shown.sessions;
    return shown;
}

std::optional<Frame> LiveDisplay::slide_after(Instant t, Size size) const {
    // Where the time is not known the next page of the plan shows no photos.
    return display_->slide_after(t, size, {ClockFace::shown, adjusted_.hold, {}});
}

/// The oldest source on the web, if it has not been reached for so long that visitors should know.
std::optional<Instant> LiveDisplay::stale_since(Instant t) const {
    std::optional<Instant> oldest;
    if (!calls_.web) return oldest;
    for (auto const& state : calls_.web())
        if (state.known && !state.trouble.empty() && t - *state.known >= old_after && (!oldest || *state.known < *oldest)) oldest = state.known;
    return oldest;
}

std::vector<SourceState> LiveDisplay::sources() const {
    auto states = display_->sources();
    if (calls_.web)
        for (auto const& web : calls_.web())
            for (auto& state : states) {
                if (masked_url(state.url) != web.url) continue;
                state.url = web.url;
                if (web.known) state.age = std::chrono::floor<seconds>(last_t_ - *web.known);
                if (!web.trouble.empty()) state.last_error = web.trouble;
                if (!web.trouble.empty()) state.state = web.known ? "stale" : "failed";
            }
    auto const trouble = loader_ ? loader_->trouble() : std::string{};
    if (!trouble.empty())
        for (auto& state : states) {
            state.state = "kept";
            state.last_error = trouble;
        }
    return states;
}

bool LiveDisplay::has_news() const {
    if (loader_ && loader_->has_news()) return true;
    if (command_file_ && command_file_->has_news()) return true;
    std::lock_guard const lock(mutex_);
    return !posted_.empty();
}

std::optional<std::string> LiveDisplay::take_screenshot_request() { return std::exchange(screenshot_, std::nullopt); }

std::future<Reply> LiveDisplay::post(std::string line, std::string way_in) {
    Posted posted{std::move(line), std::move(way_in), {}};
    auto reply = posted.reply.get_future();
    {
        std::lock_guard const lock(mutex_);
        posted_.push_back(std::move(posted));
    }
    if (calls_.wake) calls_.wake();
    return reply;
}

/// The file is written with the next picture, so that only what can be known now is answered.
Reply LiveDisplay::ask_for_screenshot(std::string const& file) {
    std::error_code error;
    auto const path = std::filesystem::absolute(file, error);
    if (!file.empty() && !std::filesystem::is_directory(path.parent_path(), error))
        return {false, fmt::format("there is no folder {}\n", path.parent_path().string())};
    screenshot_ = file;
    auto const here = std::filesystem::current_path(error).string();
    return {true, file.empty() ? fmt::format("a screenshot is saved in {}\n", here) : fmt::format("the screenshot is saved as {}\n", path.string())};
}

void LiveDisplay::press(std::string_view name) {
    for (auto const& key : base_->settings.control.keys)
        if (key.key == name) post(key.line, std::string(way_of_keys));
}

std::string LiveDisplay::status() const {
    auto const& zone = base_->schedule.zone();
    auto text = fmt::format("time      {}\nclock     {} ({})\nslide     {}\n", zone.to_iso_with_offset(last_t_), clock_.is_trusted ? "trusted" : "not trusted", clock_.source, last_slide_.empty() ? "none yet" : last_slide_);
    for (auto const& id : last_sessions_) text += fmt::format("now       {}\n", id);
    if (auto const screen = calls_.screen ? calls_.screen() : std::string(); !screen.empty()) text += fmt::format("screen    {}\n", screen);
    for (auto const& source : sources())
        text += fmt::format("source    {}: {}, {} sessions{}{}\n", source.url, source.state, source.sessions,
                            source.last_error.empty() ? "" : ": ", source.last_error);
    if (auto const frames = calls_.frames ? calls_.frames() : std::nullopt)
        text += fmt::format("frames    {}, the last one {:.1f} s ago\n", frames->count, static_cast<double>(frames->since_last.count()) / 1000);
    return text;
}

/// What the loop knows is said as it is now; the machine is looked at aside.
void LiveDisplay::give_status(std::function<void(std::string)> const& answer) {
    auto const& overrides = desk_->overrides();
    auto commands = overrides.entries.empty() ? "commands  none\n" : "commands\n" + describe(overrides, last_t_, base_->schedule.zone());
    if (!calls_.machine) return answer(status() + commands);
    looks_.run([text = status(), commands = std::move(commands), machine = calls_.machine, answer] { answer(text + machine() + commands); });
}

std::string LiveDisplay::explanation() const { return display_->explanation(last_t_, last_state_); }

}  // namespace kiosk
