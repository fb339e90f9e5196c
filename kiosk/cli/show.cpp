// show and rehearse: the same loop with two clocks.
#include "run/show.hpp"

#include <atomic>
#include <csignal>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/command.hpp"
#include "control/control_folder.hpp"
#include "control/control_socket.hpp"
#include "io/files.hpp"
#include "io/machine_health.hpp"
#include "io/service_manager.hpp"
#include "io/state_folder.hpp"
#include "io/web_photos.hpp"
#include "io/web_sources.hpp"
#include "paint/photo_fit.hpp"
#include "paint/studio.hpp"
#include "present/rotation.hpp"
#include "run/live_display.hpp"
#include "run/loader.hpp"
#include "run/system_clock.hpp"

namespace kiosk {
namespace {

constexpr minutes rehearsal_lead{5};  // before the day's first session

/// Where a rehearsal starts by itself.
Instant rehearsal_start(Snapshot const& snapshot, Instant now) {
    auto const& sessions = snapshot.schedule.sessions();
    return sessions.empty() ? now : sessions.front().when.begin - rehearsal_lead;
}

void say(std::string const& line) { fmt::print(stderr, "kiosk: {}\n", line); }

Exit exit_of(ShowEnd end) {
    if (end != ShowEnd::screen_lost) return Exit::done;
    say("the display was lost: restart me");
    return Exit::machine_cannot;
}

/// Everything that a show needs of the machine, or why it cannot be had.
struct Stage {
    std::unique_ptr<Studio> studio;
    std::unique_ptr<Screen> screen;
};

std::optional<Stage> set_up(Snapshot const& snapshot, WebPhotos& photos, CommonOptions const& options, ShowArguments const& arguments) {
    auto studio = Studio::open(data_folder(), snapshot.photos, snapshot.logo, han_language(snapshot),
                               [&photos](WantedPhoto const& wanted) { return photos.read(wanted.url); });
    print(std::move(studio.problems), options);
    if (!studio.value) return {};
    ScreenOptions wanted;
    wanted.mode = arguments.windowed ? WindowMode::windowed : WindowMode::fullscreen;
    if (options.is_size_given) wanted.size = options.size;
    auto screen = Screen::open(wanted);
    print(std::move(screen.problems), options);
    if (!screen.value) return {};
    return Stage{std::move(*studio.value), turned(std::move(*screen.value), rotation_of(snapshot.display.rotate))};
}

/// While the show is being set up there is nothing to end gently: told to stop, it stops.
void stop_at_once_when_told() {
    for (int const signal : {SIGTERM, SIGINT}) std::signal(signal, [](int) { ::_exit(static_cast<int>(Exit::done)); });
}

/// What a show needs to follow the day: the event's files and an operator. Made in the order in which they
/// depend on each other.
struct LiveParts {
    std::optional<StateFolder> state;
    std::optional<GoodCopies> copies;
    std::unique_ptr<WebSources> web;
    std::optional<GoodCopies> photo_copies;
    std::unique_ptr<WebPhotos> photos;
    std::unique_ptr<LiveDisplay> display;
    std::unique_ptr<Loader> loader;
    std::unique_ptr<ControlSocket> control;
    ServiceManager manager;
    std::function<void()> wake;               // set once there is a loop
    std::atomic<Loader*> listener = nullptr;  // to the sources on the web; they may be faster than the loader

