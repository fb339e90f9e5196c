#include "layout/logo.hpp"

#include <random>

#include "layout/dump.hpp"
#include "layout/geometry.hpp"
#include "layout/layout.hpp"
#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

constexpr Color white{0xFF, 0xFF, 0xFF}, near_black{0x0B, 0x0D, 0x10}, navy{0x1A, 0x24, 0x40};
constexpr Color dark_stage{0x0E, 0x12, 0x16}, light_stage{0xF7, 0xF5, 0xF0};

/// A logo of one colour on nothing.
LogoLook of_one_color(Color color, Size size = {800, 300}) {
    return {size, false, true, color, color, color};
}

LogoLook opaque(Color color) {
    auto look = of_one_color(color);
    look.is_transparent = false;
    return look;
}

Scene scene_at(std::string_view clock, std::string const& logo, std::string const& slide) {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 5";
    builder.draft.event.logo = logo;
    builder.add(Kind::talk, "10:00", "11:00", "Talk");
    auto const schedule = builder.build();
    return SceneMaker(schedule, {}, {}, english_words("en-US")).at(builder.at(clock), slide)->scene;
}

std::string stage_with(LogoLook const& look, Theme const& theme, Size size = {1920, 1080}) {
    FixedMetrics metrics;
    metrics.logos["logo.png"] = look;
    return dump(layout(scene_at("9:50", "logo.png", "soon"), theme, size, metrics).stage);
}

bool has_line(std::string const& text, std::string const& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a logo that is seen well enough stands by itself, any other on the plate that it is seen best on",
          "[layout]") {
    CHECK(logo_plate(of_one_color(navy), dark_stage) == white);
    CHECK_FALSE(logo_plate(of_one_color(navy), light_stage));
    CHECK_FALSE(logo_plate(of_one_color(white), dark_stage));
    CHECK(logo_plate(of_one_color(white), light_stage) == near_black);
    // 3:1 either way: a middling colour needs none anywhere.
    Color const teal{0x2A, 0x8F, 0xA3};
    CHECK(contrast(teal, dark_stage) >= 3);
    CHECK(contrast(teal, light_stage) >= 3);
    CHECK_FALSE(logo_plate(of_one_color(teal), dark_stage));
    CHECK_FALSE(logo_plate(of_one_color(teal), light_stage));
}

TEST_CASE("the limit is a contrast of three to one", "[layout]") {
    int with_plate = 0, without = 0;
    for (int grey = 0; grey < 256; ++grey) {
        auto const byte = static_cast<std::uint8_t>(grey);
        Color const color{byte, byte, byte};
        bool const is_seen = contrast(color, dark_stage) >= 3;
        CHECK(logo_plate(of_one_color(color), dark_stage).has_value() == !is_seen);
        ++(is_seen ? without : with_plate);
    }
    CHECK(with_plate > 0);
    CHECK(without > 0);
}

TEST_CASE("an opaque logo needs no plate, whatever its colour", "[layout]") {
    CHECK_FALSE(logo_plate(opaque(navy), dark_stage));
    CHECK_FALSE(logo_plate(opaque(white), light_stage));
}

TEST_CASE("dark letters beside a bright sign do not vanish: the darkest tenth counts, too", "[layout]") {
    LogoLook const look{{800, 300}, false, true, {0xC0, 0x88, 0x18}, {0x14, 0x14, 0x14}, {0xFF, 0xC7, 0x2C}};
    REQUIRE(contrast(look.mean, dark_stage) > 3);
    CHECK(logo_plate(look, dark_stage) == white);
}

TEST_CASE("a plate of about the ground's colour is left out: nothing would be seen better", "[layout]") {
    LogoLook const yellow_and_black{{800, 300},        false, true, {0xC8, 0xA0, 0x30}, {0x10, 0x10, 0x10},
                                    {0xFF, 0xE0, 0x60}};
    REQUIRE(legibility(yellow_and_black, light_stage) < 1);
    CHECK_FALSE(logo_plate(yellow_and_black, light_stage));
}

