#include "present/kms_screen.hpp"

#include "paint/painter.hpp"
#include "present/fake_card.hpp"
#include "present/rotation.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

struct SaidNews final : OutputNews {
    Kind next = Kind::none;
    int descriptor() const override { return -1; }
    Kind take() override { return std::exchange(next, Kind::none); }
};

/// A machine with one card, and a screen on it of 4x2 pixels.
struct Console {
    FakeCard* card = nullptr;
    SaidNews* news = nullptr;
    std::unique_ptr<Screen> screen;

    explicit Console(std::vector<KmsOutput> outputs = {monitor(10, "HDMI-A-1", {{4, 2}})}, ScreenOptions options = {}, std::vector<int> refused = {}) {
        auto its = std::make_unique<FakeCard>();
        card = its.get();
        card->plugged = std::move(outputs);
        card->refused_modes = std::move(refused);
        std::vector<std::unique_ptr<KmsCard>> cards;
        cards.push_back(std::move(its));
        auto said = std::make_unique<SaidNews>();
        news = said.get();
        options.tells_television = false;
        screen = make_kms_screen(std::make_shared<KmsMachine>(std::move(cards)), std::move(said), options);
    }
    std::vector<std::uint32_t> on_monitor() const { return card->buffers.at(card->shown); }
};

SurfacePointer filled(Size size, std::uint32_t color) {
    auto surface = make_surface(size);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(surface->pixels) + y * surface->pitch)[x] = color;
    return surface;
}

void set(SDL_Surface& surface, int x, int y, std::uint32_t color) {
    reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(surface.pixels) + y * surface.pitch)[x] = color;
}

constexpr Rect all{0, 0, 4, 2};
constexpr std::uint32_t red = 0xFF0000, blue = 0x0000FF;

}  // namespace

TEST_CASE("a screen of the console is black at once, and then shows whole pictures", "[present]") {
    Console console;
    CHECK(console.card->done == std::vector<std::string>{"mode 4x2 on HDMI-A-1"});
    CHECK(console.on_monitor() == std::vector<std::uint32_t>(8, 0));
    CHECK(console.screen->size() == Size{4, 2});
    CHECK(console.screen->show(*filled({4, 2}, red), all) == Presented::yes);
    CHECK(console.on_monitor() == std::vector<std::uint32_t>(8, red));
    CHECK(console.screen->output() == "HDMI-A-1, 4x2 at 60 Hz");
}

TEST_CASE("a small change reaches both buffers, each when its turn comes", "[present]") {
    Console console;
    auto const picture = filled({4, 2}, red);
    console.screen->show(*picture, all);
    set(*picture, 0, 0, 1);
    console.screen->show(*picture, {0, 0, 1, 1});
    set(*picture, 3, 1, 2);
    console.screen->show(*picture, {3, 1, 1, 1});
    CHECK(console.on_monitor() == std::vector<std::uint32_t>{1, red, red, red, red, red, red, 2});
    set(*picture, 1, 0, 3);
    console.screen->show(*picture, {1, 0, 1, 1});
    CHECK(console.on_monitor() == std::vector<std::uint32_t>{1, 3, red, red, red, red, red, 2});
}

TEST_CASE("a fade blends on both buffers, and a tick beside it comes with its next frame", "[present]") {
    Console console;
    auto const picture = filled({4, 2}, red), incoming = filled({4, 2}, blue);
    console.screen->show(*picture, all);
    console.screen->begin_fade({picture.get(), incoming.get(), {1, 0, 3, 2}, 0, {}});
    console.screen->fade(0.5);
    CHECK(console.card->pixel(0) == red);
    CHECK(console.card->pixel(1) == 0x7F007F);
    auto const flips = console.card->done.size();
    set(*picture, 0, 0, 9);
    CHECK(console.screen->show(*picture, {0, 0, 1, 1}) == Presented::yes);
    CHECK(console.card->done.size() == flips);
    console.screen->fade(0.75);
    CHECK(console.card->pixel(0) == 9);
    CHECK(console.card->pixel(1) == 0x3F00BF);
    console.screen->end_fade();
    auto const after = filled({4, 2}, blue);
    set(*after, 0, 0, 9);
    set(*after, 0, 1, red);
    console.screen->show(*after, {1, 0, 3, 2});
    CHECK(console.on_monitor() == std::vector<std::uint32_t>{9, blue, blue, blue, red, blue, blue, blue});
}

