// Where bytes go that are made piece by piece, so that the whole is never held.
#pragma once

#include <functional>
#include <string_view>

namespace kiosk {

/// Takes the next piece; never throws. Whether it could be kept is known to whoever gave the sink.
using ByteSink = std::function<void(std::string_view piece)>;

/// Gives all pieces, in order, to a sink.
using GiveBytes = std::function<void(ByteSink const& sink)>;

}  // namespace kiosk
