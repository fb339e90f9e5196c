#include "paint/fonts.hpp"

#include <fmt/format.h>

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

TEST_CASE("a missing first family is named with its package, and the next one draws", "[paint][G10]") {
    Images const images;
    auto chain = own_chain();
    chain.families[0].faces = {{400, "nowhere/Lato-Regular.ttf", 0}};
    auto const other = Fonts::create(chain, Fonts::usual_folders("."), images);
    CHECK(other.value);
    REQUIRE(other.problems.size() == 1);
    CHECK(to_line(other.problems[0]) ==
          "kiosk: error: the font Lato is not installed: drawn in Noto Sans; sudo apt install fonts-lato [font-missing]");
}

TEST_CASE("without any font on the machine, plain letters of the program's own are drawn", "[paint][G10]") {
    Images images;
    TemporaryFolder const empty;
    auto const none = Fonts::create(own_chain(), {empty.path}, images);
    REQUIRE(none.value);
    CHECK(none.problems.at(0).message ==
          "the font Lato is not installed: there is no other font: plain built-in letters are drawn");
    auto const& fonts = **none.value;
    FontRef const font{800, 70};
    CHECK(fonts.has_glyph('A'));
    CHECK_FALSE(fonts.has_glyph(U'é'));
    CHECK(fonts.text_width("Hall 10", font) > fonts.text_width("Hall 1", font));
    CHECK(fonts.text_width("é…", font) == fonts.text_width("e...", font));
    Pictograms pictograms{KIOSK_SOURCE_DIR "/images/pictograms"};
    auto const surface = make_surface({1600, 160});
    Painter(**none.value, images, pictograms).paint(line("Hall 10 – é", font, 20), *surface);
    auto const [first, last] = ink_columns(*surface);
    CHECK(std::abs(first - 20) <= 10);
    CHECK(std::abs(last - 20 - fonts.text_width("Hall 10 – é", font)) <= 15);
    int highest = 160, lowest = 0;
    for (int y = 0; y < 160; ++y)
        if (pixel(*surface, first + 1, y).g > 100) highest = std::min(highest, y), lowest = y;
    CHECK(lowest == 109);  // an H stands on the baseline
    CHECK(std::abs(110 - highest - fonts.extents(font).cap_height) <=
          1);  // and is as high as the extents say
}

TEST_CASE("right-to-left lines are as wide as their words, in any order", "[paint]") {
    PaintBox box;
    FontRef const font{700, 60};
    auto const& fonts = *box.fonts;
    CHECK(fonts.text_width("שלום", font) > 60);
    CHECK(std::abs(fonts.text_width("GPU שלום 10", font) - fonts.text_width("GPU ", font) -
                   fonts.text_width("שלום", font) - fonts.text_width(" 10", font)) <= 3);
    CHECK(fonts.text_width("\u200Fשלום", font) == fonts.text_width("שלום", font));
    // The last letter of a Hebrew word stands at its left, and a bracket is turned.
    CHECK(std::abs(fonts.left_bearing("שלוםא", font) - fonts.left_bearing("א", font)) <= 1);
    CHECK(std::abs(fonts.left_bearing("שלום(", font) - fonts.left_bearing(")", font)) <= 1);
}

TEST_CASE("what a missing character needs is named by its package", "[paint]") {
    Images const images;
    auto const fonts = Fonts::create(own_chain(), {"/usr/share/fonts/truetype/lato"}, images);
    REQUIRE(fonts.value);
    CHECK((*fonts.value)->package_for(U'王') == "fonts-noto-cjk");
    CHECK((*fonts.value)->package_for(U'（') == "fonts-noto-cjk");
    CHECK((*fonts.value)->package_for(U'ש') == "fonts-noto-core");
    CHECK((*fonts.value)->package_for(U'☕') == "fonts-noto-color-emoji");
}

TEST_CASE("Han characters have the shapes of the text's language, else of the display's", "[paint]") {
    Images const images;
    auto const japanese =
        Fonts::create(own_chain(), Fonts::usual_folders(KIOSK_SOURCE_DIR "/fonts"), images, "ja");
    auto const english =
        Fonts::create(own_chain(), Fonts::usual_folders(KIOSK_SOURCE_DIR "/fonts"), images, "en-GB");
    if (!(*english.value)->has_glyph(U'骨')) return;  // fonts-noto-cjk is not installed
    auto const drawn = [](Fonts const& fonts, std::string_view text, HanShapes han = HanShapes::by_text) {
        auto const line = fonts.draw(text, {400, 60, han});
        auto const& pixels = *line.at(0).pixels;
        return std::string(static_cast<char const*>(pixels.pixels),
                           static_cast<std::size_t>(pixels.pitch * pixels.h));
    };
    CHECK(drawn(**japanese.value, "骨") != drawn(**english.value, "骨"));
    CHECK(drawn(**japanese.value, "骨") == drawn(**english.value, "骨", HanShapes::japanese));
    CHECK(drawn(**japanese.value, "骨の") == drawn(**english.value, "骨の"));
}

TEST_CASE("an emoji of many code points is one picture", "[paint]") {
    PaintBox box;
    FontRef const font{400, 60};
    auto const drawn = box.fonts->draw("👍", font);
    if (drawn.empty() || !drawn.front().color) return;  // fonts-noto-color-emoji is not installed
    auto const one = box.fonts->text_width("👍", font);
    for (std::string_view const emoji :
         {"👍🏿", "👨‍👩‍👧‍👦", "👩🏽‍🚀", "🇩🇪", "1️⃣", "🏳️‍🌈"}) {
        CAPTURE(emoji);
        CHECK(box.fonts->text_width(emoji, font) == one);
    }
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

TEST_CASE("each second of a clock has the pixels that it would have if no other had been drawn", "[paint]") {
    PaintBox ticking, fresh;
    std::vector<std::string> readings;
    for (int second = 0; second < 60; ++second) readings.push_back(fmt::format("10:12:{:02}", second));
    for (auto const* more : {"10:13:00", "10:13:47", "10:59:59", "11:00:00", "11:11:11", "23:58:06", "1:00:00", "1:00:01", "9:59:58"}) readings.emplace_back(more);
    for (FontRef const font : {FontRef{700, 97}, FontRef{700, 126}, FontRef{700, 31}})
        for (auto const& reading : readings) {
            fresh.fonts->draw("0:00:00:", {400, 20});
            fresh.fonts->draw(reading.size() == 8 ? "0:00:00" : "00:00:00", {400, 20});
            auto const a = ticking.paint(line(reading, font, 20)), b = fresh.paint(line(reading, font, 20));
            int differing = 0;
            for (int y = 0; y < a->h; ++y)
                for (int x = 0; x < a->w; ++x) differing += pixel(*a, x, y) == pixel(*b, x, y) ? 0 : 1;
            CAPTURE(reading, font.size_px);
            CHECK(differing == 0);
        }
}
