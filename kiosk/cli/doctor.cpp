// doctor: can this machine do the job?
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/command.hpp"
#include "control/control_folder.hpp"
#include "control/tell.hpp"
#include "io/files.hpp"
#include "io/machine_health.hpp"
#include "io/state_folder.hpp"
#include "paint/studio.hpp"
#include "present/drm_cards.hpp"
#include "run/system_clock.hpp"
#include "time/zone.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

/// One line of the report, and the worst that was found.
class Report {
public:
    void say(Finding finding, std::string_view subject, std::string_view text) {
        static constexpr std::string_view words[] = {"ok", "warning", "error"};
        fmt::print("{:<8} {:<10} {}\n", words[static_cast<int>(finding)], subject, text);
        worst_ = std::max(worst_, finding);
    }
    /// Each problem in a line; where there is none, what is good.
    void say(std::vector<Problem> const& problems, std::string_view subject, std::string_view good) {
        if (problems.empty()) return say(Finding::good, subject, good);
        for (auto const& problem : problems) {
            auto const hint = problem.hint.empty() ? "" : "; " + problem.hint;
            say(problem.severity == Severity::error ? Finding::bad : Finding::doubtful, subject, problem.message + hint);
        }
    }
    Finding worst() const { return worst_; }

private:
    Finding worst_ = Finding::good;
};

bool is_set(char const* variable) {
    char const* const value = std::getenv(variable);
    return value && *value;
}

/// The outputs by the names that an event file uses for them.
void look_at_outputs(Report& report) {
    auto const outputs = drm_connectors();
    for (auto const& output : outputs)
        report.say(Finding::good, "output", fmt::format("{}: {}", output.name, output.is_connected ? "a monitor is there" : "no monitor"));
    if (!outputs.empty() && !card_with_monitor(outputs))
        report.say(Finding::doubtful, "display", "no monitor is plugged in, or it is off; the display waits for one");
}

/// A window system, or a graphics card that this user may open.
void look_at_display(Report& report) {
    look_at_outputs(report);
    if (is_set("WAYLAND_DISPLAY") || is_set("DISPLAY")) return report.say(Finding::good, "display", "a window system is running");
    std::error_code none;
    bool is_there = false;
    for (auto const& entry : fs::directory_iterator("/dev/dri", none)) {
        auto const path = entry.path();
        if (!path.filename().string().starts_with("card")) continue;
        is_there = true;
        if (::access(path.c_str(), R_OK | W_OK) == 0) return report.say(Finding::good, "display", path.string() + " can be opened");
    }
    report.say(Finding::bad, "display",
               is_there ? "the graphics card belongs to others; make this user a member of the groups video and render"
                        : "no window system and no graphics card; start it in a desktop session, or plug a display in");
}

void look_at_clock(Report& report) {
    auto const evidence = SystemClock().evidence();
    auto const judgement = judge(evidence);
    if (!judgement.is_trusted)
        return report.say(Finding::bad, "clock", fmt::format("not to be trusted ({}); until somebody sets it there is no NOW", judgement.source));
    if (evidence.is_synchronised) return report.say(Finding::good, "clock", "kept right by the network");
    report.say(Finding::doubtful, "clock", "nobody keeps it right; enable systemd-timesyncd, or look at it before the doors open");
}

/// The state's folder, and the machine that it lies on.
void look_at_state(Report& report) {
    std::vector<Problem> problems;
    auto const state = StateFolder::open(state_candidates(), problems);
    report.say(problems, "state", state.path().string() + " can be written to");
    for (auto const& line : health_lines(read_machine(state.path()))) report.say(line.finding, line.subject, line.text);
}

/// What of the status says whether there are pictures. Empty: nothing.
std::string frames_in(std::string_view status) {
    constexpr std::string_view subject = "\nframes ";
    auto const at = status.find(subject);
    if (at == status.npos) return {};
    auto line = status.substr(at + subject.size());
    line = line.substr(0, line.find('\n'));
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    return fmt::format(", frames: {}", line);
}

/// The displays that run here, and whether they answer.
void look_at_displays(Report& report) {
    auto folder = control_folder();
    auto sockets = sockets_in(folder, "", false);
    if (sockets.empty() && !is_set("KIOSK_RUNTIME_DIR"))
        if (auto others = sockets_in(service_folder, "", false); !others.empty()) folder = service_folder, sockets = std::move(others);
    report.say(Finding::good, "control", fmt::format("displays running: {}, by their sockets in {}", sockets.size(), folder.string()));
    for (auto const& socket : sockets) {
        auto const told = tell(socket, "status", seconds{6});  // a display that is busy says so after five
        auto const name = socket.stem().string();
        bool const is_well = told.value && told.value->is_done;
        auto const answer = is_well ? "answers" + frames_in(told.value->text)
                                    : "does not answer: " + (told.value ? "it is busy" : told.problems.front().message);
        report.say(is_well ? Finding::good : Finding::doubtful, "control", fmt::format("{} {}", name, answer));
    }
}

}  // namespace

Exit doctor() {
    Report report;
    auto const data = data_folder();
    auto const studio = Studio::open(data, {}, {}, "en-US");
    report.say(studio.problems, "fonts", "each script of fonts/chain.toml has its font");
    report.say(Zone::named("America/Chicago").problems, "zones", "the time zone data is there");
    look_at_clock(report);
    look_at_display(report);
    look_at_state(report);
    look_at_displays(report);
    auto const flushed = flush_stdout();
    return report.worst() == Finding::bad ? Exit::machine_cannot : flushed;
}

}  // namespace kiosk
