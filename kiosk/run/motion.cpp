#include "run/motion.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace kiosk {
namespace {

constexpr milliseconds rise_time{1200}, glide_time{600};
constexpr int least_frames_a_second = 15;  // fewer do not look like motion
constexpr int slow_fades_for_cuts = 2;     // in a row; one alone may be bad luck
constexpr int cuts_until_retry = 60;       // about a quarter of an hour

long long area(Rect const& r) { return static_cast<long long>(r.width) * r.height; }

bool has_risen(Frame const& before, Frame const& now) {
    bool const other_state = before.level->flooded.ground != now.level->flooded.ground;
    auto const whole = area(now.spine.area);
    return other_state || area(now.level->filled) - area(before.level->filled) > whole / 10;
}

/// Moves in one half of the time as it does in the other: slowly first and last.
double eased(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t < 0.5 ? 4 * t * t * t : 1 - std::pow(2 - 2 * t, 3) / 2;
}

}  // namespace

std::optional<LevelMotion> motion_between(Frame const& before, Frame const& now) {
    if (!now.level || before.size != now.size || before.spine.area != now.spine.area) return {};
    bool const is_new = !before.level || has_risen(before, now);
    LevelMotion const motion{is_new ? now.level->empty : before.level->filled, now.level->filled, is_new ? rise_time : glide_time};
    if (motion.from == motion.to) return {};
    return motion;
}

milliseconds step_of(LevelMotion const& motion) {
    constexpr milliseconds of_rise{16}, of_glide{60};
    if (motion.length != glide_time) return of_rise;
    auto const& [from, to, length] = motion;
    int const pixels = std::max({std::abs(to.x - from.x), std::abs(to.y - from.y), std::abs(to.right() - from.right()),
                                 std::abs(to.bottom() - from.bottom())});
    return std::max(of_glide, length / std::max(pixels, 1));
}

Rect filled_at(LevelMotion const& motion, double t) {
    auto const share = eased(t);
    auto const mix = [&](int from, int to) { return from + static_cast<int>(std::lround((to - from) * share)); };
    int const x = mix(motion.from.x, motion.to.x), y = mix(motion.from.y, motion.to.y);
    // Edges, not lengths: the end that stays must not tremble by a rounded pixel.
    return {x, y, mix(motion.from.right(), motion.to.right()) - x, mix(motion.from.bottom(), motion.to.bottom()) - y};
}

Rect between(Rect const& a, Rect const& b, int edge_px) {
    int const left = std::min(a.x, b.x), top = std::min(a.y, b.y);
    int const right = std::max(a.right(), b.right()), bottom = std::max(a.bottom(), b.bottom());
    bool const is_upright = a.bottom() == b.bottom() && a.x == b.x && a.right() == b.right();
    if (is_upright) return {left, top, right - left, std::max(a.y, b.y) + edge_px - top};
    if (a.x == b.x) {
        int const from = std::min(a.right(), b.right()) - edge_px;
        return {from, top, right - from, bottom - top};
    }
    if (a.right() == b.right()) return {left, top, std::max(a.x, b.x) + edge_px - left, bottom - top};
    return {left, top, right - left, bottom - top};
}

bool FadeJudge::allows_fade() {
    if (slow_fades_ < slow_fades_for_cuts) return true;
    if (++cuts_ <= cuts_until_retry) return false;
    cuts_ = 0;
    slow_fades_ = slow_fades_for_cuts - 1;  // one more slow one, and it is cuts again
    return true;
}

void FadeJudge::saw(int frames, milliseconds length) {
    bool const is_slow = frames * 1000 < least_frames_a_second * length.count();
    slow_fades_ = is_slow ? slow_fades_ + 1 : 0;
}

}  // namespace kiosk
