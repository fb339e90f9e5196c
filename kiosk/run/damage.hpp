// What has to be painted again where two pictures differ in a few lines.
#pragma once

#include <functional>
#include <optional>

#include "layout/picture.hpp"

namespace kiosk {

/// Where a line leaves ink at most. Empty: not known.
using InkOf = std::function<std::optional<Rect>(TextRun const&)>;

/// The part in which `now` may look otherwise than `before`. Empty: they differ in more than lines of text, or nobody
/// knows where those leave ink.
std::optional<Rect> damage_of(Picture const& before, Picture const& now, InkOf const& ink_of);

}  // namespace kiosk
