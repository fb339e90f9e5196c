#include "cli/command.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>

#include <unistd.h>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "io/files.hpp"
#include "io/line_log.hpp"
#include "io/photos_once.hpp"
#include "io/web_sources.hpp"
#include "paint/studio.hpp"
#include "schedule/ends.hpp"

namespace kiosk {
namespace {

std::string host_name() {
    char name[256] = {};
    if (::gethostname(name, sizeof name - 1) != 0) return {};
    return name;
}

/// A reader that goes away (`kiosk timeline EVENT | head`) has what it wanted.
Exit stdout_failed(int error) {
    if (error == EPIPE) return Exit::done;
    fmt::print(stderr, "kiosk: error: the output cannot be written: {}; check where it goes and the free space [file-unwritable]\n",
               std::strerror(error));
    return Exit::machine_cannot;
}

/// What a display has kept is read and not written.
Outcome<SourceText> read_once(std::string const& url) {
    auto const state = StateFolder::look(state_candidates());
    GoodCopies copies(state);
    return read_web_address(url, copies);
}

/// They are fetched when they are drawn.
std::vector<WebPhoto> taken_to_be_there(std::vector<WantedPhoto> const& wanted) { return std::vector<WebPhoto>(wanted.size(), WebPhoto{1}); }

}  // namespace

Exit flush_stdout() { return std::fflush(stdout) == 0 ? Exit::done : stdout_failed(errno); }

Snapshot load(CommonOptions const& options, std::string const& format, ReadUrl read_url, WantPhotos want_photos) {
    if (!read_url) read_url = read_once;
    if (!want_photos) want_photos = taken_to_be_there;
    auto snapshot = load_event(options.event, {options.date, options.time_zone, options.display, options.room, options.theme,
                                               format, host_name(), data_folder(), std::move(read_url), std::move(want_photos), options.shows_nothing});
    if (options.rotate) snapshot.display.rotate = *options.rotate;
    return snapshot;
}

Outcome<std::unique_ptr<Studio>> open_studio(Snapshot const& snapshot, PhotosOnce& photos) {
    return Studio::open(data_folder(), snapshot.photos, snapshot.logo, han_language(snapshot),
                        [&photos](WantedPhoto const& wanted) { return photos.read(wanted); });
}

std::string han_language(Snapshot const& snapshot) {
    auto const& of_event = snapshot.settings.event.language;
    if (han_shapes_for(of_event) != HanShapes::by_text) return of_event;
    std::map<std::string, int> counts;
    for (auto const& session : snapshot.schedule.sessions())
        if (han_shapes_for(session.language) != HanShapes::by_text) ++counts[session.language];
    auto const most = std::max_element(counts.begin(), counts.end(),
                                       [](auto const& a, auto const& b) { return a.second < b.second; });
    return most == counts.end() ? of_event : most->first;
}

void say_on_stderr(std::string const& line) {
    static LineLog log(STDERR_FILENO);
    log.say("kiosk: " + escaped_line(line));
}

void print(std::vector<Problem> problems, CommonOptions const& options) {
    sort_by_place(problems);
    for (auto const& problem : problems) {
        if (options.quiet && problem.severity != Severity::error) continue;
        if (!options.verbose && problem.severity == Severity::note) continue;
        std::fputs((to_line(problem) + "\n").c_str(), stderr);  // fmt would throw where nobody can read it
    }
}

TimeArgument to_time_argument(std::string const& text) {
    if (auto const time = parse_time_argument(text)) return *time;
    throw UsageError{fmt::format("\"{}\" is no time: write 10:12, 2023-12-16T10:12 or 2023-12-16T16:12Z", text)};
}

Instant resolve(TimeArgument const& time, Schedule const& schedule) {
    if (time.instant) return *time.instant;
    auto const& zone = schedule.zone();
    if (time.wall) return zone.to_instant(*time.wall);
    auto const& sessions = schedule.sessions();
    auto day = schedule.event().first_day;
    if (!day && !sessions.empty()) day = logical_day(sessions.front().when.begin, zone);
    if (!day) throw UsageError{"the event has no day yet: write the time with its date, like 2023-12-16T10:12"};
    return zone.to_instant(WallTime{*day} + *time.time_of_day);
}

Exit write_result(std::string const& file, GiveBytes const& give, CommonOptions const& options) {
    if (file.empty() || file == "-") {
        int error = 0;
        give([&](std::string_view piece) {
            if (!error && std::fwrite(piece.data(), 1, piece.size(), stdout) != piece.size()) error = errno;
        });
        if (!error && std::fflush(stdout) != 0) error = errno;
        return error ? stdout_failed(error) : Exit::done;
    }
    auto problems = write_atomically(file, give);
    if (problems.empty()) return Exit::done;
    print(std::move(problems), options);
    return Exit::machine_cannot;
}

Exit write_result(std::string const& file, std::string_view bytes, CommonOptions const& options) {
    return write_result(file, [bytes](ByteSink const& sink) { sink(bytes); }, options);
}

}  // namespace kiosk
