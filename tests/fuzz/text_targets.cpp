// Texts in any script and none, and the first bytes of pictures.
#include <array>

#include "base/image_header.hpp"
#include "base/utf8.hpp"
#include "fuzz/fuzz_target.hpp"
#include "fuzz/schedule_life.hpp"
#include "import/ics/recurrence.hpp"
#include "import/plain_text.hpp"
#include "layout/text_flow.hpp"
#include "schedule/person_name.hpp"
#include "support/fixed_metrics.hpp"
#include "time/instant.hpp"

namespace kiosk {
namespace {

void set_text(std::string_view bytes) {
    static FixedMetrics const metrics;
    auto const line = clean_line(bytes);
    must_be_a_line(line, "a clean line");
    must(clean_line(line) == line, "what is clean stays as it is");
    auto const paragraphs = clean_paragraphs(bytes);
    must_be_paragraphs(paragraphs, "clean paragraphs");
    auto const width = 80 + static_cast<int>(bytes.size() * 7 % 1200);
    auto const geometry = geometry_for({1920, 1080});
    for (auto const lines : {Lines::greedy, Lines::balanced}) {
        TextStyle const style{{88, 40}, 800, 1.1, 5, lines};
        auto const set = flow(line, style, width, 600, geometry, metrics);
        must(set.lines.size() <= 5, "there are so many lines at most");
        must(set.lines.empty() == line.empty(), "a text that says something is shown");
        for (auto const& one : set.lines) must_be_a_line(one, "a line that is set");
    }
    for (auto const& one : flow_sentences(paragraphs, {{30}, 400, 1.3, 12}, width, 500, geometry, metrics).lines)
        must_be_a_line(one, "a line of sentences");
}

void strip_text(std::string_view bytes) {
    for (auto const& plain : {plain_line(bytes), plain_name(bytes)}) must_be_a_line(plain.text, "a plain line");
    for (auto const& plain : {plain_names(bytes), plain_paragraphs(bytes)}) must_be_paragraphs(plain.text, "plain paragraphs");
    (void)plain_page_text(to_valid_utf8(bytes));
    auto const valid = to_valid_utf8(bytes);
    must(to_valid_utf8(valid) == valid || valid.starts_with("\xEF\xBB\xBF"), "what is valid stays as it is");
    auto const key = comparison_key(bytes);
    must(comparison_key(key) == key, "a key is its own key: " + key);
    (void)count_words(bytes);
    (void)slug(bytes);
    (void)person_keys(clean_line(bytes));
}

void read_times(std::string_view bytes) {
    if (auto const day = parse_day(bytes)) must(parse_day(to_iso(*day)) == day, "a day is read back as it was");
    if (auto const time = parse_time_argument(bytes); time && time->wall) must(to_iso(*time->wall).size() == 19, "a wall time has seconds");
    (void)parse_duration(bytes);
}

void repeat(std::string_view bytes) {
    WallTime const start = Day{date::year{2024} / 2 / 29} + hours{9};
    auto const found = occurrences_of(bytes, start, [](WallTime) { return true; });
    must(found.starts.size() <= most_in_series, "a series has so many parts at most");
    must(found.end != Occurrences::End::invalid || found.starts.empty(), "what is no rule has no parts");
    for (auto before = start - seconds{1}; auto const wall : found.starts) {
        must(wall > before, "each part of a series is later than the one before");
        before = wall;
    }
}

void read_picture(std::string_view bytes) {
    auto const header = read_image_header(bytes);
    must(header.width >= 0 && header.height >= 0, "no side is negative");
    must(header.orientation >= 1 && header.orientation <= 8, "there are eight ways to lie");
}

}  // namespace

std::vector<FuzzTarget> text_targets() {
    return {{"text-flow", {"tests/fuzz/seeds/text"}, set_text},
            {"plain-text", {"tests/fuzz/seeds/text"}, strip_text},
            {"times", {"tests/fuzz/seeds/times"}, read_times},
            {"rrule", {"tests/fuzz/seeds/rrule"}, repeat},
            {"picture-header", {"tests/paint/photos"}, read_picture}};
}

}  // namespace kiosk
