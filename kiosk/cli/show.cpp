// show and rehearse: the same loop with two clocks.
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/displays.hpp"
#include "cli/safe_mode.hpp"
#include "io/blocked_signal.hpp"
#include "io/last_face.hpp"
#include "io/service_manager.hpp"
#include "io/watch.hpp"
#include "paint/late_sdl.hpp"
#include "present/window.hpp"
#include "run/errands.hpp"
#include "run/system_clock.hpp"

namespace kiosk {
namespace {

constexpr minutes rehearsal_lead{5};  // before the day's first session
constexpr seconds longest_turn{8};    // of the loop; with the restart, a picture is back within 15 s
constexpr minutes safe_for{15};       // then the event is tried again

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

char const* start_file = nullptr;  // signal handlers reach nothing but globals

/// While the show is being set up there is nothing to end gently: told to stop, it stops. `record`: of the start that this is
/// the end of; null: none is kept.
void stop_at_once_when_told(StartRecord const* record) {
    start_file = record ? record->file().c_str() : nullptr;
    for (int const signal : {SIGTERM, SIGINT})
        std::signal(signal, [](int) {
            if (start_file) ::unlink(start_file);
            ::_exit(static_cast<int>(Exit::done));
        });
}

/// Nothing else helps where a driver waits for ever; whoever started us starts us again.
void give_up() {
    say_on_stderr("the display takes no pictures any more: restart me");
    ::_exit(static_cast<int>(Exit::machine_cannot));
}

ShowOptions show_options(ShowArguments const& arguments) {
    ShowOptions options;
    if (arguments.frames > 0) options.frames = arguments.frames;
    if (!arguments.stats.empty()) options.stats = arguments.stats;
    options.say = say_on_stderr;
    return options;
}

/// `safe`: of this start.
Exit show_event(CommonOptions const& options, ShowArguments const& arguments, SafeMode const& safe) {
    EventSources sources(options, true);
    SystemClock const clock;
    ServiceManager manager;
    HangWatch hang_watch(longest_turn, give_up);
    std::jthread loading(load_sdl);  // after these: the C library starts no thread while it opens a library
    auto first = load_at_start([&](ReadUrl const& read_url) { return sources.load(options, read_url); }, sources.web(), clock.now());
    if (safe.care() != Care::usual) first.problems.clear();  // that it has no schedule is no news
    auto displays = displays_of(sources, options, std::move(first));
    loading.join();
    if (!set_up(displays, options, arguments)) return Exit::machine_cannot;
    Errands errands;
    if (safe.care() == Care::usual)
        displays.front()->on_shown([&](Snapshot const& snapshot) {
            errands.run([&safe, &sources, face = face_of(snapshot)] { safe.keep_face(face, sources.state()); });
        });
    auto const evidence = [&clock, &sources] {
        auto known = clock.evidence();
        known.server_ahead = sources.web().server_ahead(known.now);
        for (auto const& source : sources.web().states()) known.passed = std::max(known.passed, source.known);
        return known;
    };
    auto const memory = safe.care() == Care::bare ? DisplayParts::Memory::none : DisplayParts::Memory::kept;
    auto const wait = std::make_shared<Wait>();
    std::vector<Show*> shows;
    for (auto const& display : displays) {
        auto its = show_options(arguments);
        bool const is_first = shows.empty();
        its.wait = wait;
        if (is_first) its.manager = &manager, its.hang_watch = &hang_watch;
        if (its.stats) its.stats = stats_file(arguments.stats, *display, is_first);
        shows.push_back(&display->start(clock, std::move(its), evidence, memory));
    }
    return exit_of(run(sources, displays, shows));
}

/// Calls `call` after `time`, unless it ends before.
std::jthread after(milliseconds time, std::function<void()> call) {
    return std::jthread([time, call = std::move(call)](std::stop_token const& stop) {
        leave_signals_to_the_loop();
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any bell;
        bell.wait_for(lock, stop, time, [] { return false; });
        if (!stop.stop_requested()) call();
    });
}

/// Until the event file changes, or for a quarter of an hour; then the event is worth another try.
Exit show_safely(CommonOptions const& options, ShowArguments const& arguments, SafeMode const& safe) {
    say_on_stderr(fmt::format("safe mode: the display died {} times within five minutes. It shows who it is, the time, and whom to call; {} is tried "
                              "again when it changes, and every {} minutes",
                              safe.record().failed(), options.event, safe_for.count()));
    if (is_bare_console()) ::unsetenv("KIOSK_PRESENTER");
    else ::setenv("KIOSK_PRESENTER", "software", 1);
    std::atomic<bool> is_over = false;
    auto const end = [&is_over] {
        is_over = true;
        ::kill(::getpid(), SIGTERM);
    };
    FileWatch const watch({options.event}, end);
    auto const timer = after(safe_for, end);
    auto const exit = show_event(safe.options(), arguments, safe);
    if (!is_over) return exit;
    safe.record().forget_all();
    say_on_stderr("safe mode is over: restart me");
    return Exit::machine_cannot;
}

}  // namespace

Exit show(CommonOptions const& options, ShowArguments const& arguments) {
    SafeMode const safe(options);
    std::signal(SIGHUP, SIG_IGN);  // all is read anyway
    stop_at_once_when_told(&safe.record());
    settle_environment();
    auto const exit = safe.care() == Care::usual ? show_event(options, arguments, safe) : show_safely(options, arguments, safe);
    safe.record().ended_well();
    return exit;
}

Exit rehearse(CommonOptions const& options, ShowArguments const& arguments) {
    stop_at_once_when_told(nullptr);
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
    HangWatch hang_watch(longest_turn, give_up);
    auto its = show_options(arguments);
    its.hang_watch = &hang_watch;
    auto& show = displays.front()->rehearse(clock, real, std::move(its));
    return exit_of(run(sources, displays, {&show}));
}

}  // namespace kiosk
