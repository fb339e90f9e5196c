#include "layout/level.hpp"

#include "layout/layout.hpp"
#include "paint/painting.hpp"
#include "paint/png.hpp"
#include "slides/scene.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

Frame frame_at(std::string_view clock, Theme const& theme, Size size, Metrics const& metrics, std::string_view language) {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 211-213";
    builder.draft.event.series = "NeurIPS 2023";
    builder.add(Kind::talk, "10:00", "11:00", "Ways and means");
    auto const schedule = builder.build();
    auto words = english_words("en-US");
    words.is_right_to_left = language == "ar";
    return layout(SceneMaker(schedule, {}, {}, words).at(builder.at(clock), "day")->scene, theme, size, metrics);
}

Theme with_lines() {
    Theme theme;
    theme.frame_width = 6;
    return theme;
}

}  // namespace

TEST_CASE("the spine with its level where it stands is the spine, pixel by pixel", "[paint]") {
    PaintBox box;
    for (auto const size : {Size{960, 540}, Size{540, 960}})
        for (auto const& theme : {Theme{}, with_lines()})
            for (auto const* const language : {"en", "ar"})
                for (auto const* const clock : {"10:00", "10:14", "10:31", "10:59"}) {
                    INFO(size.width << " " << theme.frame_width << " " << language << " " << clock);
                    auto const frame = frame_at(clock, theme, size, *box.fonts, language);
                    REQUIRE(frame.level);
                    auto const moved = box.paint(with_level(*frame.level, frame.level->filled));
                    CHECK(fingerprint(*moved) == fingerprint(*box.paint(frame.spine)));
                }
}

TEST_CASE("a level on its way cuts through the lines, each part in the color of its ground", "[paint]") {
    PaintBox box;
    auto const frame = frame_at("10:00", Theme{}, {960, 540}, *box.fonts, "en");
    auto const spine = frame.spine.area;
    Rect const half{0, 270, spine.width, 270};
    auto const picture = box.paint(with_level(*frame.level, half));
    auto const drained = box.paint(frame.level->drained), flooded = box.paint(frame.level->flooded);
    for (int y = 0; y < 540; ++y)
        for (int x = 0; x < spine.width; ++x) {
            auto const& part = y < half.y ? *drained : *flooded;
            if (!(pixel(*picture, x, y) == pixel(part, x, y))) FAIL(x << ", " << y);
        }
    CHECK(fingerprint(*box.paint(with_level(*frame.level, frame.level->empty))) == fingerprint(*drained));
}
