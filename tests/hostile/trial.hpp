// One run of the program under limits, and what came of it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace kiosk {

struct TrialLimits {
    std::size_t address_space_mib = 0;  ///< 0: none
    std::size_t stack_kib = 0;          ///< 0: as usual
    int cpu_seconds = 5, wall_seconds = 10;
};

struct TrialResult {
    int exit = -1;      ///< -1: it did not end by itself
    std::string ended;  ///< "by signal 11", "after 10 s"; empty: by itself
    bool is_late = false;  ///< it reached the limit of the clock, not that of the processor
    double cpu_seconds = 0, wall_seconds = 0;
    long peak_mib = 0;
    std::string out, err;
};

/// Runs `command`, whose first word is a path, and waits for its end. `work`: a folder for what it prints.
TrialResult run_trial(std::vector<std::string> const& command, TrialLimits const& limits, std::filesystem::path const& work);

}  // namespace kiosk
