#include "paint/widest_metrics.hpp"

#include <fstream>

#include "paint/painting.hpp"

using namespace kiosk;

TEST_CASE("a text is never wider than the widest metrics say, nor much narrower if its letters are the first family's", "[paint]") {
    PaintBox box;
    auto const& widest = box.fonts->widest();
    for (std::string const text : {"", "AVATAR Type (r'T)", "Žižek naïve 10:30 AM", "Привет, мир", "fi ff tt ti \"T\" f) /f", "ML for Systems · Room 211-213"})
        for (int const weight : {400, 500, 600, 700, 800, 900})
            for (int const size : {9, 28, 64, 131}) {
                CAPTURE(text, weight, size);
                FontRef const font{weight, size};
                int const exact = box.fonts->text_width(text, font), bound = widest.text_width(text, font);
                CHECK(bound >= exact);
                CHECK(bound <= exact * 13 / 10 + 2);
            }
}

TEST_CASE("letters that the first family lacks are as wide as the widest of any font", "[paint]") {
    PaintBox box;
    auto const& widest = box.fonts->widest();
    FontRef const font{400, 40};
    for (std::string const text : {"学", "שלום", "ﷺ", "😀"}) {
        CAPTURE(text);
        CHECK(widest.text_width(text, font) >= box.fonts->text_width(text, font));
        CHECK(widest.text_width(text, font) >= 40 * 20);
    }
    CHECK(widest.text_width(std::string(3'000'000, 'x'), {900, 2000}) == 1'000'000);  // no sum is too large
}

TEST_CASE("lines are never lower than the widest metrics say", "[paint]") {
    PaintBox box;
    for (int const size : {9, 28, 131}) {
        FontRef const font{800, size};
        auto const exact = box.fonts->extents(font), bound = box.fonts->widest().extents(font);
        CAPTURE(size);
        CHECK(bound.ascent >= exact.ascent);
        CHECK(bound.descent >= exact.descent);
        CHECK(bound.cap_height >= exact.cap_height);
        CHECK(bound.ascent <= exact.ascent + 2);
    }
}

TEST_CASE("without a font that can be read all letters are unknown to the widest metrics", "[paint]") {
    PaintBox box;
    TemporaryFolder folder;
    auto const broken = (folder.path / "Broken.ttf").string();
    std::ofstream(broken) << "no font";
    for (auto const& faces : {std::vector<FontFace>{}, {FontFace{400, broken}}, {FontFace{400, "/nonexistent/a.ttf"}}}) {
        WidestMetrics const metrics(faces, *box.fonts);
        CHECK_FALSE(metrics.is_usable());
        CHECK_FALSE(metrics.has_glyph('A'));
        CHECK(metrics.text_width("AB", {400, 30}) == 2 * 20 * 30);
        CHECK(metrics.extents({400, 30}).ascent > 0);
    }
    CHECK(box.fonts->widest().is_usable());
    CHECK(box.fonts->widest().has_glyph('A'));
    CHECK_FALSE(box.fonts->widest().has_glyph(U'学'));
}
