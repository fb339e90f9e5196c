// The spine with its level anywhere, for the time in which it moves.
#pragma once

#include "layout/picture.hpp"

namespace kiosk {

/// The spine filled just so far: every text is drawn in the color of its ground, cut where the fill
/// ends. `filled`: within the level's; Range: also without height or width.
Picture with_level(SpineLevel const& level, Rect filled);

}  // namespace kiosk
