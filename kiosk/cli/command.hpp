// What the subcommands share: their options, and how they end.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_sink.hpp"
#include "base/problem.hpp"
#include "io/event_loader.hpp"
#include "layout/picture.hpp"
#include "time/instant.hpp"

namespace kiosk {

class PhotosOnce;
class Studio;

/// The only ways in which the program ends. Source: COMMANDS.md, "Exit codes".
enum class Exit { done = 0, input_has_errors = 1, usage = 2, machine_cannot = 3 };

/// The options that most subcommands take, as given. An option wins over the event file.
struct CommonOptions {
    std::string event;
    std::string display, theme, time_zone, room;
    std::optional<Day> date;
    Size size{1920, 1080};
    bool is_size_given = false;
    std::optional<int> rotate;  ///< degrees
    bool quiet = false, verbose = false;
    bool shows_nothing = false;  ///< of the event its schedule alone is wanted
};

/// Where a command may fail for a reason that is the user's to mend: one line, exit code 2.
struct UsageError {
    std::string message;
};

/// Loads the event as the options say. `read_url`: none: each address is asked once, and where it does not answer,
/// what it said last time counts. `want_photos`: none: photos on the web are taken to be there.
Snapshot load(CommonOptions const& options, std::string const& format = "auto", ReadUrl read_url = {}, WantPhotos want_photos = {});

/// Opens what draws `snapshot` for a command that looks once: `photos` are fetched when they are first asked for.
Outcome<std::unique_ptr<Studio>> open_studio(Snapshot const& snapshot, PhotosOnce& photos);

/// Whose shapes of Han characters the display's readers know (BCP 47): the event's language if it is
/// Chinese, Japanese or Korean, else the one of these that most sessions say they are in, else the event's.
std::string han_language(Snapshot const& snapshot);

/// Prints problems to stderr, one a line, sorted by place. `quiet`: errors only; notes only if
/// `verbose`.
void print(std::vector<Problem> problems, CommonOptions const& options);

/// A line that is no problem of a file: "kiosk: …".
void say_on_stderr(std::string const& line);

/// T of the command line as an instant at the venue. Throws UsageError.
Instant resolve(TimeArgument const& time, Schedule const& schedule);
TimeArgument to_time_argument(std::string const& text);

/// Writes to a file, or to stdout for "-" and for no name. Prints why not.
Exit write_result(std::string const& file, GiveBytes const& give, CommonOptions const& options);
Exit write_result(std::string const& file, std::string_view bytes, CommonOptions const& options);

/// What was printed to stdout must arrive, too. Prints why not.
Exit flush_stdout();

// The subcommands, each in a file of its own.
struct RenderOptions {
    std::string at, output, slide;
    bool list_slides = false;
};
Exit render(CommonOptions const& options, RenderOptions const& render);

struct StoryboardOptions {
    std::string output, from, to;
};
Exit storyboard(CommonOptions const& options, StoryboardOptions const& storyboard);

struct TimelineOptions {
    std::string from, to;
    bool json = false;
};
Exit print_timeline(CommonOptions const& options, TimelineOptions const& timeline);

struct CheckOptions {
    bool json = false, strict = false, list_codes = false;
};
Exit check(CommonOptions const& options, CheckOptions const& check);

struct ImportOptions {
    std::string from = "auto", to = "frab-json", output;
    bool list_formats = false;
};
Exit import(CommonOptions const& options, ImportOptions const& import);

struct CtlOptions {
    std::vector<std::string> words;  ///< the command
    std::string display, folder;     ///< empty: every display of this machine; where displays usually are
    bool rehearsal = false;          ///< rehearsals instead of displays
    bool list_commands = false;
};
Exit ctl(CtlOptions const& options);

/// Whether this machine can do the job, a line for each thing that it needs. Exit::machine_cannot: it can't.
Exit doctor();

struct ShowArguments {
    std::string at, stats;
    double speed = 60;
    long long frames = 0;  ///< end after so many; 0: never
    bool windowed = false;
};
Exit show(CommonOptions const& options, ShowArguments const& show);
Exit rehearse(CommonOptions const& options, ShowArguments const& show);

}  // namespace kiosk
