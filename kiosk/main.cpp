// Picks a subcommand; sole owner of exit codes.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include "cli/arguments.hpp"
#include "cli/event_trial.hpp"
#include "paint/decoder_process.hpp"

namespace {

constexpr char const* out_of_memory = "kiosk: error: the machine is out of memory; restart me\n";

/// Where no caller can catch anything: at the end of a thread, or while something else is being cleaned up.
[[noreturn]] void give_up() {
    try {
        if (auto const error = std::current_exception()) std::rethrow_exception(error);
    } catch (std::bad_alloc const&) {
        std::fputs(out_of_memory, stderr);
        ::_exit(static_cast<int>(kiosk::Exit::machine_cannot));
    } catch (...) {
    }
    std::fputs("kiosk: error: a fault of the program, please report it\n", stderr);
    std::abort();
}

}  // namespace

int main(int argc, char** argv) {
    std::set_terminate(give_up);
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write, not a death
    std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may not grow: a log, for one
    // A surface has megabytes. glibc would take the second one from the heap, where it leaves a hole.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    // Threads that read for a moment would each keep a heap of their own, with holes of its own.
    mallopt(M_ARENA_MAX, 2);
    try {
        if (argc > 1 && argv[1] == kiosk::decoder_flag) return kiosk::run_decoder({argv + 2, argv + argc});
        if (argc > 1 && argv[1] == kiosk::trial_flag) return kiosk::run_event_trial({argv + 2, argv + argc});
        return static_cast<int>(kiosk::run_command_line(argc, argv));
    } catch (std::bad_alloc const&) {
        std::fputs(out_of_memory, stderr);
    } catch (std::exception const& error) {
        std::fputs(fmt::format("kiosk: error: {}; this is a fault of the program, please report it\n", error.what()).c_str(), stderr);
    }
    return static_cast<int>(kiosk::Exit::machine_cannot);
}
