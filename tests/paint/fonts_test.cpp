#include "paint/fonts.hpp"

#include "paint/painting.hpp"

using namespace kiosk;

namespace {

/// Columns of the surface that have ink on black: the first, and the one after the last.
std::pair<int, int> ink_columns(SDL_Surface const& surface) {
    int first = surface.w, last = 0;
    for (int x = 0; x < surface.w; ++x) {
        for (int y = 0; y < surface.h; ++y) {
            if (pixel(surface, x, y).g > 100) first = std::min(first, x), last = std::max(last, x + 1);
        }
    }
    return {first, last};
}

Picture line(std::string text, FontRef font, int x) {
    return {{0, 0, 1600, 160}, {0, 0, 0, 255}, {TextRun{std::move(text), font, {255, 255, 255, 255}, x, 110, {}}}};
}

}  // namespace

TEST_CASE("the width of a text is how far its last letter moves", "[paint]") {
    PaintBox box;
    FontRef const font{800, 96};
    for (std::string const text : {"Kernel", "AVATAR", "10:30 AM", "Žižek ", "Привет", "naïve \u2192 "}) {
        CAPTURE(text);
        auto const surface = box.paint(line(text + "H", font, 20));
        auto const alone = box.paint(line("H", font, 20));
        int const moved = ink_columns(*surface).second - ink_columns(*alone).second;
        CHECK(std::abs(box.fonts->text_width(text, font) - moved) <= 1);
        CHECK(std::abs(box.fonts->text_width(text + "H", font) - moved - box.fonts->text_width("H", font)) <= 1);
    }
}

TEST_CASE("ink begins at the left bearing, even when that is negative", "[paint]") {
    PaintBox box;
    for (std::string const text : {"Hall", "jump", "AI", "\"T\""}) {
        for (int const size : {30, 64, 120}) {
            FontRef const font{400, size};
            CAPTURE(text, size);
            auto const surface = box.paint(line(text, font, 50));
            CHECK(std::abs(ink_columns(*surface).first - 50 - box.fonts->left_bearing(text, font)) <= 1);
        }
    }
}

TEST_CASE("capitals stand on the baseline and are as high as the extents say", "[paint]") {
    PaintBox box;
    FontRef const font{800, 100};
    auto const extents = box.fonts->extents(font);
    CHECK(extents.cap_height == 73);  // 0.72 em, and a faint row above
    CHECK(extents.ascent > extents.cap_height);
    auto const surface = box.paint(line("H", font, 10));
    auto const [first, last] = ink_columns(*surface);
    int const stem = first + 3;
    CHECK(pixel(*surface, stem, 109).g == 255);
    CHECK(pixel(*surface, stem, 110).g == 0);
    CHECK(pixel(*surface, stem, 110 - 72).g == 255);
    CHECK(pixel(*surface, stem, 110 - 74).g == 0);
}

TEST_CASE("stacked accents do not push the letter off its baseline", "[paint]") {
    PaintBox box;
    auto const surface = box.paint(line("HẾǺ", {800, 100}, 10));
    CHECK(pixel(*surface, ink_columns(*surface).first + 3, 109).g == 255);
    CHECK(pixel(*surface, ink_columns(*surface).first + 3, 110).g == 0);
}

TEST_CASE("letters that Lato lacks come from another family of the chain", "[paint]") {
    PaintBox box;
    CHECK(box.fonts->has_glyph(U'ß'));
    CHECK(box.fonts->has_glyph(U'ش'));
    CHECK(box.fonts->has_glyph(U'न'));
    CHECK_FALSE(box.fonts->has_glyph(0x10FFFD));
    FontRef const font{700, 60};
    CHECK(box.fonts->text_width("A שלום", font) > box.fonts->text_width("A ", font));
    CHECK(box.fonts->text_width("\xF4\x8F\xBF\xBD", font) > 0);  // the replacement is seen
}

TEST_CASE("empty, invisible and broken text has a width and no pixels", "[paint]") {
    PaintBox box;
    CHECK(box.fonts->text_width("", {}) == 0);
    CHECK(box.fonts->text_width("\u200B", {}) == 0);
    CHECK(box.fonts->draw("\u200B", {}).empty());
    CHECK(box.fonts->text_width("\xFF", {}) > 0);
    CHECK(box.fonts->text_width(std::string(100'000, 'm'), {}) > 100'000);
    CHECK(box.fonts->draw(std::string(100'000, 'm'), {}).empty());
}

TEST_CASE("a missing first family is named with its package, and the next one draws", "[paint]") {
    Images const images;
    auto chain = own_chain();
    chain.families[0].faces = {{400, "nowhere/Lato-Regular.ttf", 0}};
    auto const other = Fonts::create(chain, Fonts::usual_folders("."), images);
    CHECK(other.value);
    REQUIRE(other.problems.size() == 1);
    CHECK(to_line(other.problems[0]) ==
          "kiosk: error: the font Lato is not installed: drawn in Noto Sans; sudo apt install fonts-lato [font-missing]");
    auto const none = Fonts::create(chain, {"nowhere"}, images);
    CHECK_FALSE(none.value);
    CHECK(none.problems.at(0).message == "the font Lato is not installed: there is no other font");
}

TEST_CASE("a font file of our own wins over the system's", "[paint]") {
    Images const images;
    TemporaryFolder const folder;
    std::filesystem::copy_file("/usr/share/fonts/truetype/lato/Lato-Black.ttf", folder.path / "Lato-Regular.ttf");
    auto const own = Fonts::create(own_chain(), Fonts::usual_folders(folder.path), images);
    PaintBox box;
    REQUIRE(own.value);
    CHECK((*own.value)->text_width("Hall", {400, 100}) == box.fonts->text_width("Hall", {900, 100}));
    CHECK((*own.value)->text_width("Hall", {400, 100}) != box.fonts->text_width("Hall", {400, 100}));
}
