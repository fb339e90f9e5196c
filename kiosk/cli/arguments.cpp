#include "cli/arguments.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <functional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "export/export.hpp"
#include "import/import.hpp"
#include "io/field_maps.hpp"
#include "io/files.hpp"

namespace kiosk {
namespace {

constexpr int smallest_side = 64, largest_side = 16384;  // pixels
constexpr int largest_speed = 100'000;

std::optional<Size> parse_size(std::string_view text) {
    auto const cross = text.find('x');
    if (cross == std::string_view::npos) return {};
    auto const number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc{} || end != digits.data() + digits.size()) return {};
        if (value < smallest_side || value > largest_side) return {};
        return value;
    };
    auto const width = number(text.substr(0, cross)), height = number(text.substr(cross + 1));
    if (!width || !height) return {};
    return Size{*width, *height};
}

/// 0: no number, or none that fits.
long long parse_count(std::string_view text) {
    long long value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

std::optional<double> parse_speed(std::string_view text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    if (!(value >= 0 && value <= largest_speed)) return {};  // "nan" is a number to from_chars
    return value;
}

/// The event that is meant where none is named: the one of this folder, else the machine's.
std::string usual_event() {
    if (char const* given = std::getenv("KIOSK_EVENT")) return given;
    std::error_code error;
    for (auto const* candidate : {"event.toml", "/etc/kiosk/event.toml"})
        if (std::filesystem::is_regular_file(candidate, error)) return candidate;
    throw UsageError{"no event named, and there is no event.toml here: kiosk show EVENT, or kiosk --help"};
}

enum class EventArgument { required, optional };

void add_common(CLI::App& command, CommonOptions& options, EventArgument event) {
    auto* argument = command.add_option("EVENT", options.event, "Event file (.toml), or a schedule in any known format");
    if (event == EventArgument::required) argument->required();
    command.add_option("--display", options.display, "Which [[display]] of the event file this is");
    command.add_option("--room", options.room, "Show this room instead of the display's");
    command.add_option("--theme", options.theme, "Theme of config/themes/, or a theme file");
    command.add_option("--time-zone", options.time_zone, "The venue's time zone, like Europe/Berlin");
    command.add_option_function<std::string>("--date", [&options](std::string const& text) {
        options.date = parse_day(text);
        if (!options.date) throw CLI::ValidationError("--date", fmt::format("\"{}\" is no day: write 2023-12-16", text));
    }, "The event's first day, YYYY-MM-DD");
    command.add_option("--rotate", options.rotate, "Turn the picture clockwise on its panel: 0, 90, 180 or 270")
        ->check(CLI::IsMember({0, 90, 180, 270}));
    command.add_flag("-q,--quiet", options.quiet, "Print errors only");
    command.add_flag("-v,--verbose", options.verbose, "Print notes, too");
}

void add_size(CLI::App& command, CommonOptions& options, char const* description = "Pixels, WxH (default 1920x1080)") {
    command.add_option_function<std::string>("--size", [&options](std::string const& text) {
        auto const size = parse_size(text);
        if (!size) throw CLI::ValidationError("--size", fmt::format("\"{}\" is no size: write 1920x1080 ({} to {} each)", text, smallest_side, largest_side));
        options.size = *size;
        options.is_size_given = true;
    }, description);
}

/// All options of all subcommands, and the one that was chosen.
struct CommandLine {
    CommonOptions common;
    RenderOptions render;
    StoryboardOptions storyboard;
    TimelineOptions timeline;
    CheckOptions check;
    ImportOptions import;
    CtlOptions ctl;
    ShowArguments show;
    std::function<Exit()> chosen;
};

void add_show(CLI::App& app, CommandLine& line, char const* name, char const* description) {
    bool const is_rehearsal = std::string_view(name) == "rehearse";
    auto* command = app.add_subcommand(name, description);
    add_common(*command, line.common, EventArgument::optional);
    add_size(*command, line.common, "Pixels of the window, WxH (default 1280x720)");
    command->add_flag("--windowed", line.show.windowed, "In a window instead of fullscreen");
    command->add_option("--stats", line.show.stats, "Write what the display does to FILE once a second, as JSON");
    command->add_option_function<std::string>("--frames", [&line](std::string const& text) {
        line.show.frames = parse_count(text);
        if (line.show.frames <= 0) throw CLI::ValidationError("--frames", fmt::format("\"{}\" is no number of frames: write 100", text));
    }, "End after N presented frames");
    if (is_rehearsal) {
        command->add_option("--at", line.show.at, "Simulated start (default: 5 minutes before the first session)");
        command->add_option_function<std::string>("--speed", [&line](std::string const& text) {
            auto const speed = parse_speed(text);
            if (!speed) throw CLI::ValidationError("--speed", fmt::format("\"{}\" is no speed: write 60, or anything from 0 to {}", text, largest_speed));
            line.show.speed = *speed;
        }, "Simulated seconds a second (default 60)");
    }
    command->callback([&line, is_rehearsal] {
        if (line.common.event.empty()) line.common.event = usual_event();
        line.chosen = [&line, is_rehearsal] { return is_rehearsal ? rehearse(line.common, line.show) : show(line.common, line.show); };
    });
}

void add_render(CLI::App& app, CommandLine& line) {
    auto* command = app.add_subcommand("render", "Draw what a display shows at T, without a display");
    add_common(*command, line.common, EventArgument::required);
    add_size(*command, line.common);
    command->add_option("--at", line.render.at, "10:12, 2023-12-16T10:12, or an instant with Z or an offset");
    command->add_option("-o,--output", line.render.output, "PNG file, or - for stdout");
    command->add_option("--slide", line.render.slide, "One of the slides that take turns then");
    command->add_flag("--list-slides", line.render.list_slides, "Print their names instead");
    command->callback([&line] { line.chosen = [&line] { return render(line.common, line.render); }; });
}

void add_storyboard(CLI::App& app, CommandLine& line) {
    auto* command = app.add_subcommand("storyboard", "Draw the whole day at a glance");
    add_common(*command, line.common, EventArgument::required);
    add_size(*command, line.common);
    command->add_option("-o,--output", line.storyboard.output, "PNG file, or - for stdout")->required();
    command->add_option("--from", line.storyboard.from, "From T on");
    command->add_option("--to", line.storyboard.to, "Up to T");
    command->callback([&line] { line.chosen = [&line] { return storyboard(line.common, line.storyboard); }; });
}

void add_timeline(CLI::App& app, CommandLine& line) {
    auto* command = app.add_subcommand("timeline", "Print what is shown when");
    add_common(*command, line.common, EventArgument::required);
    command->add_option("--from", line.timeline.from, "From T on");
    command->add_option("--to", line.timeline.to, "Up to T");
    command->add_flag("--json", line.timeline.json, "As JSON");
    command->callback([&line] { line.chosen = [&line] { return print_timeline(line.common, line.timeline); }; });
}

void add_check(CLI::App& app, CommandLine& line) {
    auto* command = app.add_subcommand("check", "Report everything that is wrong or doubtful, with what to do");
    add_common(*command, line.common, EventArgument::optional);
    add_size(*command, line.common);
    command->add_flag("--json", line.check.json, "As JSON, on stdout");
    command->add_flag("--strict", line.check.strict, "Warnings count as errors");
    command->add_flag("--list-codes", line.check.list_codes, "Print every code and what it means");
    command->callback([&line] {
        if (line.common.event.empty() && !line.check.list_codes) line.common.event = usual_event();
        line.chosen = [&line] { return check(line.common, line.check); };
    });
}

void check_format(std::string const& format) {
    if (format == "auto") return;
    std::string known;
    for (auto const& one : formats()) {
        if (one.name == format) return;
        known += fmt::format("{}{}", known.empty() ? "" : ", ", one.name);
    }
    if (format.ends_with(".toml")) return;
    for (auto const& one : read_field_maps(data_folder()).maps) {
        if (one.name == format) return;
        known += ", " + one.name;
    }
    throw UsageError{fmt::format("there is no format \"{}\"; known formats: {}", format, known)};
}

void add_import(CLI::App& app, CommandLine& line) {
    auto* command = app.add_subcommand("import", "Read any schedule, write a clean one");
    add_common(*command, line.common, EventArgument::optional);
    command->add_option("--from", line.import.from, "Format of the source (default: told by its content)");
    std::vector<std::string> names;
    for (auto const& format : export_formats()) names.emplace_back(format.name);
    command->add_option("--to", line.import.to, "Format to write")->check(CLI::IsMember(names));
    command->add_option("-o,--output", line.import.output, "File, or - for stdout");
    command->add_flag("--list-formats", line.import.list_formats, "Print the formats that can be read");
    command->callback([&line] {
        if (line.common.event.empty() && !line.import.list_formats) throw UsageError{"import needs a SOURCE: kiosk import schedule.html"};
        check_format(line.import.from);
        line.chosen = [&line] { return import(line.common, line.import); };
    });
}

/// The operator's words may look like options ("--room R"): they are taken as they are. Ours come first.
void add_ctl(CLI::App& app, CommandLine& line) {
    auto* command = app.add_subcommand("ctl", "Tell running displays something");
    command->prefix_command();
    command->add_option("--display", line.ctl.display, "The display of that name alone");
    command->add_option("--runtime-dir", line.ctl.folder, "The folder with the displays' sockets");
    command->add_flag("--rehearsal", line.ctl.rehearsal, "Rehearsals instead of displays");
    command->add_flag("--list-commands", line.ctl.list_commands, "Print the commands");
    command->callback([&line, command] {
        line.ctl.words = command->remaining();
        line.chosen = [&line] { return ctl(line.ctl); };
    });
}

/// A bare word that names no file. "schedule.html", which may come later, is an event all the same.
bool is_misspelt_command(std::string const& word) {
    std::error_code error;
    return !word.starts_with('-') && word.find_first_of("./:") == std::string::npos && !std::filesystem::exists(word, error);
}

/// `kiosk EVENT` is `kiosk show EVENT`: the first word that is neither an option nor a subcommand
/// is an event.
std::vector<std::string> with_subcommand(CLI::App const& app, int argc, char const* const* argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    bool const asks = std::any_of(words.begin(), words.end(), [](std::string const& word) { return word == "--help" || word == "-h" || word == "--version"; });
    auto const commands = app.get_subcommands([](CLI::App const*) { return true; });
    bool const is_command = !words.empty() && std::any_of(commands.begin(), commands.end(), [&](CLI::App const* command) { return command->get_name() == words.front(); });
    if (!is_command && !(asks && words.size() == 1)) {
        if (!words.empty() && is_misspelt_command(words.front())) throw UsageError{fmt::format("there is no command and no file \"{}\"; see kiosk --help", words.front())};
        words.insert(words.begin(), "show");
    }
    std::reverse(words.begin(), words.end());  // as CLI11 takes them
    return words;
}

}  // namespace

Exit run_command_line(int argc, char const* const* argv) {
    CommandLine line;
    CLI::App app("The display outside the room: shows an event's schedule by the clock.", "kiosk");
    app.set_version_flag("--version", "kiosk " KIOSK_VERSION);
    app.require_subcommand(1);
    add_show(app, line, "show", "Show the event fullscreen, by the system clock (also: kiosk EVENT)");
    add_show(app, line, "rehearse", "The same with simulated time, and a badge that says so");
    add_render(app, line);
    add_storyboard(app, line);
    add_timeline(app, line);
    add_check(app, line);
    add_import(app, line);
    add_ctl(app, line);
    app.add_subcommand("doctor", "Say whether this machine can do the job")->callback([&line] { line.chosen = [] { return doctor(); }; });
    try {
        app.parse(with_subcommand(app, argc, argv));
        return line.chosen();
    } catch (CLI::Success const& help) {
        app.exit(help);
        return flush_stdout();
    } catch (CLI::ParseError const& error) {
        fmt::print(stderr, "kiosk: {}; see kiosk --help\n", error.what());
    } catch (UsageError const& error) {
        fmt::print(stderr, "kiosk: {}\n", error.message);
    }
    return Exit::usage;
}

}  // namespace kiosk
