#include "present/screen.hpp"

#include <vector>

#include "paint/painting.hpp"
#include "present/blend.hpp"

using namespace kiosk;

namespace {

struct Environment {
    Environment(char const* driver, char const* presenter) {
        ::setenv("SDL_VIDEODRIVER", driver, 1);
        ::setenv("KIOSK_PRESENTER", presenter, 1);
    }
    ~Environment() {
        ::unsetenv("SDL_VIDEODRIVER");
        ::unsetenv("KIOSK_PRESENTER");
    }
};

SurfacePointer filled(Size size, std::uint32_t color) {
    auto surface = make_surface(size);
    SDL_FillRect(surface.get(), nullptr, color);
    return surface;
}

}  // namespace

TEST_CASE("the blend is exact at its ends and in its middle", "[present]") {
    std::vector<std::uint8_t> const a{0, 255, 10, 200, 255, 0, 1}, b{255, 0, 20, 100, 255, 0, 3};
    std::vector<std::uint8_t> out(a.size());
    blend_bytes(out.data(), a.data(), b.data(), a.size(), 0);
    CHECK(out == a);
    blend_bytes(out.data(), a.data(), b.data(), a.size(), 256);
    CHECK(out == b);
    blend_bytes(out.data(), a.data(), b.data(), a.size(), 128);
    CHECK(out == std::vector<std::uint8_t>{127, 127, 15, 150, 255, 0, 2});
}

TEST_CASE("the incoming stage eases to its place", "[present]") {
    CHECK(rise_at(24, 0) == 24);
    CHECK(rise_at(24, 0.5) == 3);
    CHECK(rise_at(24, 1) == 0);
}

TEST_CASE("a screen without a display shows and fades", "[present]") {
    for (char const* presenter : {"software", "gpu"}) {
        Environment const environment("dummy", presenter);
        CAPTURE(presenter);
        auto opened = Screen::open({WindowMode::windowed, {320, 180}, "test"});
        REQUIRE(opened.value);
        auto& screen = **opened.value;
        CHECK(screen.size() == Size{320, 180});
        CHECK((screen.canvas() != nullptr) == (std::string_view(presenter) == "software"));
        auto const from = filled({320, 180}, 0x0000FF), to = filled({320, 180}, 0x00FF00);
        CHECK(screen.show(*from, {0, 0, 320, 180}) == Presented::yes);
        screen.begin_fade({from.get(), to.get(), {100, 0, 220, 180}, 10, {0, 0, 0, 255}});
        for (double const t : {0.0, 0.3, 1.0, 2.0, -1.0}) CHECK(screen.fade(t) == Presented::yes);
        CHECK(screen.show(*from, {0, 0, 100, 180}) == Presented::yes);
        screen.end_fade();
        CHECK(screen.show(*to, {-50, -50, 1000, 1000}) == Presented::yes);
    }
}

TEST_CASE("no display is one clear error", "[present][G4]") {
    Environment const environment("no-such-driver", "software");
    auto const opened = Screen::open({});
    CHECK_FALSE(opened.value);
    CHECK(opened.problems.at(0).code == "display-missing");
    CHECK(opened.problems.at(0).message == "no display to draw on: no-such-driver not available");
}

TEST_CASE("SDL's own fall back to no display at all is an error too", "[present]") {
    for (char const* name : {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "KIOSK_PRESENTER"}) ::unsetenv(name);
    auto const opened = Screen::open({});
    if (opened.value) return;  // on a console with a graphics device there is a display after all
    CHECK(opened.problems.at(0).code == "display-missing");
}
