// What a bad server does: named behaviours, each a script of bytes and pauses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/instant.hpp"

namespace kiosk {

struct FaultStep {
    std::string bytes;
    milliseconds pause{0};  ///< before the bytes
    bool in_drips = false;  ///< one byte at a time, the pause before each
    bool for_ever = false;  ///< again and again, until the client has enough
};

enum class FaultEnding { close, reset, hold };

struct FaultScript {
    std::vector<FaultStep> steps;
    FaultEnding ending = FaultEnding::close;
    std::optional<std::string> whole = {};  ///< what a careful client may take for the body; empty: nothing
};

/// What a script can depend on.
struct FaultContext {
    std::string path;    ///< of the request, with its query
    std::string origin;  ///< "http://127.0.0.1:8080", where the server is
    std::string body;    ///< of the page that it should serve
    int request = 0;     ///< from 1, since the behaviour began
};

/// The script for a request. Source of the names: fault_names(); a name may end in ":" and a number.
FaultScript fault_script(std::string_view name, FaultContext const& context);

/// Every behaviour, in the order of the table that the tests print.
std::vector<std::string> fault_names();

/// gzip, zlib (for "deflate"), as a server would pack it. Source: RFC 1952, RFC 1950.
std::string gzipped(std::string_view bytes);
std::string deflated(std::string_view bytes);

}  // namespace kiosk