TEST_CASE("a display that is off at the start is waited for", "[present][G4]") {
    ScreenOptions options;
    options.size = {8, 4};
    Console console({no_monitor(10, "HDMI-A-1")}, options);
    CHECK(console.screen->size() == Size{8, 4});
    CHECK_FALSE(console.screen->keeps_time());
    CHECK(console.screen->output() == "no monitor");
    CHECK(console.screen->show(*filled({8, 4}, red), {0, 0, 8, 4}) == Presented::yes);
    CHECK(console.screen->take_news() == ScreenNews::none);
    console.card->plugged = {monitor(10, "HDMI-A-1", {{4, 2}})};
    console.news->next = OutputNews::Kind::perhaps;
    CHECK(console.screen->take_news() == ScreenNews::repaint);
    CHECK(console.screen->size() == Size{4, 2});
    console.screen->show(*filled({4, 2}, red), all);
    CHECK(console.on_monitor() == std::vector<std::uint32_t>(8, red));
}

TEST_CASE("a monitor that is pulled is missed, and another one that comes gets its own mode", "[present][G5]") {
    Console console;
    auto const picture = filled({4, 2}, red);
    console.screen->show(*picture, all);
    console.card->plugged = {no_monitor(10, "HDMI-A-1")};
    console.news->next = OutputNews::Kind::likely;
    CHECK(console.screen->take_news() == ScreenNews::none);
    CHECK(console.card->buffers.empty());
    CHECK(console.screen->show(*picture, all) == Presented::yes);
    console.card->plugged = {monitor(10, "HDMI-A-1", {{2, 2}})};
    console.news->next = OutputNews::Kind::likely;
    CHECK(console.screen->take_news() == ScreenNews::repaint);
    CHECK(console.screen->size() == Size{2, 2});
}

TEST_CASE("a cable that was out for a moment gets its signal anew, and a look without news changes nothing", "[present][G3]") {
    Console console;
    console.screen->show(*filled({4, 2}, red), all);
    auto const before = console.card->done;
    console.news->next = OutputNews::Kind::perhaps;
    CHECK(console.screen->take_news() == ScreenNews::none);
    CHECK(console.card->done == before);
    CHECK(console.card->times_asked == 1);
    console.news->next = OutputNews::Kind::likely;
    CHECK(console.screen->take_news() == ScreenNews::repaint);
    CHECK(console.card->done.back() == "mode 4x2 on HDMI-A-1");
}

TEST_CASE("a mode that the card refuses gives way to the next best", "[present]") {
    Console console({monitor(10, "HDMI-A-1", {{8, 4}, {4, 2}})}, {}, {0});
    CHECK(console.screen->size() == Size{4, 2});
    Console none({monitor(10, "HDMI-A-1", {{8, 4}})}, {}, {0});
    CHECK(none.screen->show(*filled({4, 2}, red), all) == Presented::screen_lost);
}

TEST_CASE("a card that does not flip is set anew for each picture", "[present]") {
    Console console;
    console.card->can_flip = false;
    CHECK(console.screen->show(*filled({4, 2}, red), all) == Presented::yes);
    CHECK(console.screen->show(*filled({4, 2}, blue), all) == Presented::yes);
    CHECK(console.on_monitor() == std::vector<std::uint32_t>(8, blue));
}

TEST_CASE("a card that takes a picture and never shows it has lost the screen, in a second", "[present][G3]") {
    Console console;
    console.card->flips_come = false;
    CHECK(console.screen->show(*filled({4, 2}, red), all) == Presented::yes);
    CHECK(console.screen->show(*filled({4, 2}, blue), all) == Presented::screen_lost);
    console.card->flips_come = true;
}

TEST_CASE("a panel that nobody needs is dark, and comes back with the newest picture", "[present]") {
    Console console;
    console.screen->show(*filled({4, 2}, red), all);
    CHECK(console.screen->set_lit(false));
    auto const while_dark = console.card->done;
    CHECK(while_dark.back() == "dark HDMI-A-1");
    auto const blues = filled({4, 2}, blue);
    CHECK(console.screen->show(*blues, all) == Presented::yes);
    CHECK(console.card->done == while_dark);
    CHECK(console.screen->set_lit(true));
    console.screen->show(*blues, all);
    CHECK(console.on_monitor() == std::vector<std::uint32_t>(8, blue));
    CHECK(console.card->done.back() == "mode 4x2 on HDMI-A-1");
    console.card->can_be_dark = false;
    CHECK_FALSE(console.screen->set_lit(false));
    CHECK(console.screen->show(*blues, all) == Presented::yes);
    CHECK(console.card->done.back() == "flip");
}

TEST_CASE("a turned screen passes on what its panel says", "[present]") {
    Console console;
    auto const upright = turned(std::move(console.screen), Rotation::quarter);
    CHECK(upright->size() == Size{2, 4});
    console.news->next = OutputNews::Kind::likely;
    CHECK(upright->take_news() == ScreenNews::repaint);
    CHECK(upright->set_lit(false));
    CHECK(console.card->done.back() == "dark HDMI-A-1");
}
