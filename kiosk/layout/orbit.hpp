// Against burn-in: the whole picture wanders, by less than anybody notices.
#pragma once

#include "layout/picture.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// A picture moved by some pixels. What touches an edge of the screen still does.
Frame moved(Frame frame, int dx, int dy);

/// The picture as it stands at `t`: up to 4 u from its place, one step a minute, around in 16.
/// Source: DISPLAY.md section 8.
Frame orbited(Frame frame, Instant t);

}  // namespace kiosk
