#include "layout/mirror.hpp"

#include "layout/dump.hpp"
#include "layout/layout.hpp"
#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

Scene scene_of_a_talk(Reading reading) {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 5";
    builder.add(Kind::talk, "10:00", "11:00", "Talk").people = {
        ScheduleBuilder::person("Ada Lovelace", "Analytical")};
    auto const schedule = builder.build();
    auto words = english_words("en-GB");
    words.is_right_to_left = reading == Reading::right_to_left;
    return SceneMaker(schedule, {}, {}, words).at(builder.at("10:45"))->scene;
}

}  // namespace

TEST_CASE("what reads from the right is mirrored: the spine, every box, the start of every line",
          "[layout]") {
    FixedMetrics const metrics;
    auto const frame = layout(scene_of_a_talk(Reading::right_to_left), Theme{}, {1920, 1080}, metrics);
    CHECK(frame.spine.area == Rect{1466, 0, 454, 1080});
    CHECK(frame.stage.area == Rect{0, 0, 1466, 1080});
    auto const spine = dump(frame.spine);
    CHECK(spine.find("rectangle 1466,810 454x270 #FFC72C\n") != std::string::npos);
    // "5" is 75 pixels wide and ends where the margin begins; the ink's 2 pixels stay on that side.
    CHECK(spine.find("text 1799,231 w800 150px \"5\"") != std::string::npos);
    // Digits are not turned.
    CHECK(spine.find("\"10:45\"") != std::string::npos);
}

TEST_CASE("mirrored twice is as before", "[layout]") {
    FixedMetrics const metrics;
    for (auto const size : {Size{1920, 1080}, Size{1080, 1920}, Size{800, 480}}) {
        auto const plain = layout(scene_of_a_talk(Reading::left_to_right), Theme{}, size, metrics);
        auto const turned = layout(scene_of_a_talk(Reading::right_to_left), Theme{}, size, metrics);
        CHECK(turned == mirrored(plain, metrics));
        CHECK(mirrored(turned, metrics) == plain);
    }
}

TEST_CASE("clips and pictures move with their boxes", "[layout]") {
    FixedMetrics const metrics;
    Picture picture{{0, 0, 100, 50}, {}, {}};
    picture.items.push_back(TextRun{"ab", {400, 20}, {}, 10, 30, Rect{8, 0, 30, 40}});
    ImageBox image{"a.jpg", {70, 5, 20, 25}, 4};
    picture.items.push_back(image);
    picture.items.push_back(LogoBox{"logo.svg", {60, 0, 30, 10}});
    auto const turned = mirrored(picture, 100, metrics);
    auto const& run = std::get<TextRun>(turned.items[0]);
    CHECK(run.x == 70);
    CHECK(run.clip == Rect{62, 0, 30, 40});
    CHECK(std::get<ImageBox>(turned.items[1]).box == Rect{10, 5, 20, 25});
    CHECK(std::get<LogoBox>(turned.items[2]).box == Rect{10, 0, 30, 10});
}

TEST_CASE("arrows point where reading goes, other signs stay as they are", "[layout]") {
    FixedMetrics const metrics;
    Picture picture{{0, 0, 100, 50}, {}, {}};
    picture.items.push_back(Pictogram{"moved", {10, 5, 20, 20}, {}});
    picture.items.push_back(Pictogram{"coffee", {40, 5, 20, 20}, {}});
    auto const turned = mirrored(picture, 100, metrics);
    CHECK(std::get<Pictogram>(turned.items[0]).is_flipped);
    CHECK_FALSE(std::get<Pictogram>(turned.items[1]).is_flipped);
    CHECK(mirrored(turned, 100, metrics) == picture);
}

TEST_CASE("the strip of a rehearsal is mirrored with the rest", "[layout]") {
    FixedMetrics const metrics;
    BadgeContent badge{"Rehearsal", "60×", {{"N", "real time"}}};
    auto const plain = layout_badge(badge, Theme{}, {1920, 1080}, metrics);
    badge.reading = Reading::right_to_left;
    CHECK(layout_badge(badge, Theme{}, {1920, 1080}, metrics) == mirrored(plain, 1920, metrics));
}
