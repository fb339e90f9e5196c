#include "paint/painter.hpp"

#include "paint/painting.hpp"
#include "paint/png.hpp"

using namespace kiosk;

namespace {

constexpr Color black{0, 0, 0, 255}, white{255, 255, 255, 255}, yellow{0xFF, 0xC7, 0x2C, 255};

Picture with(Item item) { return {{0, 0, 100, 100}, black, {std::move(item)}}; }

Picture busy_picture() {
    return {{0, 0, 640, 360}, {0x0E, 0x12, 0x16, 255},
            {Shape{ShapeKind::rectangle, {20, 20, 200, 60}, yellow, 10, 0},
             Shape{ShapeKind::ring, {240, 20, 44, 44}, yellow, 0, 5}, Shape{ShapeKind::diamond, {300, 20, 38, 38}, yellow, 0, 0},
             TextRun{"Now – Привет שלום", {800, 34}, white, 40, 150, {}}, Pictogram{"coffee", {400, 40, 200, 200}, white}}};
}

}  // namespace

TEST_CASE("the ground fills the area and nothing else", "[paint]") {
    PaintBox box;
    auto const screen = make_surface({30, 30});
    Painter(*box.fonts, box.images, box.pictograms).paint(Picture{{10, 10, 10, 10}, yellow, {}}, *screen);
    CHECK(pixel(*screen, 9, 10) == black);
    CHECK(pixel(*screen, 10, 10) == yellow);
    CHECK(pixel(*screen, 19, 19) == yellow);
    CHECK(pixel(*screen, 20, 19) == black);
}

TEST_CASE("items are cut at their picture's area and text at its clip", "[paint]") {
    PaintBox box;
    auto const screen = make_surface({100, 100});
    Picture const picture{{20, 20, 40, 40}, black,
                          {Shape{ShapeKind::rectangle, {-50, -50, 300, 300}, yellow, 20, 0},
                           TextRun{"HHHHHH", {900, 80}, white, 0, 60, Rect{30, 0, 10, 100}}}};
    Painter(*box.fonts, box.images, box.pictograms).paint(picture, *screen);
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            bool const inside = x >= 20 && y >= 20 && x < 60 && y < 60;
            if (!inside) REQUIRE(pixel(*screen, x, y) == black);
            if (inside && (x < 30 || x >= 40)) REQUIRE(pixel(*screen, x, y) == yellow);
        }
    }
}

TEST_CASE("a rounded rectangle has smooth corners and full edges", "[paint]") {
    PaintBox box;
    auto const surface = box.paint(with(Shape{ShapeKind::rectangle, {10, 10, 80, 40}, white, 10, 0}));
    CHECK(pixel(*surface, 10, 10) == black);
    CHECK(pixel(*surface, 12, 12).g > 0);
    CHECK(pixel(*surface, 12, 12).g < 255);
    CHECK(pixel(*surface, 13, 13) == white);
    CHECK(pixel(*surface, 20, 10) == white);
    CHECK(pixel(*surface, 10, 20) == white);
    CHECK(pixel(*surface, 89, 30) == white);
    CHECK(pixel(*surface, 90, 30) == black);
    CHECK(pixel(*surface, 50, 50) == black);
}

TEST_CASE("a disc covers its area and is the same in a mirror", "[paint]") {
    PaintBox box;
    auto const surface = box.paint(with(Shape{ShapeKind::rectangle, {20, 20, 60, 60}, white, 30, 0}));
    double sum = 0;
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            sum += pixel(*surface, x, y).g / 255.0;
            REQUIRE(pixel(*surface, x, y) == pixel(*surface, 99 - x, y));
            REQUIRE(pixel(*surface, x, y) == pixel(*surface, x, 99 - y));
        }
    }
    CHECK(sum == Approx(3.14159265 * 30 * 30).epsilon(0.001));
}

