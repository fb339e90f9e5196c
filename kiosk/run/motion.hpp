// What moves, how far and for how long: the level, and whether this machine can fade at all.
#pragma once

#include <optional>

#include "layout/picture.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// The level on its way.
struct LevelMotion {
    Rect from, to;  ///< the filled part, first and last
    milliseconds length{};
    friend bool operator==(LevelMotion const&, LevelMotion const&) = default;
};

/// A new session's fill rises from nothing in 1200 ms, any other change glides in 600 ms. Empty: there is
/// nothing to move, or the spine has another place. Source: DISPLAY.md section 6.
std::optional<LevelMotion> motion_between(Frame const& before, Frame const& now);

/// The filled part at `t`, 0 (from) to 1 (to): ease-in-out.
Rect filled_at(LevelMotion const& motion, double t);

/// Between two of its frames. A rise is looked at; a glide of some pixels comes once a minute, and hardly wakes the machine:
/// no more often than it has pixels to go.
milliseconds step_of(LevelMotion const& motion);

/// What of the screen differs between two fills, with the line of `edge_px` along their ends.
Rect between(Rect const& a, Rect const& b, int edge_px);

/// Fades that this machine shows as a slide show are cuts instead. It judges by the last ones, and
/// tries again after a while: a machine may have been busy.
class FadeJudge {
public:
    /// Should the next change of slides fade? Counts the cuts that it orders.
    bool allows_fade();
    /// A fade is over that presented so many frames.
    void saw(int frames, milliseconds length);

private:
    int slow_fades_ = 0;  // in a row
    int cuts_ = 0;        // since the last fade
};

}  // namespace kiosk
