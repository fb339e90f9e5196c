#include "run/operator_desk.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "command/adjusted.hpp"
#include "command/command.hpp"
#include "command/effects.hpp"
#include "io/files.hpp"

namespace kiosk {
namespace {

std::string lines_of(std::vector<Problem> const& problems) {
    std::string text;
    for (auto const& problem : problems) text += to_line(problem) + "\n";
    return text;
}

}  // namespace

OperatorDesk::OperatorDesk(std::filesystem::path memory, DeskCalls calls) : memory_(std::move(memory)), calls_(std::move(calls)) {
    recall();
}

void OperatorDesk::recall() {
    std::error_code error;
    is_recalled_ = memory_.empty() || (!std::filesystem::exists(memory_, error) && !error);
    if (is_recalled_) return;
    auto file = read_text(memory_, memory_.string());
    auto const trouble = lines_of(file.problems);
    if (is_other_trouble(trouble) && !trouble.empty()) calls_.say(to_line(file.problems.front()));
    if (!file.value) return;
    is_recalled_ = true;
    auto read = overrides_from_text(*file.value);
    for (auto const& problem : read.problems) calls_.say(to_line(problem));
    if (read.value) overrides_ = std::move(*read.value);
    first_number_ = overrides_.next_number;
}

void OperatorDesk::carry_out(std::string_view line, std::string_view way_in, Instant t, Schedule const& schedule, std::function<void(Reply)> const& answer) {
    auto const parsed = parse_command(line);
    auto const* const plain = parsed.value ? std::get_if<PlainCommand>(&*parsed.value) : nullptr;
    if (plain && *plain == PlainCommand::status) return calls_.status([answer](std::string text) { answer({true, std::move(text)}); });
    auto reply = effect_of(parsed, way_in, t, schedule);
    if (!std::exchange(is_unkept_, false)) return answer(std::move(reply));
    remember([reply = std::move(reply), answer](std::string const& trouble) { answer({reply.is_done, reply.text + trouble}); });
}

Reply OperatorDesk::effect_of(Outcome<Command> const& parsed, std::string_view way_in, Instant t, Schedule const& schedule) {
    if (!parsed.value) return {false, lines_of(parsed.problems)};
    if (auto const* plain = std::get_if<PlainCommand>(&*parsed.value)) return answer(*plain, t, schedule);
    if (auto const* screenshot = std::get_if<ScreenshotCommand>(&*parsed.value)) return calls_.screenshot(screenshot->file);
    if (auto const* hold = std::get_if<HoldCommand>(&*parsed.value); hold && !hold->slide.empty()) {
        auto const slides = calls_.slides();
        if (std::find(slides.begin(), slides.end(), hold->slide) == slides.end())
            return {false, fmt::format("there is no slide \"{}\" now; there are: {}\n", hold->slide, fmt::join(slides, ", "))};
    }
    if (!is_recalled_) recall();
    is_recalled_ = true;  // or what is said now would be lost to what was said then
    auto applied = apply(overrides_, *parsed.value, t, way_in, schedule);
    if (!applied.value) return {false, lines_of(applied.problems)};
    bool const is_new = applied.value->next_number > overrides_.next_number;
    auto const before = std::exchange(overrides_, std::move(*applied.value));
    is_unkept_ = true;
    auto text = is_new ? fmt::format("number {}: {}\n", overrides_.next_number - 1, to_line(*parsed.value)) : undone_by(before, overrides_);
    text += effects_of(schedule, adjust(schedule, before, t), adjust(schedule, overrides_, t));
    calls_.say(fmt::format("operator ({}): {}", way_in, to_line(*parsed.value)));
    return {true, text + lines_of(applied.problems)};
}

std::vector<Problem> OperatorDesk::follow_file(std::vector<FileCommand> const& lines, Instant t, Schedule const& schedule) {
    if (!is_recalled_) recall();
    auto followed = follow_command_file(overrides_, lines, t, schedule);
    for (auto const& said : followed.said) calls_.say("operator (file): " + said);
    if (followed.overrides == overrides_) return std::move(followed.problems);
    overrides_ = std::move(followed.overrides);
    remember();
    return std::move(followed.problems);
}

void OperatorDesk::clock_was_set(seconds step) {
    auto moved = with_clock_step(overrides_, step, first_number_);
    if (moved == overrides_) return;
    overrides_ = std::move(moved);
    remember();
}

Reply OperatorDesk::answer(PlainCommand command, Instant t, Schedule const& schedule) const {
    switch (command) {
        case PlainCommand::reload: calls_.reload(); return {true, "the event is read again\n"};
        case PlainCommand::explain: return {true, calls_.explain()};
        case PlainCommand::status:  // answered by carry_out(), as it may take a while
        case PlainCommand::list: break;
    }
    return {true, describe(overrides_, t, schedule.zone())};
}

bool OperatorDesk::is_other_trouble(std::string const& trouble) {
    std::lock_guard const lock(mutex_);
    return std::exchange(trouble_, trouble) != trouble;
}

/// `done` hears nothing, or a line that says why a restart will not know.
void OperatorDesk::remember(std::function<void(std::string const& trouble)> const& done) {
    auto const keep = [this, text = to_text(overrides_), done] {
        int const error = memory_.empty() ? 0 : write_durably(memory_, text);
        auto const trouble = error ? fmt::format("{}: commands cannot be kept over a restart: {}", memory_.string(), std::strerror(error)) : "";
        if (is_other_trouble(trouble) && error) calls_.say(trouble);
        if (done) done(error ? trouble + "\n" : "");
    };
    if (calls_.aside && !memory_.empty()) calls_.aside(keep);
    else keep();
}

}  // namespace kiosk
