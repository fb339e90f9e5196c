// Telling a running display something.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/problem.hpp"
#include "control/reply.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// Sends one command line to the display that listens on `socket`, and waits for its reply. Errors:
/// `control-unavailable` if nobody listens or nobody answers in time.
Outcome<Reply> tell(std::filesystem::path const& socket, std::string_view line, milliseconds longest = seconds{10});

}  // namespace kiosk
