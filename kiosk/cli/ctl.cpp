// ctl: tells running displays something, and prints what they answer.
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "command/command.hpp"
#include "command/command_words.hpp"
#include "control/control_folder.hpp"
#include "control/tell.hpp"

namespace kiosk {

namespace {

/// Those of this user, else those of the system's service. `folder`: where was looked first.
std::vector<std::filesystem::path> sockets_for(CtlOptions const& options, std::filesystem::path const& folder) {
    auto sockets = sockets_in(folder, options.display, options.rehearsal);
    bool const is_named = !options.folder.empty() || std::getenv("KIOSK_RUNTIME_DIR");
    return sockets.empty() && !is_named ? sockets_in(service_folder, options.display, options.rehearsal) : sockets;
}

/// What may help whoever reached nobody; empty: nothing is known.
std::string_view advice() {
    std::error_code error;
    std::filesystem::directory_iterator const look(service_folder, error);
    return error == std::errc::permission_denied ? "; the display of this machine's service belongs to another user: sudo kiosk ctl" : "";
}

}  // namespace

Exit ctl(CtlOptions const& options) {
    if (options.list_commands) {
        fmt::print("{}", usage());
        return flush_stdout();
    }
    if (options.words.empty()) throw UsageError{"ctl needs a command; kiosk ctl --list-commands prints them"};
    auto const parsed = parse_command(options.words);
    if (!parsed.value) throw UsageError{parsed.problems.front().message + (parsed.problems.front().hint.empty() ? "" : "; " + parsed.problems.front().hint)};

    auto const folder = options.folder.empty() ? control_folder() : std::filesystem::path(options.folder);
    auto const sockets = sockets_for(options, folder);
    if (sockets.empty()) {
        fmt::print(stderr, "kiosk: error: no {} runs here{}: there is no socket in {}{} [control-unavailable]\n", options.rehearsal ? "rehearsal" : "display",
                   options.display.empty() ? "" : fmt::format(" as \"{}\"", options.display), folder.string(), advice());
        return Exit::machine_cannot;
    }
    auto const line = to_line(*parsed.value);
    auto exit = Exit::done;
    for (auto const& socket : sockets) {
        auto const told = tell(socket, line);
        for (auto const& problem : told.problems) fmt::print(stderr, "{}\n", to_line(problem));
        if (!told.value) {
            exit = Exit::machine_cannot;
            continue;
        }
        auto* const stream = told.value->is_done ? stdout : stderr;
        if (sockets.size() > 1) fmt::print(stream, "{}:\n", socket.stem().string());
        fmt::print(stream, "{}", told.value->text);
        if (!told.value->is_done && exit == Exit::done) exit = Exit::input_has_errors;
    }
    auto const flushed = flush_stdout();
    return exit == Exit::done ? flushed : exit;
}

}  // namespace kiosk
