// Against burn-in: pictures that wander by less than anybody notices, and change sides overnight.
#pragma once

#include "layout/picture.hpp"
#include "settings/settings.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// A picture moved by some pixels. What touches an edge of the screen still does.
Frame moved(Frame frame, int dx, int dy);

/// The picture as it stands at `t`: up to 4 u from its place, one step a minute, around in 16.
/// Source: DISPLAY.md section 8.
Frame orbited(Frame frame, Instant t);

/// The spine on the other side: right instead of left, at the foot instead of the top. A picture without a
/// spine stays as it is.
Frame with_sides_swapped(Frame frame);

/// The picture as a screen that is cared for shows it. `day`: of the event, from 0; on every second one an
/// OLED panel has the spine on the other side.
Frame cared_for(Frame frame, CareSettings const& care, Instant t, int day);

}  // namespace kiosk
