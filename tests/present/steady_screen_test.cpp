// Screens that fail, and what is tried then.
#include "present/steady_screen.hpp"

#include <SDL.h>

#include "paint/painting.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

constexpr Size usual_size{64, 36};

/// What a screen was asked for, and how often it answers well.
struct Record {
    int good = 1'000'000;  ///< so many presents, and then none
    int good_after_handing_over = 0;
    int shows = 0, fades = 0, fades_begun = 0, handed_over = 0;
    Rect last;
    bool is_open = false;
    SurfacePointer canvas = nullptr;  ///< what it lends
};

class BrittleScreen final : public PlainScreen {
public:
    BrittleScreen(Record& record, std::string name, Size pixels = usual_size) : record_(record), name_(std::move(name)), size_(pixels) { record_.is_open = true; }
    ~BrittleScreen() override { record_.is_open = false; }
    Size size() const override { return size_; }
    Presented show(SDL_Surface const&, Rect const& changed) override {
        ++record_.shows;
        record_.last = changed;
        return present();
    }
    SDL_Surface* canvas() override { return record_.canvas.get(); }
    void begin_fade(Fade const&) override { ++record_.fades_begun; }
    Presented fade(double) override {
        ++record_.fades;
        return present();
    }
    void end_fade() override {}
    bool keeps_time() const override { return false; }
    std::string name() const override { return name_; }
    void forget_pictures() override {
        ++record_.handed_over;
        record_.good = std::max(record_.good, record_.good_after_handing_over);
    }

private:
    Presented present() { return record_.good-- > 0 ? Presented::yes : Presented::screen_lost; }

    Record& record_;
    std::string name_;
    Size size_;
};

struct Stage {
    Record first, second, third;
    std::vector<std::string> said;
    SurfacePointer picture = make_surface(usual_size), next = make_surface(usual_size);

    std::unique_ptr<Screen> screen(Size of_second = usual_size) {
        std::vector<OpenScreen> others{[this, of_second] { return std::make_unique<BrittleScreen>(second, "renderer", of_second); },
                                       [this] { return std::make_unique<BrittleScreen>(third, "software"); }};
        return steady(std::make_unique<BrittleScreen>(first, "renderer"), std::move(others), [this](std::string const& line) { said.push_back(line); });
    }
};

constexpr Rect corner{0, 0, 8, 8}, all{0, 0, 64, 36};

}  // namespace

TEST_CASE("a screen that does not fail is left alone", "[present]") {
    Stage stage;
    auto const screen = stage.screen();
    for (int i = 0; i < 5; ++i) CHECK(screen->show(*stage.picture, corner) == Presented::yes);
    CHECK(stage.first.last == corner);
    CHECK(stage.first.handed_over == 0);
    CHECK(stage.said.empty());
}

TEST_CASE("a screen that lost what it held gets the whole picture anew", "[present][G8]") {
    Stage stage;
    stage.first.good = 1;
    stage.first.good_after_handing_over = 100;
    auto const screen = stage.screen();
    screen->show(*stage.picture, all);
    CHECK(screen->show(*stage.picture, corner) == Presented::yes);
    CHECK(stage.first.handed_over == 1);
    CHECK(stage.first.last == all);
    CHECK(stage.said == std::vector<std::string>{"the display failed for a moment: its pictures were handed over anew"});
}

TEST_CASE("a screen that stays broken is closed, and the next way is opened with the whole picture", "[present][G8][J3]") {
    Stage stage;
    stage.first.good = 1;
    auto const screen = stage.screen();
    screen->show(*stage.picture, all);
    CHECK(screen->show(*stage.picture, corner) == Presented::yes);
    CHECK_FALSE(stage.first.is_open);
    CHECK(stage.second.is_open);
    CHECK(stage.second.last == all);
    CHECK(screen->take_news() == ScreenNews::none);
    CHECK(stage.said == std::vector<std::string>{"the display failed for a moment: it goes on with renderer"});
    stage.second.good = 0;
    CHECK(screen->show(*stage.picture, corner) == Presented::yes);
    CHECK(screen->name() == "software");
    stage.third.good = 0;
    CHECK(screen->show(*stage.picture, corner) == Presented::screen_lost);
}

TEST_CASE("a screen's memory is lent, and stays until it is asked for again when the screen fails meanwhile", "[present][G8]") {
    Stage stage;
    stage.first.canvas = make_surface(usual_size);
    stage.second.canvas = make_surface(usual_size);
    stage.first.good = 1;
    auto const screen = stage.screen();
    auto* const canvas = screen->canvas();
    REQUIRE(canvas == stage.first.canvas.get());
    CHECK(screen->show(*canvas, all) == Presented::yes);
    CHECK(screen->show(*canvas, corner) == Presented::yes);
    CHECK(stage.second.last == all);
    CHECK(stage.first.is_open);
    CHECK(screen->canvas() == stage.second.canvas.get());
    CHECK_FALSE(stage.first.is_open);
}

TEST_CASE("a screen that comes back in another size asks to be painted anew", "[present][G8]") {
    Stage stage;
    stage.first.good = 0;
    auto const screen = stage.screen({32, 18});
    CHECK(screen->show(*stage.picture, all) == Presented::yes);
    CHECK(screen->size() == Size{32, 18});
    CHECK(screen->take_news() == ScreenNews::repaint);
    CHECK(screen->take_news() == ScreenNews::none);
}

TEST_CASE("a fade goes on where the screen fails in the middle of it", "[present][G8]") {
    Stage stage;
    auto const screen = stage.screen();
    screen->begin_fade({stage.picture.get(), stage.next.get(), all, 0, {}});
    CHECK(screen->fade(0.2) == Presented::yes);
    stage.first.good = 0;
    CHECK(screen->fade(0.4) == Presented::yes);
    CHECK(stage.second.fades_begun == 1);
    CHECK(screen->fade(0.6) == Presented::yes);
    CHECK(stage.second.fades == 2);
    screen->end_fade();
}

TEST_CASE("after a thousand good frames every way is tried again", "[present][G8]") {
    Stage stage;
    stage.first.good = 0;
    auto const screen = stage.screen();
    for (int i = 0; i < 1001; ++i) REQUIRE(screen->show(*stage.picture, corner) == Presented::yes);
    stage.second.good = 0;
    CHECK(screen->show(*stage.picture, corner) == Presented::yes);  // a second renderer is broken as well: the record is the same
    CHECK(screen->name() == "software");
    for (int i = 0; i < 1001; ++i) REQUIRE(screen->show(*stage.picture, corner) == Presented::yes);
    stage.second.good = 1000;
    stage.third.good = 0;
    CHECK(screen->show(*stage.picture, corner) == Presented::yes);
    CHECK(screen->name() == "renderer");
}