    void call() const {
        if (wake) wake();
    }
    void look_again() const {
        if (auto* const at_loader = listener.load()) at_loader->look_again();
    }
    /// Nothing may knock any more once the loop has ended. The loader reads what the web has, so it goes first.
    void end() {
        control.reset();
        web->stop();
        photos->stop();
        loader.reset();
    }
};

ShowOptions show_options(ShowArguments const& arguments, LiveParts& parts) {
    ShowOptions options;
    if (arguments.frames > 0) options.frames = arguments.frames;
    if (!arguments.stats.empty()) options.stats = arguments.stats;
    options.say = say;
    options.manager = &parts.manager;
    return options;
}

/// The addresses that the event file names; for a bare address, itself. It is read here alone, so that fetching begins
/// before anything else is done.
std::vector<WebSources::Wanted> addresses_of(CommonOptions const& options) {
    std::vector<WebSources::Wanted> wanted;
    if (is_web_address(options.event)) return {{options.event}};
    auto const file = read_text(options.event, options.event);
    if (!options.event.ends_with(".toml") || !file.value) return wanted;
    auto const settings = parse_settings(*file.value);
    if (!settings.value) return wanted;
    for (auto const& source : settings.value->schedules)
        if (is_web_address(source.source)) wanted.push_back({source.source, source.refresh});
    return wanted;
}

/// Sources on the web, and the last good copies for a start without a network.
void open_sources(LiveParts& parts, CommonOptions const& options, ShowKind kind) {
    std::vector<Problem> problems;
    // A rehearsal leaves the folder to the display that may run beside it.
    bool const keeps = kind == ShowKind::real;
    parts.state = keeps ? StateFolder::open(state_candidates(), problems) : StateFolder::look(state_candidates());
    print(std::move(problems), options);
    parts.copies.emplace(*parts.state);
    parts.photo_copies.emplace(*parts.state, photo_folder);
    WebPhotoCalls photo_calls{fit_photo, [&parts] { parts.look_again(); }, say};
    parts.photos = std::make_unique<WebPhotos>(*parts.photo_copies, std::move(photo_calls));
    WebCalls calls{[&parts] { parts.look_again(); }, say, {}};
    parts.web = std::make_unique<WebSources>(addresses_of(options), *parts.copies, std::move(calls));
}

LiveCalls live_calls(Studio& studio, LiveParts& parts) {
    LiveCalls calls;
    calls.adopt = [&studio](Snapshot const& snapshot) {
        for (auto const& problem : studio.adopt(snapshot.photos, snapshot.logo)) say(to_line(problem));
    };
    calls.say = say;
    calls.wake = [&parts] { parts.call(); };
    calls.web = [&parts] { return parts.web->states(); };
    calls.monotonic = since_boot;
    calls.machine = [state = parts.state->path()] { return to_status_text(health_lines(read_machine(state))); };
    calls.fetch_now = [&parts] {
        parts.web->hurry();
        parts.photos->hurry();
    };
    return calls;
}

Snapshot load_living(CommonOptions const& options, LiveParts const& parts, ReadUrl read_url = {}) {
    if (!read_url) read_url = [&parts](std::string const& url) { return parts.web->read(url); };
    return load(options, "auto", std::move(read_url), [&parts](std::vector<WantedPhoto> const& wanted) { return parts.photos->want(wanted); });
}

void go_live(LiveParts& parts, CommonOptions const& options, std::shared_ptr<Snapshot const> const& snapshot, ShowKind kind) {
    LoaderCalls calls;
    calls.load = [options, &parts] { return load_living(options, parts); };
    calls.say = say;
    calls.wake = [&parts] { parts.call(); };
    calls.judged = [&parts](bool is_good) { parts.web->judge(is_good); };
    parts.loader = std::make_unique<Loader>(options.event, snapshot, std::move(calls));
    parts.listener = parts.loader.get();
    if (!parts.web->states().empty() || parts.photos->has_wanted()) parts.loader->look_again();  // what came while the first picture was made
    parts.display->follow(*parts.loader);
    auto const name = socket_name(snapshot->display.name, kind == ShowKind::rehearsal);
    auto opened = ControlSocket::open(control_folder() / name, [display = parts.display.get()](std::string line) {
        return display->post(std::move(line), "ctl");
    });
    print(std::move(opened.problems), options);
    if (opened.value) parts.control = std::move(*opened.value);
}

}  // namespace

Exit show(CommonOptions const& options, ShowArguments const& arguments) {
    stop_at_once_when_told();
    LiveParts parts;
    open_sources(parts, options, ShowKind::real);
    auto const snapshot = std::make_shared<Snapshot const>(
        load_at_start([&](ReadUrl const& read_url) { return load_living(options, parts, read_url); }, *parts.web, SystemClock().now()));
    print(snapshot->problems, options);
    auto stage = set_up(*snapshot, *parts.photos, options, arguments);
    if (!stage) return Exit::machine_cannot;
    SystemClock const clock;
    auto calls = live_calls(*stage->studio, parts);
    if (parts.state->access() == StateFolder::Access::read_write)
        calls.memory = parts.state->path() / ("commands-" + socket_name(snapshot->display.name, false) + ".txt");
    calls.clock = [&clock, &parts] {
        auto evidence = clock.evidence();
        evidence.server_ahead = parts.web->server_ahead(evidence.now);
        for (auto const& source : parts.web->states()) evidence.passed = std::max(evidence.passed, source.known);
        return evidence;
    };
    parts.display = std::make_unique<LiveDisplay>(snapshot, stage->studio->metrics(), std::move(calls));
    Show show(*stage->screen, stage->studio->painter(), *parts.display, clock, show_options(arguments, parts));
    parts.wake = [&show] { show.wait().wake(); };
    go_live(parts, options, snapshot, ShowKind::real);
    stage->studio->decode_aside([&parts] { parts.call(); });
    auto const end = show.run();
    stage->studio->decode_here();
    parts.end();
    return exit_of(end);
}

Exit rehearse(CommonOptions const& options, ShowArguments const& arguments) {
    stop_at_once_when_told();
    LiveParts parts;
    open_sources(parts, options, ShowKind::rehearsal);
    auto const snapshot = std::make_shared<Snapshot const>(load_living(options, parts));
    SystemClock const real;
    // The command line first: a wrong time is a usage error, display or not.
    auto const start = arguments.at.empty() ? rehearsal_start(*snapshot, real.now())
                                            : resolve(to_time_argument(arguments.at), snapshot->schedule);
    print(snapshot->problems, options);
    auto stage = set_up(*snapshot, *parts.photos, options, arguments);
    if (!stage) return Exit::machine_cannot;
    // A rehearsal takes the same commands and remembers none of them.
    parts.display = std::make_unique<LiveDisplay>(snapshot, stage->studio->metrics(), live_calls(*stage->studio, parts));
    RehearsalClock clock(real, start, arguments.speed);
    Show show(*stage->screen, stage->studio->painter(), *parts.display, clock, real, show_options(arguments, parts));
    parts.wake = [&show] { show.wait().wake(); };
    go_live(parts, options, snapshot, ShowKind::rehearsal);
    stage->studio->decode_aside([&parts] { parts.call(); });
    auto const end = show.run();
    stage->studio->decode_here();
    parts.end();
    return exit_of(end);
}

}  // namespace kiosk