TEST_CASE("a logo is fitted, not cut: its shape stays, and a bitmap is never enlarged", "[layout]") {
    CHECK(fitted_size(of_one_color(navy, {800, 300}), {420, 160}) == Size{420, 158});
    CHECK(fitted_size(of_one_color(navy, {100, 400}), {420, 160}) == Size{40, 160});
    CHECK(fitted_size(of_one_color(navy, {120, 60}), {420, 160}) == Size{120, 60});
    CHECK(fitted_size(of_one_color(navy, {10'000, 1}), {420, 160}) == Size{420, 1});
    auto drawing = of_one_color(navy, {120, 60});
    drawing.is_scalable = true;
    CHECK(fitted_size(drawing, {420, 160}) == Size{320, 160});
}

TEST_CASE("the logo stands at the top right of the content, its plate within the same room", "[layout]") {
    auto const plain = stage_with(of_one_color(white), Theme{});
    CHECK(has_line(plain, "logo 1428,72 420x158 \"logo.png\" r0"));
    auto const on_plate = stage_with(of_one_color(navy), Theme{});
    CHECK(has_line(on_plate, "rectangle 1488,72 360x160 #FFFFFF r10\nlogo 1508,92 320x120 \"logo.png\" r0"));
    CHECK(has_line(stage_with(opaque(navy), Theme{}), "logo 1428,72 420x158 \"logo.png\" r10"));
    CHECK(has_line(stage_with(of_one_color(white), Theme{}, {1080, 1920}),
                   "logo 648,504 360x135 \"logo.png\" r0"));
    CHECK(
        has_line(stage_with(of_one_color(white), Theme{}, {800, 480}), "logo 642,26 132x50 \"logo.png\" r0"));
}

TEST_CASE("a logo that nobody knows changes nothing", "[layout]") {
    FixedMetrics const metrics;
    for (auto const* slide : {"soon", "over"}) {
        auto const clock = std::string(slide) == "soon" ? "9:50" : "11:30";
        CHECK(dump(layout(scene_at(clock, "lost.png", slide), Theme{}, {1920, 1080}, metrics)) ==
              dump(layout(scene_at(clock, "", slide), Theme{}, {1920, 1080}, metrics)));
    }
}

TEST_CASE("a headline stays beside a logo that reaches down to it, or goes below it where it is larger there",
          "[layout]") {
    auto const headline_y = [](std::string const& text, std::string const& words) {
        auto const at = text.find("\"" + words);
        REQUIRE(at != std::string::npos);
        auto const line = text.substr(text.rfind("\ntext ", at) + 6);
        return std::stoi(line.substr(line.find(',') + 1));
    };
    auto const y_with = [&](LogoLook const& look, char const* clock, char const* slide, char const* words) {
        FixedMetrics metrics;
        metrics.logos["logo.png"] = look;
        return headline_y(
            dump(layout(scene_at(clock, "logo.png", slide), Theme{}, {1920, 1080}, metrics).stage), words);
    };
    auto const flat = of_one_color(white, {800, 100}),
               high = of_one_color(white);  // drawn 53 and 158 units high
    // Nine letters of 84 units fit into what is left beside the logo, nine of 104 do not.
    CHECK(y_with(high, "9:50", "soon", "Starts at") == y_with(flat, "9:50", "soon", "Starts at"));
    CHECK(y_with(high, "11:30", "over", "Thank you") ==
          y_with(flat, "11:30", "over", "Thank you") + 72 + 158 + 56 - (72 + 60 + 108));
}

TEST_CASE("a directory shows the logo between its title and its clock, if there is room", "[layout]") {
    DirectorySlide slide;
    slide.title = "Now";
    slide.clock = "10:28";
    slide.logo = "logo.png";
    slide.rooms.resize(2);
    FixedMetrics metrics;
    metrics.logos["logo.png"] = of_one_color(white);
    auto const drawn = [&](Size size) { return dump(layout({{}, slide, {}, {}}, Theme{}, size, metrics)); };
    CHECK(drawn({1920, 1080}).find("logo 1260,38 256x96") != std::string::npos);
    CHECK(drawn({800, 480}).find("logo ") != std::string::npos);
    slide.title = "What is on now in each of the rooms";
    CHECK(drawn({1920, 1080}).find("logo ") == std::string::npos);
}
