// show and rehearse: the same loop with two clocks.
#include <csignal>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/display_parts.hpp"
#include "io/service_manager.hpp"
#include "paint/late_sdl.hpp"
#include "present/window.hpp"
#include "run/system_clock.hpp"

namespace kiosk {
namespace {

constexpr minutes rehearsal_lead{5};  // before the day's first session

/// Where a rehearsal starts by itself.
Instant rehearsal_start(Snapshot const& snapshot, Instant now) {
    auto const& sessions = snapshot.schedule.sessions();
    return sessions.empty() ? now : sessions.front().when.begin - rehearsal_lead;
}

Exit exit_of(ShowEnd end) {
    if (end != ShowEnd::screen_lost) return Exit::done;
    say_on_stderr("the display was lost: restart me");
    return Exit::machine_cannot;
}

/// While the show is being set up there is nothing to end gently: told to stop, it stops.
void stop_at_once_when_told() {
    for (int const signal : {SIGTERM, SIGINT}) std::signal(signal, [](int) { ::_exit(static_cast<int>(Exit::done)); });
}

ShowOptions show_options(ShowArguments const& arguments) {
    ShowOptions options;
    if (arguments.frames > 0) options.frames = arguments.frames;
    if (!arguments.stats.empty()) options.stats = arguments.stats;
    options.say = say_on_stderr;
    return options;
}

using Displays = std::vector<std::unique_ptr<DisplayParts>>;

/// The display that is asked for, and those that this machine has beside it. `first`: as the first one sees the event.
Displays displays_of(EventSources& sources, CommonOptions const& options, Snapshot first) {
    Displays displays;
    std::vector<DisplaySettings> others;
    if (options.display.empty()) others = displays_beside(first.settings, first.display);
    print(first.problems, options);
    displays.push_back(std::make_unique<DisplayParts>(sources, options, std::move(first)));
    for (auto const& other : others) {
        auto its = options;
        its.display = other.name;
        displays.push_back(std::make_unique<DisplayParts>(sources, its, sources.load(its)));
    }
    return displays;
}

/// Studios and screens. Displays for which this machine has no output are left out, with a line. False: there is no screen.
bool set_up(Displays& displays, CommonOptions const& options, ShowArguments const& arguments) {
    std::vector<ScreenOptions> wanted;
    for (auto const& display : displays) {
        if (!display->open_studio()) return false;
        wanted.push_back(display->screen_options(arguments));
    }
    auto screens = Screen::open_all(wanted);
    print(std::move(screens.problems), options);
    if (!screens.value) return false;
    for (std::size_t i = 0; i < displays.size(); ++i) {
        if (i < screens.value->size()) displays[i]->take_screen(std::move((*screens.value)[i]));
        else say_on_stderr(fmt::format("{} is not shown: only on the console a machine shows several displays", displays[i]->options().display));
    }
    displays.resize(screens.value->size());
    return true;
}

/// "stats.json", and for a second display "stats-NAME.json".
std::string stats_file(std::string const& file, DisplayParts const& display, bool is_first) {
    if (file.empty() || is_first) return file;
    std::filesystem::path const path(file);
    auto const name = fmt::format("{}-{}{}", path.stem().string(), display.options().display, path.extension().string());
    return (path.parent_path() / name).string();
}

ShowEnd run(EventSources& sources, Displays const& displays, std::vector<Show*> const& shows) {
    auto const end = Show::run_together(shows);
    for (auto const& display : displays) display->stop_listening();
    sources.stop();
    return end;
}

}  // namespace

void say_on_stderr(std::string const& line) { fmt::print(stderr, "kiosk: {}\n", line); }

Exit show(CommonOptions const& options, ShowArguments const& arguments) {
    stop_at_once_when_told();
    settle_environment();
    std::jthread loading(load_sdl);
    EventSources sources(options, true);
    SystemClock const clock;
    ServiceManager manager;
    auto displays = displays_of(
        sources, options,
        load_at_start([&](ReadUrl const& read_url) { return sources.load(options, read_url); }, sources.web(), clock.now()));
    loading.join();
    if (!set_up(displays, options, arguments)) return Exit::machine_cannot;
    auto const evidence = [&clock, &sources] {
        auto known = clock.evidence();
        known.server_ahead = sources.web().server_ahead(known.now);
        for (auto const& source : sources.web().states()) known.passed = std::max(known.passed, source.known);
        return known;
    };
    auto const wait = std::make_shared<Wait>();
    std::vector<Show*> shows;
    for (auto const& display : displays) {
        auto its = show_options(arguments);
        bool const is_first = shows.empty();
        its.wait = wait;
        if (is_first) its.manager = &manager;
        if (its.stats) its.stats = stats_file(arguments.stats, *display, is_first);
        shows.push_back(&display->start(clock, std::move(its), evidence));
    }
    return exit_of(run(sources, displays, shows));
}

Exit rehearse(CommonOptions const& options, ShowArguments const& arguments) {
    stop_at_once_when_told();
    settle_environment();
    EventSources sources(options, false);
    auto snapshot = sources.load(options);
    SystemClock const real;
    // The command line first: a wrong time is a usage error, display or not.
    auto const start = arguments.at.empty() ? rehearsal_start(snapshot, real.now()) : resolve(to_time_argument(arguments.at), snapshot.schedule);
    print(snapshot.problems, options);
    Displays displays;
    displays.push_back(std::make_unique<DisplayParts>(sources, options, std::move(snapshot)));
    if (!set_up(displays, options, arguments)) return Exit::machine_cannot;
    RehearsalClock clock(real, start, arguments.speed);
    auto& show = displays.front()->rehearse(clock, real, show_options(arguments));
    return exit_of(run(sources, displays, {&show}));
}

}  // namespace kiosk
