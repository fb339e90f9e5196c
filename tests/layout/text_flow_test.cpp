#include "layout/text_flow.hpp"

#include <utility>

#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"

using namespace kiosk;

namespace {

FixedMetrics const metrics;
Geometry const full_hd = geometry_for({1920, 1080});  // one u is one pixel

using Texts = std::vector<std::string>;

Paragraph set(std::string_view text, TextStyle const& style, int width, int height = 1000) {
    return flow(text, style, width, height, full_hd, metrics);
}

}  // namespace

TEST_CASE("text takes the first size at which it fits", "[layout]") {
    TextStyle const style{{100, 50}, 400, 1.2, 1};
    CHECK(set("abcd", style, 200).font.size_px == 100);
    CHECK(set("abcde", style, 200).font.size_px == 50);
}

TEST_CASE("lines break at blanks, hyphens and slashes, never inside a word", "[layout]") {
    TextStyle const style{{20}, 400, 1.2, 9};
    CHECK(set("one two three", style, 80).lines == Texts{"one two", "three"});
    CHECK(set("Learning-based", style, 100).lines == Texts{"Learning-", "based"});
    CHECK(set("10\u00A0MB is big", style, 60).lines == Texts{"10\u00A0MB", "is big"});
}

TEST_CASE("between Han characters a line may break, but not before a full stop", "[layout]") {
    TextStyle const style{{20}, 400, 1.2, 9};
    CHECK(set("機械学習。", style, 40).lines == Texts{"機械学", "習。"});
}

TEST_CASE("what fits at no size ends with an ellipsis after a whole word", "[layout]") {
    auto const paragraph = set("one two three four", {{40, 20}, 400, 1.2, 1}, 120);
    CHECK(paragraph.is_cut);
    CHECK(paragraph.lines == Texts{"one two …"});
}

TEST_CASE("a word wider than the box is broken rather than drawn outside it", "[layout]") {
    auto const paragraph = set("Donaudampfschifffahrt", {{20}, 400, 1.2, 9}, 100);
    REQUIRE(paragraph.lines.size() == 3);
    CHECK(paragraph.width <= 100);
}

TEST_CASE("a word as long as a book is broken and cut like any other, and soon", "[layout]") {
    auto const paragraph = set(std::string(200'000, 'm'), {{20}, 400, 1.2, 3, Lines::balanced}, 100);
    CHECK(paragraph.lines == Texts{"mmmmmmmmmm", "mmmmmmmmmm", "mmmmmmmm …"});
}

TEST_CASE("an ellipsis follows Han without a blank, and Hebrew on its left", "[layout]") {
    CHECK(set("機械学習の未来", {{20}, 400, 1.2, 1}, 60).lines == Texts{"機械学習の…"});
    CHECK(set("שלום עולם חדש", {{20}, 400, 1.2, 1}, 70).lines == Texts{"שלום …"});
}

TEST_CASE("what hangs deep below a line is part of its paragraph", "[layout]") {
    TextStyle const style{{100}, 400, 1.1, 2};
    CHECK(set("Talk", style, 1000).height() == 72);
    CHECK(set("تعلم الآلة", style, 1000).height() == 72 + 27);
}

TEST_CASE("scripts with tall marks get taller lines", "[layout]") {
    TextStyle const style{{100}, 400, 1.1, 2};
    CHECK(set("Talk", style, 1000).pitch == 110);
    CHECK(set("मशीन लर्निंग", style, 1000).pitch == 131);
    CHECK(set("تعلم الآلة", style, 1000).pitch == 145);
    CHECK(set("NỄN", style, 1000).pitch == 130);
}

TEST_CASE("the height of the box limits the lines, too", "[layout]") {
    auto const paragraph = set("one two three", {{20}, 400, 1.5, 9}, 60, 50);
    CHECK(paragraph.lines.size() == 2);
    CHECK(paragraph.height() <= 50);
}

TEST_CASE("balanced lines are about as long as each other", "[layout]") {
    TextStyle style{{20}, 400, 1.2, 2};
    CHECK(set("aaa bbb ccc ddd", style, 120).lines == Texts{"aaa bbb ccc", "ddd"});
    style.lines = Lines::balanced;
    CHECK(set("aaa bbb ccc ddd", style, 120).lines == Texts{"aaa bbb", "ccc ddd"});
}

TEST_CASE("a biography loses whole sentences, not half ones", "[layout]") {
    auto const paragraph = flow_sentences("He wrote. He taught. He left.", {{20}, 400, 1.2, 1}, 200, 100, full_hd, metrics);
    CHECK(paragraph.lines == Texts{"He wrote. He taught."});
    CHECK_FALSE(paragraph.is_cut);
}

TEST_CASE("a biography of hundreds of sentences is set a few times, not once for each that has no room", "[layout]") {
    struct Counting final : Metrics {
        FixedMetrics metrics;
        mutable int asked = 0;
        int text_width(std::string_view text, FontRef font) const override { return ++asked, metrics.text_width(text, font); }
        FontExtents extents(FontRef font) const override { return metrics.extents(font); }
        int left_bearing(std::string_view, FontRef) const override { return 0; }
        std::optional<Size> image_size(std::string const&) const override { return {}; }
        std::optional<LogoLook> logo(std::string const&) const override { return {}; }
    } counting;
    TextStyle const style{{20}, 400, 1.2, 4};
    std::string text;
    for (int i = 0; i < 500; ++i) text += "He wrote of it. ";
    (void)flow(text, style, 200, 100, full_hd, counting);
    auto const once = std::exchange(counting.asked, 0);
    auto const paragraph = flow_sentences(text, style, 200, 100, full_hd, counting);
    CHECK(paragraph.lines.size() == 4);
    CHECK(paragraph.lines.back().ends_with("of it."));
    CHECK_FALSE(paragraph.is_cut);
    CHECK(counting.asked < 5 * once);
}

TEST_CASE("no text takes no room", "[layout]") {
    CHECK(set("", {{20}, 400, 1.2, 1}, 100).height() == 0);
    CHECK(set("   ", {{20}, 400, 1.2, 1}, 100).lines.empty());
}
