#include "run/layers.hpp"

#include "run/fake_order.hpp"

using namespace kiosk;

namespace {
Frame with_badge(Frame frame, Rect area) {
    frame.badge = Picture{area, {9, 9, 9, 255}, {}};
    return frame;
}
Rect const strip{0, 80, 160, 10}, box{60, 20, 50, 30};
}  // namespace

TEST_CASE("only layers that differ are painted", "[run]") {
    auto const before = fake_frame(1, 1);
    CHECK(layers_to_paint(nullptr, before) == std::vector{Layer::stage, Layer::spine});
    CHECK(layers_to_paint(&before, before).empty());
    CHECK(layers_to_paint(&before, fake_frame(1, 2)) == std::vector{Layer::spine});
    CHECK(layers_to_paint(&before, fake_frame(2, 1)) == std::vector{Layer::stage});
}

TEST_CASE("a badge is painted again over what it lies on, and what was under it when it goes", "[run]") {
    auto const plain = fake_frame(1, 1), badged = with_badge(plain, strip);
    CHECK(layers_to_paint(&plain, badged) == std::vector{Layer::badge});
    CHECK(layers_to_paint(&badged, with_badge(fake_frame(2, 1), strip)) == std::vector{Layer::stage, Layer::badge});
    CHECK(layers_to_paint(&badged, plain) == std::vector{Layer::stage, Layer::spine});
    auto const moved = with_badge(plain, box);
    CHECK(layers_to_paint(&badged, moved) == std::vector{Layer::stage, Layer::spine, Layer::badge});
}

TEST_CASE("a strip across the foot stays out of the fade", "[run]") {
    CHECK(area_of_fade(fake_frame(1, 1)) == Rect{40, 0, 120, 90});
    CHECK(area_of_fade(with_badge(fake_frame(1, 1), strip)) == Rect{40, 0, 120, 80});
    CHECK(area_of_fade(with_badge(fake_frame(1, 1), box)) == Rect{40, 0, 120, 90});
}

TEST_CASE("during a fade the old stage stays, and after it everything is new", "[run]") {
    PaintBox paint_box;
    Painter painter(*paint_box.fonts, paint_box.images, paint_box.pictograms);
    Layers layers(painter);
    layers.paint(with_badge(fake_frame(1, 1), strip));
    CHECK(layers.paint_for_fade(with_badge(fake_frame(2, 3), strip)) == std::vector<Rect>{{0, 0, 40, 90}, strip});
    CHECK(pixel(layers.surface(), 100, 10).r == 1);
    CHECK(pixel(layers.surface(), 10, 10).g == 3);
    CHECK(pixel(layers.incoming(), 100, 10).r == 2);
    layers.finish_fade();
    CHECK(pixel(layers.surface(), 100, 10).r == 2);
    CHECK(pixel(layers.surface(), 100, 85).r == 9);
}

namespace {
SurfacePointer painted(Painter& painter, Frame const& frame) {
    auto surface = make_surface(frame.size);
    painter.paint(frame, *surface);
    return surface;
}
bool same_pixels(SDL_Surface const& a, SDL_Surface const& b) {
    for (int y = 0; y < a.h; ++y)
        for (int x = 0; x < a.w; ++x)
            if (pixel(a, x, y) != pixel(b, x, y)) return false;
    return true;
}
Frame saying(std::string const& clock, std::string const& note) {
    auto frame = fake_frame(1, 1);
    frame.spine.items = {TextRun{clock, {700, 12}, {255, 255, 255, 255}, 2, 40, {}}, TextRun{note, {400, 10}, {255, 255, 255, 255}, 2, 52, {}}};
    return frame;
}
}  // namespace

TEST_CASE("a line that changes is painted alone, and nothing else looks otherwise than from the start", "[run]") {
    PaintBox paint_box;
    Painter painter(*paint_box.fonts, paint_box.images, paint_box.pictograms);
    Layers layers(painter);
    layers.paint(saying("1:59", "Sat"));
    for (auto const& frame : {saying("2:00", "Sat"), saying("2:01", "Sat"), saying("2:11", "Sat"), saying("2:11", "jgy|"), saying("Wide", "\u00C5g")}) {
        auto const changed = layers.paint(frame);
        REQUIRE(changed.size() == 1);
        CHECK(changed[0].height < 40);
        CHECK(same_pixels(layers.surface(), *painted(painter, frame)));
    }
}

TEST_CASE("a spine that is put in other items is not painted again, but what differs from them is", "[run]") {
    PaintBox paint_box;
    Painter painter(*paint_box.fonts, paint_box.images, paint_box.pictograms);
    Layers layers(painter);
    auto frame = fake_frame(1, 1);
    frame.spine.items = {TextRun{"27", {700, 12}, {255, 255, 255, 255}, 4, 40, {}}};
    layers.paint(frame);
    // Above the middle as it is, below it once more.
    auto halves = frame;
    halves.spine.items = {frame.spine.items.front(), Shape{ShapeKind::rectangle, {0, 45, 40, 45}, frame.spine.ground}};
    layers.put_spine(halves.spine);
    CHECK(layers.paint(halves).empty());
    std::get<TextRun>(halves.spine.items.front()).text = "26";
    auto const changed = layers.paint(halves);
    REQUIRE(changed.size() == 1);
    CHECK(changed.front().height < 30);
    CHECK(same_pixels(layers.surface(), *painted(painter, halves)));
}

TEST_CASE("a screen's own memory is painted into, but for the time of a fade", "[run]") {
    PaintBox paint_box;
    Painter painter(*paint_box.fonts, paint_box.images, paint_box.pictograms);
    Layers layers(painter);
    auto const screen = make_surface(fake_size), other = make_surface(fake_size);
    layers.lend(screen.get());
    layers.paint(fake_frame(1, 1));
    CHECK(&layers.surface() == screen.get());
    layers.paint_for_fade(fake_frame(2, 3));
    CHECK(&layers.surface() != screen.get());
    CHECK(pixel(layers.surface(), 100, 10).r == 1);
    layers.finish_fade();
    CHECK(&layers.surface() == screen.get());
    CHECK(pixel(*screen, 100, 10).r == 2);
    layers.lend(other.get());
    CHECK_FALSE(layers.has_surface());
    layers.paint(fake_frame(2, 3));
    CHECK(same_pixels(layers.surface(), *painted(painter, fake_frame(2, 3))));
}

TEST_CASE("a screen's memory that was made anew, though at the same place, does not keep the picture", "[run]") {
    PaintBox paint_box;
    Painter painter(*paint_box.fonts, paint_box.images, paint_box.pictograms);
    Layers layers(painter);
    auto const screen = make_surface(fake_size);
    layers.lend(screen.get());
    CHECK_FALSE(layers.keeps_picture());
    layers.paint(fake_frame(1, 1));
    CHECK(layers.keeps_picture());
    screen->userdata = nullptr;  // as SDL makes a surface
    CHECK_FALSE(layers.keeps_picture());
    layers.paint(fake_frame(1, 2));  // a part of it alone
    CHECK_FALSE(layers.keeps_picture());
    layers.forget();
    layers.paint(fake_frame(1, 2));
    CHECK(layers.keeps_picture());
    layers.lend(nullptr);
    CHECK_FALSE(layers.keeps_picture());
    layers.paint(fake_frame(1, 2));
    CHECK(layers.keeps_picture());  // in a surface of their own
}
