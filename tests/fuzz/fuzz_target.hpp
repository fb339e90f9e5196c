// Readers of what strangers write, each with everything that the program does with the result.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// One door through which bytes come in.
struct FuzzTarget {
    std::string name;                ///< "ics", "event-file"
    std::vector<std::string> seeds;  ///< files and folders of the sources that hold good input
    /// Range: any bytes. Throws Breach if something comes out that must not, whatever goes in.
    std::function<void(std::string_view)> run;
};

/// What holds for any input did not.
class Breach : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline void must(bool holds, std::string const& what) {
    if (!holds) throw Breach(what);
}

/// What kiosk_core reads: schedules, event files, commands, texts, the headers of pictures.
std::vector<FuzzTarget> const& core_fuzz_targets();
/// What kiosk_shell reads without a file, a socket or a clock: headers of HTTP, packed bodies, stored copies.
std::vector<FuzzTarget> const& shell_fuzz_targets();

// For the two above; each in a file of its own.
std::vector<FuzzTarget> reader_targets();
std::vector<FuzzTarget> settings_targets();
std::vector<FuzzTarget> command_targets();
std::vector<FuzzTarget> text_targets();

}  // namespace kiosk
