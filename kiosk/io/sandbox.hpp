// What a process may do from here on that is about to look at bytes which anybody may have made.
#pragma once

#include <cstddef>

namespace kiosk {

struct SandboxLimits {
    std::size_t memory = 0;  ///< bytes of address space beyond what the process has by now
    int cpu_seconds = 0;     ///< beyond what it has used by now
};

/// Bounds memory and processor time, and then gives up everything but memory, and what is open already: no files, sockets,
/// processes or signals to others. For good. What the machine or its service manager does not allow to be given up stays.
/// When memory runs out on the machine, this process is the first to go. With sanitizers, which need all of that to
/// report, processor time alone is bounded. Source: setrlimit(2), seccomp(2), proc(5) oom_score_adj.
void enter_sandbox(SandboxLimits const& limits);

/// The bounds alone. Source: setrlimit(2).
void limit_resources(SandboxLimits const& limits);

/// Are system calls filtered in this process? Source: proc(5), Seccomp.
bool has_filtered_calls();

}  // namespace kiosk
