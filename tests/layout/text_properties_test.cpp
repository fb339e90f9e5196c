// What holds for any text in any box, tried with titles made up by chance.
#include <algorithm>

#include "base/utf8.hpp"
#include "layout/text/clusters.hpp"
#include "layout/text/direction.hpp"
#include "layout/text/line_breaks.hpp"
#include "layout/text/script.hpp"
#include "layout/text_flow.hpp"
#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"
#include "support/random_text.hpp"

using namespace kiosk;

namespace {

FixedMetrics const metrics;
Geometry const full_hd = geometry_for({1920, 1080});

/// What is left of a text for comparing: no blanks, no marks of direction.
std::string letters(std::string_view text) {
    std::string kept;
    for (auto const& point : decode_utf8(text)) {
        auto const c = point.value;
        bool const dropped = c == ' ' || c == '\n' || c == 0x200E || c == 0x200F || c == 0x061C;
        if (!dropped) append_utf8(kept, c);
    }
    return kept;
}

std::string letters(std::vector<std::string> const& lines) {
    std::string kept;
    for (auto const& line : lines) kept += letters(line);
    return kept;
}

bool has_wide_word(std::string_view text, FontRef font, int width) {
    auto const parts = unbroken_parts(text);
    return std::any_of(parts.begin(), parts.end(), [&](Unbroken const& part) {
        return metrics.text_width(without_trailing_blanks(part.text), font) > width;
    });
}

}  // namespace

TEST_CASE("no line is wider than its box, none is lost, whatever the text", "[layout]") {
    Chance chance(1979);
    for (int i = 0; i < 4000; ++i) {
        auto const text = random_title(chance);
        int const width = chance.between(60, 1259), height = chance.between(40, 939),
                  most = chance.between(1, 7);
        TextStyle const style{
            {112, 88, 64, 40}, 800, 1.1, most, chance.one_in(2) ? Lines::balanced : Lines::greedy};
        CAPTURE(i, text, width, height, most);
        auto const paragraph = flow(text, style, width, height, full_hd, metrics);
        REQUIRE(static_cast<int>(paragraph.lines.size()) <= most);
        REQUIRE(paragraph.lines.empty() == text.empty());
        bool const has_room = width >= 64 + 40;  // for two of the widest characters
        for (auto const& line : paragraph.lines) {
            CAPTURE(line);
            REQUIRE_FALSE(line.empty());
            auto const seen = clusters_of(line).size();
            if (has_room || seen > 1) CHECK((metrics.text_width(line, paragraph.font) <= width || seen == 1));
            // A line begins with a whole cluster and with no blank.
            auto const first = decode_utf8(line).front().value;
            CHECK_FALSE(first == ' ');
            if (text.find("\u0301") == std::string::npos && decode_utf8(text).front().value != first)
                CHECK_FALSE(joins_previous(first));
        }
        if (paragraph.lines.size() > 1) CHECK((paragraph.height() <= height || paragraph.lines.size() == 1));
        if (!paragraph.is_cut) CHECK(letters(paragraph.lines) == letters(text));
        if (paragraph.is_cut) {
            auto kept = letters(paragraph.lines);
            REQUIRE(kept.ends_with("…"));
            kept.resize(kept.size() - std::string_view("…").size());
            CHECK(letters(text).starts_with(kept));
        }
    }
}

TEST_CASE("balanced lines are never more than greedy ones, and leave no short word alone", "[layout]") {
    Chance chance(2001);
    for (int i = 0; i < 2000; ++i) {
        auto const text = random_title(chance);
        int const width = chance.between(300, 1499);
        TextStyle style{{40}, 800, 1.1, 99};
        CAPTURE(i, text, width);
        auto const greedy = flow(text, style, width, 100'000, full_hd, metrics);
        style.lines = Lines::balanced;
        auto const balanced = flow(text, style, width, 100'000, full_hd, metrics);
        CHECK(balanced.lines.size() <= greedy.lines.size());
        CHECK(balanced.width <= width);
        CHECK(letters(balanced.lines) == letters(text));
        if (balanced.lines.size() < 2) continue;
        auto const& last = balanced.lines.back();
        auto const& before = balanced.lines[balanced.lines.size() - 2];
        auto const spare = unbroken_parts(before);
        bool const is_lost =
            unbroken_parts(last).size() == 1 && metrics.text_width(last, balanced.font) * 3 < balanced.width;
        if (!is_lost || spare.size() < 2 || has_right_to_left(text)) continue;
        auto const joined = std::string(spare.back().text) + " " + last;
        CAPTURE(before, last);
        CHECK((metrics.text_width(joined, balanced.font) >= width ||
               has_wide_word(text, balanced.font, width)));
    }
}

TEST_CASE("a headline does not end with one short word if the line before can spare one", "[layout]") {
    TextStyle const style{{20}, 800, 1.1, 9, Lines::balanced};
    auto const set = [&](std::string_view text, int width) {
        return flow(text, style, width, 1000, full_hd, metrics).lines;
    };
    CHECK(set("internationalisation of it", 230) ==
          std::vector<std::string>{"internationalisation", "of it"});
    CHECK(set("aaaaaaaaaa bbb cccccccccc dd", 140) ==
          std::vector<std::string>{"aaaaaaaaaa bbb", "cccccccccc dd"});
    CHECK(set("aaaaaaaaaaaaaa bbb cccccccc dd", 140) ==
          std::vector<std::string>{"aaaaaaaaaaaaaa", "bbb", "cccccccc dd"});
    CHECK(set("aaaaaaaaaaaaa bb", 140) ==
          std::vector<std::string>{"aaaaaaaaaaaaa", "bb"});  // nothing to spare
}
