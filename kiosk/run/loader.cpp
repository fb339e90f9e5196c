#include "run/loader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "schedule/differences.hpp"

namespace kiosk {
namespace {

constexpr hours marks_count{24};

/// The first error, for the line that says why something was not taken.
std::string first_error(Snapshot const& snapshot) {
    auto const& problems = snapshot.problems;
    auto const error = std::find_if(problems.begin(), problems.end(), [](Problem const& p) { return p.severity == Severity::error; });
    return error == problems.end() ? std::string{} : to_line(*error);
}

std::string why_not(Snapshot const& fresh, Snapshot const& good) {
    if (!has_lost_most(fresh.schedule, good.schedule)) return {};
    auto const error = first_error(fresh);
    return fmt::format("the event has {} sessions instead of {}: the last good one stays{}{}; `kiosk ctl reload` takes it all the same",
                       fresh.schedule.sessions().size(), good.schedule.sessions().size(), error.empty() ? "" : ": ", error);
}

}  // namespace

Snapshot with_changes_marked(Snapshot fresh, Snapshot const& before, Instant t) {
    fresh.schedule = with_changes_marked(fresh.schedule, before.schedule, t);
    if (fresh.second_schedule && before.second_schedule)
        fresh.second_schedule = with_changes_marked(*fresh.second_schedule, *before.second_schedule, t);
    return fresh;
}

Snapshot load_at_start(std::function<Snapshot(ReadUrl const&)> const& load, WebSources const& web, Instant now) {
    auto const changed = web.changed_at();
    std::optional<Snapshot> before;  // first: the last one that is read says which photos are wanted
    if (changed && now >= *changed && now - *changed <= marks_count) before = load([&](std::string const& url) { return web.read_before(url); });
    auto fresh = load([&](std::string const& url) { return web.read(url); });
    return before ? with_changes_marked(std::move(fresh), *before, *changed) : fresh;
}

Loader::Loader(std::string event, std::shared_ptr<Snapshot const> first, LoaderCalls calls, WatchOptions watching,
               LossPatience patience, milliseconds between_reloads)
    : event_(std::move(event)), calls_(std::move(calls)), watching_(watching), patience_(patience), between_reloads_(between_reloads), good_(std::move(first)) {
    watch(*good_);
    thread_ = std::thread([this] { run(); });
}

Loader::~Loader() {
    {
        std::lock_guard const lock(mutex_);
        ends_ = true;
    }
    stop_.request_stop();
    bell_.notify_all();
    thread_.join();  // before the watch goes, which is its own; until then it may ring
}

std::shared_ptr<Snapshot const> Loader::take() {
    std::lock_guard const lock(mutex_);
    return std::exchange(news_, nullptr);
}

bool Loader::has_news() const {
    std::lock_guard const lock(mutex_);
    return news_ != nullptr;
}

std::string Loader::trouble() const {
    std::lock_guard const lock(mutex_);
    return trouble_;
}

bool Loader::is_busy() const {
    std::lock_guard const lock(mutex_);
    return is_reading_ || wants_look_ || wants_reload_;
}

void Loader::reload() {
    {
        std::lock_guard const lock(mutex_);
        wants_reload_ = true;
    }
    bell_.notify_all();
}

void Loader::look_again() {
    {
        std::lock_guard const lock(mutex_);
        wants_look_ = true;
    }
    bell_.notify_all();
}

/// A watch of other files replaces the last one; of the same files it stays.
void Loader::watch(Snapshot const& snapshot) {
    auto files = files_behind(event_, snapshot);
    if (watch_ && files == files_) return;
    files_ = std::move(files);
    watch_.reset();
    watch_ = std::make_unique<FileWatch>(files_, [this] { look_again(); }, watching_);
}

std::optional<Loader::Wanted> Loader::next() {
    std::unique_lock lock(mutex_);
    auto const may_reload = [&] { return wants_reload_ && Monotonic::now() >= next_reload_; };
    while (!ends_ && !wants_look_ && !may_reload()) {
        if (wants_reload_) bell_.wait_until(lock, next_reload_);
        else bell_.wait(lock);
    }
    if (ends_) return {};
    is_reading_ = true;
    wants_look_ = false;
    if (!may_reload()) return Wanted::if_it_is_good;
    wants_reload_ = false;
    next_reload_ = Monotonic::now() + between_reloads_;
    return Wanted::anyway;
}

void Loader::run() {
    while (auto const wanted = next()) {
        // What breaks a reader is not read here, whoever wants it.
        auto const why_not = calls_.trial ? calls_.trial(stop_.get_token()) : std::string{};
        if (stop_.stop_requested()) return;
        if (why_not.empty()) consider(calls_.load(), *wanted);
        else refuse(why_not + ": the last good one stays");
        std::lock_guard const lock(mutex_);
        is_reading_ = false;
    }
}

/// Something that was taken out on purpose stays out; what a server says by mistake it seldom says for long, and an event
/// without any session is a mistake.
bool Loader::is_believed_by_now(Schedule const& fresh) {
    auto const now = Monotonic::now();
    std::vector<std::pair<std::string, Instant>> sessions;
    for (auto const& session : fresh.sessions()) sessions.emplace_back(session.id.value, session.when.begin);
    if (sessions != refused_.sessions || refused_.readings == 0) refused_ = {std::move(sessions), 0, now};
    ++refused_.readings;
    return !refused_.sessions.empty() && refused_.readings >= patience_.readings && now - refused_.since >= patience_.time;
}

bool Loader::is_news(std::string const& trouble) {
    std::lock_guard const lock(mutex_);
    return std::exchange(trouble_, trouble) != trouble;
}

void Loader::refuse(std::string const& why) {
    if (calls_.judged) calls_.judged(false);
    if (is_news(why) && calls_.say) calls_.say(why);
}

void Loader::consider(Snapshot fresh, Wanted wanted) {
    auto trouble = wanted == Wanted::anyway ? std::string{} : why_not(fresh, *good_);
    if (trouble.empty()) refused_ = {};
    else if (is_believed_by_now(fresh.schedule)) trouble.clear();
    if (calls_.judged) calls_.judged(trouble.empty());
    if (trouble.empty()) {
        auto const snapshot = std::make_shared<Snapshot const>(std::move(fresh));
        watch(*snapshot);
        std::lock_guard const lock(mutex_);
        good_ = snapshot;
        news_ = snapshot;
    }
    // One line when the state changes, not one a reading.
    if (is_news(trouble) && calls_.say) calls_.say(trouble.empty() ? "the event can be read again" : trouble);
    if (trouble.empty() && calls_.wake) calls_.wake();
}

}  // namespace kiosk
