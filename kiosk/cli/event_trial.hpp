// Reading an event in a process of its own first: a source that breaks a reader, or was made to, takes no display with it.
#pragma once

#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/source_text.hpp"
#include "cli/command.hpp"

namespace kiosk {

/// What addresses said, by URL.
using WebTexts = std::map<std::string, SourceText>;

/// The first argument that makes this program try an event: main() then calls run_event_trial() with the others.
inline constexpr std::string_view trial_flag = "--try-event";

/// Has this program, started once more, read the event as `options` say within 5 s of processor time, 10 s in all and 256
/// MiB; an address has said what `texts` has of it. Returns why the event must not be read here; empty: it may, whether it
/// is a good one or not. Where no process can be had, it may: memory is short enough as it is. For any thread.
std::string try_event(CommonOptions const& options, WebTexts const& texts, std::stop_token const& stop = {});

/// The other end. Returns the exit code.
int run_event_trial(std::span<char const* const> arguments);

}  // namespace kiosk
