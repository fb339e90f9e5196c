// ctl: tells running displays something, and prints what they answer.
#include <cstdio>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "command/command.hpp"
#include "command/command_words.hpp"
#include "control/control_folder.hpp"
#include "control/tell.hpp"

namespace kiosk {

Exit ctl(CtlOptions const& options) {
    if (options.list_commands) {
        fmt::print("{}", usage());
        return flush_stdout();
    }
    if (options.words.empty()) throw UsageError{"ctl needs a command; kiosk ctl --list-commands prints them"};
    auto const parsed = parse_command(options.words);
    if (!parsed.value) throw UsageError{parsed.problems.front().message + (parsed.problems.front().hint.empty() ? "" : "; " + parsed.problems.front().hint)};

    auto const folder = options.folder.empty() ? control_folder() : std::filesystem::path(options.folder);
    auto const sockets = sockets_in(folder, options.display, options.rehearsal);
    if (sockets.empty()) {
        fmt::print(stderr, "kiosk: error: no {} runs here{}: there is no socket in {} [control-unavailable]\n", options.rehearsal ? "rehearsal" : "display",
                   options.display.empty() ? "" : fmt::format(" as \"{}\"", options.display), folder.string());
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
