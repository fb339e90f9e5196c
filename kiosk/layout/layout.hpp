// A scene at a size becomes pictures. Pure: the same four values, the same pictures.
#pragma once

#include <string>
#include <vector>

#include "layout/metrics.hpp"
#include "layout/picture.hpp"
#include "slides/slide.hpp"

namespace kiosk {

/// Rehearsal's strip along the bottom.
struct BadgeContent {
    std::string left, right;  ///< "Rehearsal", "Simulated 10:28 AM · 60× speed"
};

/// One row of the table of keys.
struct KeyWords {
    std::string key, meaning;
};

/// Range: any size from 64 pixels on. Errors: none; what does not fit is set smaller, then cut with
/// an ellipsis, never drawn over something else. Source: DISPLAY.md.
Frame layout(Scene const& scene, Theme const& theme, Size size, Metrics const& metrics);

/// The strip for the bottom of the screen, over everything else.
Picture layout_badge(BadgeContent const& badge, Theme const& theme, Size size, Metrics const& metrics);

/// The table of keys, above the strip.
Picture layout_keys(std::vector<KeyWords> const& keys, Theme const& theme, Size size, Metrics const& metrics);

}  // namespace kiosk
