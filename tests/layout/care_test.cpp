#include "layout/care.hpp"

#include <set>

#include "layout/layout.hpp"
#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

Frame a_frame(Size size) {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "A talk");
    auto const schedule = builder.build();
    return layout(SceneMaker(schedule, {}, {}, english_words("en-US")).at(builder.at("9:30"), "now")->scene, Theme{}, size, FixedMetrics{});
}

}  // namespace

TEST_CASE("a moved picture still covers the whole screen, without a gap between its parts", "[layout]") {
    for (Size const size : {Size{1920, 1080}, Size{1080, 1920}, Size{800, 480}})
        for (int const dx : {-4, 0, 4})
            for (int const dy : {-4, 3}) {
                auto const frame = moved(a_frame(size), dx, dy);
                auto const area = [](Rect const& box) { return box.width * box.height; };
                CHECK(area(frame.stage.area) + area(frame.spine.area) == size.width * size.height);
                CHECK(frame.spine.area.x == 0);
                CHECK(frame.spine.area.y == 0);
                CHECK(frame.stage.area.right() == size.width);
                CHECK(frame.stage.area.bottom() == size.height);
            }
}

TEST_CASE("the picture is somewhere else each minute, never further than four units, and comes around", "[layout][G13]") {
    Size const size{1920, 1080};
    auto const still = a_frame(size);
    std::set<std::pair<int, int>> places;
    for (int minute = 0; minute < 16; ++minute) {
        auto const frame = orbited(still, Instant{minutes{minute}});
        auto const& from = std::get<TextRun>(*std::find_if(still.stage.items.begin(), still.stage.items.end(), [](Item const& item) { return std::holds_alternative<TextRun>(item); }));
        auto const& to = std::get<TextRun>(*std::find_if(frame.stage.items.begin(), frame.stage.items.end(), [](Item const& item) { return std::holds_alternative<TextRun>(item); }));
        int const dx = to.x - from.x, dy = to.y - from.y;
        CHECK(std::max(std::abs(dx), std::abs(dy)) == 4);
        places.insert({dx, dy});
    }
    CHECK(places.size() == 16);
    CHECK(orbited(still, Instant{minutes{3}}) == orbited(still, Instant{minutes{19}}));
}

TEST_CASE("on every second day an OLED panel has the spine on the other side, with everything in it", "[layout]") {
    for (Size const size : {Size{1920, 1080}, Size{1080, 1920}}) {
        auto const usual = a_frame(size);
        auto const other = cared_for(usual, {.orbits = false, .is_oled = true}, Instant{}, 1);
        CHECK(cared_for(usual, {.orbits = false, .is_oled = true}, Instant{}, 2) == usual);
        CHECK(cared_for(usual, {}, Instant{}, 1) == usual);
        bool const is_wide = size.width > size.height;
        int const dx = is_wide ? usual.stage.area.width : 0, dy = is_wide ? 0 : usual.stage.area.height;
        CHECK(other.spine.area == Rect{dx, dy, usual.spine.area.width, usual.spine.area.height});
        CHECK((is_wide ? other.stage.area.x : other.stage.area.y) == 0);
        REQUIRE(other.spine.items.size() == usual.spine.items.size());
        for (std::size_t i = 0; i < usual.spine.items.size(); ++i)
            if (auto const* run = std::get_if<TextRun>(&usual.spine.items[i])) {
                auto const& moved_run = std::get<TextRun>(other.spine.items[i]);
                CHECK(moved_run.x - run->x == dx);
                CHECK(moved_run.y - run->y == dy);
            }
        REQUIRE(other.level);
        CHECK(other.level->filled.x - usual.level->filled.x == dx);
        CHECK(with_sides_swapped(Frame{size, {{0, 0, size.width, size.height}, {}, {}}, {}, {}}).stage.area.width == size.width);
    }
}
