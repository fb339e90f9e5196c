// The picture for those who read from right to left.
#pragma once

#include "layout/metrics.hpp"
#include "layout/picture.hpp"

namespace kiosk {

/// The same picture mirrored about the middle of a screen `screen_width` pixels wide. Places change
/// sides; texts, digits and photos stay as they read.
Picture mirrored(Picture picture, int screen_width, Metrics const& metrics);
/// All layers, about the middle of the frame.
Frame mirrored(Frame frame, Metrics const& metrics);

}  // namespace kiosk
