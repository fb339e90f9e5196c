#include "run/motion.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

constexpr Color yellow{255, 199, 44}, grey{197, 204, 210};

/// A spine 40 pixels wide and 100 high, filled from below.
Frame filled_to(int height, Color fill = yellow) {
    Frame frame;
    frame.size = {160, 100};
    frame.spine.area = {0, 0, 40, 100};
    frame.level.emplace();
    frame.level->flooded.ground = fill;
    frame.level->empty = {0, 100, 40, 0};
    frame.level->filled = {0, 100 - height, 40, height};
    return frame;
}

}  // namespace

TEST_CASE("the level glides down with the minutes, and rises from nothing for a new session", "[run]") {
    auto const glide = motion_between(filled_to(60), filled_to(58));
    CHECK(glide == LevelMotion{{0, 40, 40, 60}, {0, 42, 40, 58}, milliseconds{600}});
    LevelMotion const rise{{0, 100, 40, 0}, {0, 0, 40, 100}, milliseconds{1200}};
    CHECK(motion_between(filled_to(2), filled_to(100)) == rise);
    CHECK(motion_between(filled_to(99, grey), filled_to(100)) == rise);
    auto nothing_yet = filled_to(0);
    nothing_yet.level.reset();
    CHECK(motion_between(nothing_yet, filled_to(100)) == rise);
}

TEST_CASE("nothing moves where nothing changed, or where the spine went elsewhere", "[run]") {
    CHECK_FALSE(motion_between(filled_to(60), filled_to(60)));
    auto gone = filled_to(60);
    gone.level.reset();
    CHECK_FALSE(motion_between(filled_to(60), gone));
    auto elsewhere = filled_to(50);
    elsewhere.spine.area.x = 120;
    CHECK_FALSE(motion_between(filled_to(60), elsewhere));
}

TEST_CASE("the level starts and arrives exactly, goes one way, and its foot stays", "[run]") {
    auto const motion = *motion_between(filled_to(2), filled_to(100));
    CHECK(filled_at(motion, 0) == motion.from);
    CHECK(filled_at(motion, 1) == motion.to);
    CHECK(filled_at(motion, 0.5).height == 50);
    for (int i = 1; i <= 100; ++i) {
        CHECK(filled_at(motion, i / 100.0).height >= filled_at(motion, (i - 1) / 100.0).height);
        CHECK(filled_at(motion, i / 100.0).bottom() == 100);
    }
}

TEST_CASE("a glide wakes the machine no more often than it has pixels to go, a rise for each frame", "[run]") {
    auto const step_to = [](int filled) { return step_of(*motion_between(filled_to(50), filled_to(filled))); };
    CHECK(step_to(51) == milliseconds{600});
    CHECK(step_to(52) == milliseconds{300});
    CHECK(step_to(48) == milliseconds{300});
    CHECK(step_to(60) == milliseconds{60});
    CHECK(step_of(*motion_between(filled_to(2), filled_to(100))) == milliseconds{16});
}

TEST_CASE("only what lies between two fills is painted, with the line on their ends", "[run]") {
    CHECK(between({0, 40, 40, 60}, {0, 42, 40, 58}, 0) == Rect{0, 40, 40, 2});
    CHECK(between({0, 42, 40, 58}, {0, 40, 40, 60}, 3) == Rect{0, 40, 40, 5});
    CHECK(between({0, 80, 60, 20}, {0, 80, 70, 20}, 3) == Rect{57, 80, 13, 20});
    CHECK(between({100, 80, 60, 20}, {90, 80, 70, 20}, 3) == Rect{90, 80, 13, 20});
}

TEST_CASE("a machine that cannot fade cuts, and tries again later", "[run]") {
    FadeJudge judge;
    CHECK(judge.allows_fade());
    judge.saw(2, milliseconds{400});
    CHECK(judge.allows_fade());  // once may be bad luck
    judge.saw(2, milliseconds{400});
    for (int i = 0; i < 60; ++i) CHECK_FALSE(judge.allows_fade());
    CHECK(judge.allows_fade());
    judge.saw(3, milliseconds{400});
    CHECK_FALSE(judge.allows_fade());
    for (int i = 0; i < 59; ++i) CHECK_FALSE(judge.allows_fade());
    CHECK(judge.allows_fade());
    judge.saw(24, milliseconds{400});
    CHECK(judge.allows_fade());
    judge.saw(2, milliseconds{400});
    CHECK(judge.allows_fade());
}
