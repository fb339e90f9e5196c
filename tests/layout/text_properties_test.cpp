// What holds for any text in any box, tried with titles made up by chance.
#include <algorithm>
#include <array>
#include <random>

#include "base/utf8.hpp"
#include "layout/text/clusters.hpp"
#include "layout/text/direction.hpp"
#include "layout/text/line_breaks.hpp"
#include "layout/text/script.hpp"
#include "layout/text_flow.hpp"
#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"

using namespace kiosk;

namespace {

FixedMetrics const metrics;
Geometry const full_hd = geometry_for({1920, 1080});

constexpr std::array<std::string_view, 16> alphabets{
    "Learning of the Systems in a Data-driven/GPU world: ZeRO++ (fast)",
    "Λόγος και μάθηση των συστημάτων",
    "Обучение систем и данных",
    "Học máy Nguyễn Thị Phương Ễ",
    "تعلم الآلة (AI) في ٢٠٢٣، 10-20",
    "למידת מכונה (GPU) ב-2023!",
    "मशीन लर्निंग और क्षमा स्त्री",
    "การเรียนรู้ของเครื่อง และ กำลัง",
    "機械学習の未来、「東京」へ。キャッシュー",
    "기계 학습 시스템의 미래",
    "深度学习与系统：新的方法（二）",
    "მანქანური სწავლება",
    "יום AI תעלם 3.5 عربي mixed (bidi) [x]",
    "😀👨‍👩‍👧🇩🇪🇫🇷👍🏿1️⃣ party☕",
    "Donaudampfschifffahrtsgesellschaft",
    "10\u00A0MB\u202Fe\u0301\u0323 a\u0308"};

/// 1 to about 300 characters: clusters of one or two of the alphabets, by chance.
std::string title(std::mt19937& random) {
    auto const first = clusters_of(alphabets[random() % alphabets.size()]);
    auto const second = random() % 3 ? first : clusters_of(alphabets[random() % alphabets.size()]);
    bool const without_blanks = random() % 6 == 0;
    std::string text;
    std::size_t const count = 1 + random() % (random() % 2 ? 300 : 40);
    for (std::size_t i = 0; i < count; ++i) {
        auto const& from = random() % 20 < 17 ? first : second;
        auto const start = random() % from.size();
        for (std::size_t k = start; k < std::min(start + 5, from.size()) && i < count; ++k, ++i)
            if (!(without_blanks && from[k] == " ")) text += from[k];
    }
    return clean_line(text);
}

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
    std::mt19937 random(1979);
    for (int i = 0; i < 4000; ++i) {
        auto const text = title(random);
        int const width = 60 + static_cast<int>(random() % 1200),
                  height = 40 + static_cast<int>(random() % 900);
        int const most = 1 + static_cast<int>(random() % 7);
        TextStyle const style{
            {112, 88, 64, 40}, 800, 1.1, most, random() % 2 ? Lines::balanced : Lines::greedy};
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
    std::mt19937 random(2001);
    for (int i = 0; i < 2000; ++i) {
        auto const text = title(random);
        int const width = 300 + static_cast<int>(random() % 1200);
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
