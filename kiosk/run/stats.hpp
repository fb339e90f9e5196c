// --stats FILE: once a second, what the display is doing. COMMANDS.md is its contract.
#pragma once

#include <string>
#include <vector>

#include "run/running_order.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// What the show knows of itself.
struct ShowStats {
    Instant now{};
    std::string slide;
    std::vector<std::string> sessions;
    long long frames = 0;             ///< presented since the start
    milliseconds longest_gap{0};      ///< since the last report: the longest wait for a frame that was due
    milliseconds first_frame{0};      ///< from the start of the process
    std::string fingerprint;          ///< of the last whole picture
    std::vector<SourceState> sources;
    ClockJudgement clock;
    long long watchdog_pings = 0;     ///< to systemd, since the start
};

/// What the kernel and the heap know of this process.
struct ProcessStats {
    long long rss_kb = 0;
    long long heap_kb = 0;  ///< in use; without what the heap keeps free, and without surfaces, which are mapped alone
    long long fds = 0, threads = 0, cpu_ms = 0;
};

ProcessStats read_process_stats();

/// Since the kernel started this process; exact to 10 ms. Source: proc(5), starttime.
milliseconds process_age();

std::string to_json(ShowStats const& show, ProcessStats const& process);

}  // namespace kiosk
