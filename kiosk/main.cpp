// Picks a subcommand; sole owner of exit codes.
#include <csignal>
#include <cstdio>
#include <new>

#include <fmt/format.h>
#include <malloc.h>

#include "cli/arguments.hpp"
#include "cli/event_trial.hpp"
#include "paint/decoder_process.hpp"

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write, not a death
    // A surface has megabytes. glibc would take the second one from the heap, where it leaves a hole.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    try {
        if (argc > 1 && argv[1] == kiosk::decoder_flag) return kiosk::run_decoder({argv + 2, argv + argc});
        if (argc > 1 && argv[1] == kiosk::trial_flag) return kiosk::run_event_trial({argv + 2, argv + argc});
        return static_cast<int>(kiosk::run_command_line(argc, argv));
    } catch (std::bad_alloc const&) {
        std::fputs("kiosk: error: the machine is out of memory; restart me\n", stderr);
    } catch (std::exception const& error) {
        fmt::print(stderr, "kiosk: error: {}; this is a fault of the program, please report it\n", error.what());
    }
    return static_cast<int>(kiosk::Exit::machine_cannot);
}
