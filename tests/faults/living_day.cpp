#include "faults/living_day.hpp"

#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/comes_true.hpp"

namespace kiosk {
namespace {

FetchOptions quick() {
    FetchOptions options;
    options.limits = {1U << 20, 64U << 10, 5, milliseconds{300}, milliseconds{300}, milliseconds{1000}};
    return options;
}

}  // namespace

LivingDay::LivingDay(std::string page, LivingEvent const& event) : server(std::move(page)) {
    auto const text = "[event]\ntime_zone = \"" + event.zone + "\"\n[[schedule]]\nsource = \"" + server.url("/page") + "\"\n" + event.tables;
    REQUIRE(write_atomically(this->event(), text).empty());
}

LivingDay::~LivingDay() { stop(); }

Snapshot LivingDay::load(ReadUrl read_url) const {
    LoadOptions options;
    options.data = KIOSK_SOURCE_DIR;
    options.read_url = std::move(read_url);
    return load_event(event(), options);
}

void LivingDay::say(std::string const& line) {
    std::lock_guard const lock(mutex_);
    said_.push_back(line);
}

std::vector<std::string> LivingDay::said() const {
    std::lock_guard const lock(mutex_);
    return said_;
}

void LivingDay::start(Instant t) {
    now_ = t.time_since_epoch().count();
    std::vector<Problem> problems;
    state_ = StateFolder::open({folder.path / "state"}, problems);
    REQUIRE(problems.empty());
    copies_.emplace(*state_);
    WebCalls web;
    web.say = [this](std::string const& line) { say(line); };
    web.now = [this] { return Instant{Instant::duration{now_}}; };
    web.on_change = [this] {
        if (auto* const loader = listener_.load()) loader->look_again();
    };
    web_ = std::make_unique<WebSources>(std::vector<WebSources::Wanted>{{server.url("/page"), seconds{60}}}, *copies_, std::move(web), quick());
    auto const first = std::make_shared<Snapshot const>(load_at_start([this](ReadUrl const& read_url) { return load(read_url); }, *web_, t));
    LiveCalls calls;
    calls.say = [this](std::string const& line) { say(line); };
    calls.web = [this] { return web_->states(); };
    calls.fetch_now = [this] { web_->hurry(); };
    calls.clock = [this] { return ClockEvidence{{}, is_clock_vouched_for}; };
    calls.monotonic = [this] { return MonotonicTime{Instant::duration{now_} - clock_is_ahead}; };
    calls.memory = state_->path() / "commands.txt";
    calls.watching = {milliseconds{20}, milliseconds{200}, milliseconds{50}};
    display_ = std::make_unique<LiveDisplay>(first, metrics_, std::move(calls));
    LoaderCalls loading;
    loading.load = [this] { return load([this](std::string const& url) { return web_->read(url); }); };
    loading.say = [this](std::string const& line) { say(line); };
    loading.judged = [this](bool is_good) { web_->judge(is_good); };
    loader_ = std::make_unique<Loader>(event(), first, std::move(loading), WatchOptions{milliseconds{20}, milliseconds{200}, milliseconds{50}});
    listener_ = loader_.get();
    loader_->look_again();
    display_->follow(*loader_);
    look(t);
}

void LivingDay::stop() {
    listener_ = nullptr;
    if (web_) web_->stop();
    loader_.reset();
    display_.reset();
    web_.reset();
    copies_.reset();
    state_.reset();
    std::lock_guard const lock(mutex_);
    said_.clear();
}

void LivingDay::serve(std::string page, Instant t) {
    server.serve("/page", std::move(page));
    look(t);
}

void LivingDay::look(Instant t) {
    now_ = t.time_since_epoch().count();
    auto const before = web().at(0).fetches;
    web_->hurry();
    REQUIRE(comes_true([&] { return web().at(0).fetches > before; }));
    REQUIRE(comes_true([&] { return !loader_->is_busy(); }));
    at(t);
}

Shown LivingDay::at(Instant t, Size size) {
    now_ = t.time_since_epoch().count();
    return display_->shown_at(t, size, nullptr);
}

std::string LivingDay::words_at(Instant t) {
    auto const shown = at(t);
    std::string words;
    for (auto const* picture : {&shown.frame.stage, &shown.frame.spine})
        for (auto const& item : picture->items)
            if (auto const* run = std::get_if<TextRun>(&item)) words += run->text + " ";
    return words;
}

Reply LivingDay::tell(std::string const& line, Instant t) {
    auto reply = display_->post(line, "ctl");
    at(t);
    return reply.get();
}

}  // namespace kiosk
