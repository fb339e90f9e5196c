// What the organiser writes: event file, theme, language, a format of one's own.
#include <algorithm>
#include <initializer_list>

#include "base/checksum.hpp"
#include "command/command_file.hpp"
#include "fuzz/fuzz_target.hpp"
#include "fuzz/schedule_life.hpp"
#include "fuzz/source_files.hpp"
#include "import/mapped/mapped.hpp"
#include "layout/care.hpp"
#include "settings/theme.hpp"
#include "slides/scene.hpp"
#include "support/schedule_builder.hpp"
#include "words/times.hpp"

namespace kiosk {
namespace {

ScheduleDraft small_draft() {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", "How to fold a map").people = {ScheduleBuilder::person("Ada Example")};
    builder.add(Kind::break_, "9:30", "10:00", "Coffee").rooms = {"Hall A"};
    return builder.draft;
}

void read_event_file(std::string_view bytes) {
    auto const parsed = parse_settings({"event.toml", std::string(bytes)});
    must_be_printable(parsed.problems);
    must(parsed.value.has_value() || has_error(parsed.problems), "what is refused is refused with a reason");
    if (!parsed.value) return;
    auto const& settings = *parsed.value;
    must_be_printable(problems_of(settings.control));
    must(!settings.event.languages.empty() && settings.event.languages.size() <= 2, "there are one or two languages");
    for (auto const& display : settings.displays) {
        (void)displays_beside(settings, display);
        must_be_printable(choose_display(settings, display.name, "host").problems);
    }
    auto const theme = with_accent({}, parse_color(settings.theme.accent));
    (void)color_pairs(settings.care.is_oled ? dimmed_for_oled(theme) : theme);
    live_through(small_draft(), settings, checksum_of(bytes));
}

void read_theme_file(std::string_view bytes) {
    auto const parsed = parse_theme({"theme.toml", std::string(bytes)});
    must_be_printable(parsed.problems);
    if (!parsed.value) return;
    for (auto const& theme : {*parsed.value, with_accent(*parsed.value, Color{12, 200, 90}), dimmed_for_oled(*parsed.value)})
        for (auto const& pair : color_pairs(theme)) {
            auto const ratio = contrast(pair.color, pair.ground_color);
            must(ratio >= 1 && ratio <= 21, "a contrast is from 1 to 21");
        }
}

/// A phrase with something in each of its blanks, and each number's form.
std::string said(Words const& words, PhraseEntry const& entry) {
    using Fillings = std::initializer_list<std::string_view>;
    auto const say = [&](Fillings fillings) {
        if (entry.use != PhraseEntry::Use::counted) return words.say(entry.phrase, fillings);
        std::string all;
        for (auto const n : {0LL, 1LL, 2LL, 5LL, 11LL, 100LL, -3LL}) all += words.count(entry.phrase, n, fillings);
        return all;
    };
    switch (std::count_if(entry.blanks.begin(), entry.blanks.end(), [](std::string_view blank) { return !blank.empty(); })) {
        case 0: return say({});
        case 1: return say({"one"});
        case 2: return say({"one", "two"});
        default: return say({"one", "two", "three"});
    }
}

void read_language(std::string_view bytes) {
    auto const parsed = parse_words({"xx.toml", std::string(bytes)}, "fr-CA");
    must_be_printable(parsed.problems);
    if (!parsed.value) return;
    auto const& words = *parsed.value;
    for (auto const& phrase : phrases()) must_be_a_line(said(words, phrase), "a phrase");
    auto const& day = plain_day();
    SceneMaker const scenes({{words, day}, {english_words(), day}}, {}, {});
    for (auto const& session : day.sessions())
        if (auto const scene = scenes.at(session.when.begin)) must(scene->until > session.when.begin, "a scene lasts");
    auto const wall = ScheduleBuilder::wall("13:05");
    must_be_a_line(time_text(wall, words) + range_text(wall, wall + hours{2}, words) + long_day(ScheduleBuilder::day(0), words) +
                       relative_text(minutes{100}, words) + length_text(hours{3}, words),
                   "times in words");
}

void read_field_map(std::string_view bytes) {
    auto const parsed = parse_field_map({"own.toml", std::string(bytes)}, "own");
    must_be_printable(parsed.problems);
    if (!parsed.value) return;
    static auto const sources = source_files({"tests/import/cases/pretalx", "tests/import/cases/konopas", "tests/import/cases/mini-conf"});
    for (auto const& source : sources) {
        auto outcome = import_mapped(source, *parsed.value, {});
        must_be_printable(outcome.problems);
        if (outcome.value) live_through(std::move(*outcome.value), {}, checksum_of(bytes));
    }
}

}  // namespace

std::vector<FuzzTarget> settings_targets() {
    return {{"event-file", {"config/kiosk.toml", "config/neurips2023/event.toml", "tests/cli/scripts/event.toml", "tests/fuzz/seeds/event-file"}, read_event_file},
            {"theme", {"config/themes"}, read_theme_file},
            {"language", {"config/lang"}, read_language},
            {"field-map", {"config/formats"}, read_field_map}};
}

}  // namespace kiosk
