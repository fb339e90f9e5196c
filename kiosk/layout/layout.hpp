// A scene at a size becomes pictures. Pure: the same four values, the same pictures.
#pragma once

#include <string>
#include <vector>

#include "layout/metrics.hpp"
#include "layout/picture.hpp"
#include "slides/slide.hpp"

namespace kiosk {

/// One row of the table of keys.
struct KeyWords {
    std::string key, meaning;
};

/// Rehearsal's strip along the bottom, and the keys above it while they are wanted.
struct BadgeContent {
    std::string left, right;  ///< "Rehearsal", "Simulated 10:28 AM · 60× speed"
    std::vector<KeyWords> keys;
    Reading reading = Reading::left_to_right;
};

/// Range: any size from 64 pixels on. Errors: none; what does not fit is set smaller, then cut with
/// an ellipsis, never drawn over something else. Source: DISPLAY.md.
Frame layout(Scene const& scene, Theme const& theme, Size size, Metrics const& metrics);

/// The strip for the bottom of the screen, over everything else.
Picture layout_badge(BadgeContent const& badge, Theme const& theme, Size size, Metrics const& metrics);

}  // namespace kiosk
