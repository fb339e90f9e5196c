// show and rehearse: the same loop with two clocks.
#include "run/show.hpp"

#include <csignal>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/command.hpp"
#include "io/files.hpp"
#include "paint/studio.hpp"
#include "present/rotation.hpp"
#include "run/display.hpp"
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

std::optional<Stage> set_up(Snapshot const& snapshot, CommonOptions const& options, ShowArguments const& arguments) {
    auto studio = Studio::open(data_folder(), snapshot.photos, snapshot.logo, han_language(snapshot));
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

ShowOptions show_options(ShowArguments const& arguments, std::string clock_source) {
    ShowOptions options;
    if (arguments.frames > 0) options.frames = arguments.frames;
    if (!arguments.stats.empty()) options.stats = arguments.stats;
    options.clock_source = std::move(clock_source);
    options.say = say;
    return options;
}

/// While the show is being set up there is nothing to end gently: told to stop, it stops.
void stop_at_once_when_told() {
    for (int const signal : {SIGTERM, SIGINT}) std::signal(signal, [](int) { ::_exit(static_cast<int>(Exit::done)); });
}

}  // namespace

Exit show(CommonOptions const& options, ShowArguments const& arguments) {
    stop_at_once_when_told();
    auto const snapshot = load(options);
    print(snapshot.problems, options);
    auto stage = set_up(snapshot, options, arguments);
    if (!stage) return Exit::machine_cannot;
    SystemClock const clock;
    Display display(snapshot, stage->studio->metrics(), snapshot.is_zone_known ? ClockFace::shown : ClockFace::not_known);
    Show show(*stage->screen, stage->studio->painter(), display, clock, show_options(arguments, clock.source()));
    return exit_of(show.run());
}

Exit rehearse(CommonOptions const& options, ShowArguments const& arguments) {
    stop_at_once_when_told();
    auto const snapshot = load(options);
    SystemClock const real;
    // The command line first: a wrong time is a usage error, display or not.
    auto const start = arguments.at.empty() ? rehearsal_start(snapshot, real.now())
                                            : resolve(to_time_argument(arguments.at), snapshot.schedule);
    print(snapshot.problems, options);
    auto stage = set_up(snapshot, options, arguments);
    if (!stage) return Exit::machine_cannot;
    // Simulated time may be floating: it is never held against a real clock.
    Display display(snapshot, stage->studio->metrics(), ClockFace::shown);
    RehearsalClock clock(real, start, arguments.speed);
    Show show(*stage->screen, stage->studio->painter(), display, clock, real, show_options(arguments, "rehearsal"));
    return exit_of(show.run());
}

}  // namespace kiosk
