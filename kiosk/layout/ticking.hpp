// A clock that shows seconds: its next reading without a new layout.
#pragma once

#include <string>

#include "layout/metrics.hpp"
#include "layout/picture.hpp"

namespace kiosk {

/// Puts `now` where the spine's clock says `before`. False: the spine does not say it, or `now` is not as wide; then the
/// frame is as it was, and to be laid out anew. Range: readings of one minute, that differ in their seconds.
bool set_clock(Frame& frame, std::string const& before, std::string const& now, Metrics const& metrics);

}  // namespace kiosk
