// What an operator sends, and what a display kept of it.
#include "base/checksum.hpp"
#include "command/adjusted.hpp"
#include "command/command_file.hpp"
#include "command/effects.hpp"
#include "fuzz/fuzz_target.hpp"
#include "fuzz/schedule_life.hpp"

namespace kiosk {
namespace {

Instant morning() { return plain_day().sessions().front().when.begin; }

void must_be_lines(std::string_view text, std::string_view what) { must_be_paragraphs(text, what); }

/// All that a display does with commands that hold.
void follow(Overrides const& overrides, std::size_t turn) {
    for (auto const t : {morning(), morning() + minutes{75}, morning() + hours{26}}) {
        auto const adjusted = adjust(plain_day(), overrides, t);
        must_be_printable(adjusted.problems);
        must_be_lines(describe(overrides, t, plain_day().zone()), "the list of commands");
        must_be_lines(effects_of(plain_day(), adjust(plain_day(), {}, t), adjusted), "the effects");
        Settings settings;
        settings.announcements = adjusted.announcements;
        lay_out(adjusted.schedule ? *adjusted.schedule : plain_day(), settings, {t}, turn++);
    }
}

void read_command(std::string_view bytes) {
    auto const parsed = parse_command(bytes);
    must_be_printable(parsed.problems);
    must(parsed.value.has_value() || has_error(parsed.problems), "what is refused is refused with a reason");
    if (!parsed.value) return;
    auto const line = to_line(*parsed.value);
    must_be_a_line(line, "a command");
    auto const again = parse_command(line);
    must(again.value && *again.value == *parsed.value, "a command is read back as it was: " + line);
    auto const applied = apply({}, *parsed.value, morning() + minutes{20}, "ctl", plain_day());
    must_be_printable(applied.problems);
    if (!applied.value) return;
    auto const kept = overrides_from_text({"overrides", to_text(*applied.value)});
    must(kept.value && *kept.value == *applied.value, "a command is kept as it is: " + line);
    follow(*applied.value, checksum_of(bytes));
}

void read_command_file(std::string_view bytes) {
    std::vector<Problem> problems;
    auto const lines = parse_command_file({"commands", std::string(bytes)}, problems);
    must_be_printable(problems);
    must(lines.size() <= most_file_commands, "a file has so many commands at most");
    auto const followed = follow_command_file({}, lines, morning(), plain_day());
    must_be_printable(followed.problems);
    for (auto const& said : followed.said) must_be_a_line(said, "what the file changed");
    auto const again = follow_command_file(followed.overrides, lines, morning() + minutes{1}, plain_day());
    must(again.overrides.entries.size() <= most_overrides, "so many commands hold at most");
    follow(again.overrides, checksum_of(bytes));
}

void read_overrides(std::string_view bytes) {
    auto const read = overrides_from_text({"overrides", std::string(bytes)});
    must_be_printable(read.problems);
    if (!read.value) return;
    auto const again = overrides_from_text({"overrides", to_text(*read.value)});
    must(again.value && again.problems.empty() && *again.value == *read.value, "commands are kept as they are");
    follow(with_clock_step(*read.value, hours{-3}, 1), checksum_of(bytes));
}

}  // namespace

std::vector<FuzzTarget> command_targets() {
    return {{"command", {"tests/fuzz/seeds/command"}, read_command},
            {"command-file", {"tests/fuzz/seeds/command-file"}, read_command_file},
            {"overrides", {"tests/fuzz/seeds/overrides"}, read_overrides}};
}

}  // namespace kiosk
