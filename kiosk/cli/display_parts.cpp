#include "cli/display_parts.hpp"

#include "control/control_folder.hpp"
#include "io/files.hpp"
#include "io/machine_health.hpp"
#include "present/rotation.hpp"
#include "run/system_clock.hpp"

namespace kiosk {

DisplayParts::DisplayParts(EventSources& sources, CommonOptions options, Snapshot first)
    : sources_(sources), options_(std::move(options)), first_(std::make_shared<Snapshot const>(std::move(first))) {}

DisplayParts::~DisplayParts() {
    control_.reset();
    if (studio_) studio_->decode_here();
    display_.reset();  // the threads of these two wake the show
    loader_.reset();
}

bool DisplayParts::open_studio() {
    auto studio = Studio::open(data_folder(), first_->photos, first_->logo, han_language(*first_),
                               [this](WantedPhoto const& wanted) { return sources_.photos().read(wanted.url); });
    print(std::move(studio.problems), options_);
    if (studio.value) studio_ = std::move(*studio.value);
    return studio_ != nullptr;
}

ScreenOptions DisplayParts::screen_options(ShowArguments const& arguments) const {
    ScreenOptions wanted;
    wanted.mode = arguments.windowed ? WindowMode::windowed : WindowMode::fullscreen;
    if (options_.is_size_given) wanted.size = options_.size;
    wanted.output = first_->display.output;
    if (auto const mode = first_->display.mode) wanted.video_mode = Size{mode->first, mode->second};
    wanted.tells_television = first_->settings.power.cec;
    wanted.say = say_on_stderr;
    return wanted;
}

void DisplayParts::take_screen(std::unique_ptr<Screen> screen) { screen_ = turned(std::move(screen), rotation_of(first_->display.rotate)); }

LiveCalls DisplayParts::calls() {
    LiveCalls calls;
    calls.adopt = [this](Snapshot const& snapshot) {
        for (auto const& problem : studio_->adopt(snapshot.photos, snapshot.logo)) say_on_stderr(to_line(problem));
        if (on_shown_) on_shown_(snapshot);
    };
    calls.say = say_on_stderr;
    calls.wake = [this] {
        if (wake_) wake_();
    };
    calls.web = [this] { return sources_.web().states(); };
    calls.monotonic = since_boot;
    calls.machine = [this] { return to_status_text(health_lines(read_machine(sources_.state().path()))); };
    calls.screen = [this] { return screen_->output(); };
    calls.frames = [this] { return show_->presented(); };
    calls.fetch_now = [this] { sources_.hurry(); };
    return calls;
}

Show& DisplayParts::start(Clock const& clock, ShowOptions options, std::function<ClockEvidence()> evidence, Memory memory) {
    auto live = calls();
    auto const name = socket_name(first_->display.name, false);
    if (memory == Memory::kept && sources_.state().access() == StateFolder::Access::read_write) live.memory = sources_.state().path() / ("commands-" + name + ".txt");
    live.clock = std::move(evidence);
    display_ = std::make_unique<LiveDisplay>(first_, studio_->metrics(), std::move(live));
    options.on_hangup = [this] { display_->post("reload", "SIGHUP"); };
    show_ = std::make_unique<Show>(*screen_, studio_->painter(), *display_, clock, std::move(options));
    go_live(ShowKind::real);
    if (on_shown_) on_shown_(*first_);
    return *show_;
}

Show& DisplayParts::rehearse(RehearsalClock& clock, Clock const& real, ShowOptions options) {
    // It takes the same commands and remembers none of them.
    display_ = std::make_unique<LiveDisplay>(first_, studio_->metrics(), calls());
    show_ = std::make_unique<Show>(*screen_, studio_->painter(), *display_, clock, real, std::move(options));
    go_live(ShowKind::rehearsal);
    return *show_;
}

void DisplayParts::go_live(ShowKind kind) {
    wake_ = [this] { show_->wait().wake(); };
    LoaderCalls calls;
    // What was tried is what is read.
    calls.trial = [this](std::stop_token const& stop) { return try_event(options_, tried_ = sources_.texts(), stop); };
    calls.load = [this] {
        auto const texts = std::exchange(tried_, {});
        return sources_.load(options_, [&](std::string const& url) -> Outcome<SourceText> {
            auto const text = texts.find(url);
            if (text == texts.end()) return sources_.web().read(url);
            return {text->second, {}};
        });
    };
    calls.say = say_on_stderr;
    calls.wake = [this] { wake_(); };
    calls.judged = [this](bool is_good) { sources_.web().judge(is_good); };
    loader_ = std::make_unique<Loader>(options_.event, first_, std::move(calls));
    sources_.tell(*loader_);
    display_->follow(*loader_);
    auto const name = socket_name(first_->display.name, kind == ShowKind::rehearsal);
    auto opened = ControlSocket::open(control_folder() / name, [this](std::string line) { return display_->post(std::move(line), "ctl"); });
    print(std::move(opened.problems), options_);
    if (opened.value) control_ = std::move(*opened.value);
    studio_->decode_aside([this] { wake_(); }, &sources_.drawn_photos());
}

}  // namespace kiosk