TEST_CASE("a ring is as wide as its stroke and empty inside; a diamond has its corners", "[paint]") {
    PaintBox box;
    auto const ring = box.paint(with(Shape{ShapeKind::ring, {20, 20, 60, 60}, white, 0, 5}));
    CHECK(pixel(*ring, 50, 22) == white);
    CHECK(pixel(*ring, 50, 26) == black);
    CHECK(pixel(*ring, 50, 50) == black);
    CHECK(pixel(*ring, 50, 77) == white);
    auto const diamond = box.paint(with(Shape{ShapeKind::diamond, {20, 20, 60, 60}, white, 0, 0}));
    CHECK(pixel(*diamond, 50, 22) == white);
    CHECK(pixel(*diamond, 22, 50) == white);
    CHECK(pixel(*diamond, 30, 30) == black);
    CHECK(pixel(*diamond, 40, 40) == white);
}

TEST_CASE("a colour with alpha is mixed with what is there", "[paint]") {
    PaintBox box;
    auto const surface = box.paint(with(Shape{ShapeKind::rectangle, {0, 0, 50, 50}, {255, 255, 255, 128}, 0, 0}));
    CHECK(pixel(*surface, 10, 10) == Color{128, 128, 128, 255});
}

TEST_CASE("shapes without room, and missing photos and pictograms, draw nothing", "[paint]") {
    PaintBox box;
    auto const empty = box.paint(with(Shape{ShapeKind::rectangle, {0, 0, 0, 0}, white, 0, 0}));
    for (auto const kind : {ShapeKind::rectangle, ShapeKind::ring, ShapeKind::diamond}) {
        for (Rect const rect : {Rect{5, 5, 0, 10}, Rect{5, 5, 10, -3}})
            CHECK(fingerprint(*box.paint(with(Shape{kind, rect, white, 9, 4}))) == fingerprint(*empty));
    }
    CHECK(fingerprint(*box.paint(with(ImageBox{"none", {0, 0, 50, 50}, 5}))) == fingerprint(*empty));
    CHECK(fingerprint(*box.paint(with(Pictogram{"none", {0, 0, 50, 50}, white}))) == fingerprint(*empty));
    CHECK(fingerprint(*box.paint(with(Pictogram{"../pictograms/coffee", {0, 0, 50, 50}, white}))) == fingerprint(*empty));
}

TEST_CASE("a pictogram takes the colour it is given", "[paint]") {
    PaintBox box;
    auto const surface = box.paint(with(Pictogram{"coffee", {2, 2, 96, 96}, yellow}));
    CHECK(pixel(*surface, 2 + 30, 2 + 50) == yellow);  // inside the cup
    CHECK(pixel(*surface, 2 + 90, 2 + 4) == black);
}

TEST_CASE("a flipped pictogram is its mirror image", "[paint]") {
    PaintBox box;
    auto const plain = box.paint(with(Pictogram{"moved", {2, 2, 96, 96}, yellow}));
    auto const flipped = box.paint(with(Pictogram{"moved", {2, 2, 96, 96}, yellow, true}));
    CHECK(fingerprint(*plain) != fingerprint(*flipped));
    for (int y = 0; y < 100; ++y)
        for (int x = 2; x < 98; ++x) CHECK(pixel(*plain, x, y) == pixel(*flipped, 99 - x, y));
}

TEST_CASE("the same picture gives the same bytes, whatever the language, zone and order", "[paint]") {
    PaintBox first;
    auto const one = to_png(*first.paint(busy_picture()));
    ::setenv("LC_ALL", "de_DE.UTF-8", 1);
    ::setenv("TZ", "Asia/Kolkata", 1);
    PaintBox second;
    second.paint(with(TextRun{"שלום", {400, 20}, white, 0, 50, {}}));
    CHECK(to_png(*second.paint(busy_picture())) == one);
    CHECK(to_png(*second.paint(busy_picture())) == one);
    ::unsetenv("LC_ALL");
    ::unsetenv("TZ");
    CHECK(one.substr(1, 3) == "PNG");
}

TEST_CASE("a fingerprint tells pictures apart and does not look at unused bits", "[paint]") {
    auto const a = make_surface({8, 4}), b = make_surface({8, 4}), c = make_surface({4, 8});
    CHECK(fingerprint(*a).size() == 16);
    CHECK(fingerprint(*a) != fingerprint(*c));
    static_cast<std::uint32_t*>(b->pixels)[3] = 0xFF00'0000;
    CHECK(fingerprint(*a) == fingerprint(*b));
    static_cast<std::uint32_t*>(b->pixels)[3] = 1;
    CHECK(fingerprint(*a) != fingerprint(*b));
}
