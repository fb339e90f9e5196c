#include "cli/event_trial.hpp"

#include <charconv>
#include <new>

#include <date/date.h>
#include <fmt/format.h>

#include "base/limits.hpp"
#include "io/helper_process.hpp"
#include "io/sandbox.hpp"
#include "run/system_clock.hpp"

namespace kiosk {
namespace {

constexpr SandboxLimits trial_limits{most_trial_memory, most_trial_cpu_seconds};
constexpr int out_of_memory = 9;  // an exit code of the trial's own

std::vector<std::string> to_words(CommonOptions const& options) {
    return {options.event, options.display, options.room, options.theme, options.time_zone, options.date ? date::format("%F", *options.date) : ""};
}

CommonOptions to_options(std::span<char const* const> words) {
    CommonOptions options;
    std::size_t at = 0;
    for (auto* const text : {&options.event, &options.display, &options.room, &options.theme, &options.time_zone}) *text = words[at++];
    options.date = parse_day(words[at]);
    return options;
}

/// Of each address a line with the lengths of its name and its text, then the two.
std::string head_of(std::string const& url, SourceText const& text) { return fmt::format("{} {}\n", url.size(), text.text.size()); }

WebTexts to_texts(std::string_view input) {
    WebTexts texts;
    while (!input.empty()) {
        std::size_t name = 0, length = 0;
        auto const* const end = input.data() + input.size();
        auto const first = std::from_chars(input.data(), end, name);
        if (first.ec != std::errc{} || first.ptr == end) break;
        auto const second = std::from_chars(first.ptr + 1, end, length);
        if (second.ec != std::errc{} || second.ptr == end) break;
        input.remove_prefix(static_cast<std::size_t>(second.ptr + 1 - input.data()));
        if (name > input.size() || length > input.size() - name) break;
        std::string const url(input.substr(0, name));
        texts[url] = SourceText{url, std::string(input.substr(name, length))};
        input.remove_prefix(name + length);
    }
    return texts;
}

/// What a display does with an event before anything is drawn.
void read_and_plan(CommonOptions const& options, WebTexts const& texts) {
    auto const snapshot = load(options, "auto", [&](std::string const& url) -> Outcome<SourceText> {
        auto const text = texts.find(url);
        if (text == texts.end()) return {};
        return {text->second, {}};
    });
    auto const scenes = scenes_of(snapshot);
    (void)scenes.at(SystemClock().now());
    for (auto const& session : snapshot.schedule.sessions()) {
        (void)scenes.at(session.when.begin);
        if (&session - snapshot.schedule.sessions().data() == 20) break;
    }
}

}  // namespace

std::string try_event(CommonOptions const& options, WebTexts const& texts, std::stop_token const& stop) {
    HelperTask task{to_words(options), {}, longest_trial, 0};
    task.arguments.insert(task.arguments.begin(), std::string(trial_flag));
    std::vector<std::string> heads;
    heads.reserve(texts.size());
    for (auto const& [url, text] : texts) {
        heads.push_back(head_of(url, text));
        task.input.insert(task.input.end(), {heads.back(), url, text.text});
    }
    auto const end = run_helper(task, stop);
    if (!end || end->has_code(0)) return {};
    if (end->has_code(out_of_memory)) return fmt::format("reading the event takes more than {} MB of memory", trial_limits.memory >> 20);
    if (end->is_out_of_time()) return fmt::format("reading the event takes more than {} s", trial_limits.cpu_seconds);
    return "reading the event breaks the program; please report it";
}

int run_event_trial(std::span<char const* const> arguments) try {
    if (arguments.size() != to_words({}).size()) return static_cast<int>(Exit::usage);
    limit_resources(trial_limits);
    read_and_plan(to_options(arguments), to_texts(mapped_stdin()));
    return 0;
} catch (std::bad_alloc const&) {
    return out_of_memory;
}

}  // namespace kiosk
