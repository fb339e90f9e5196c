// What is left of a display that cannot show its event: its name, room and clock, and whom to call.
#pragma once

#include <filesystem>
#include <string>

#include "io/event_loader.hpp"

namespace kiosk {

/// An event file without a schedule, made of what `snapshot` knows of the event and its display, with a banner that says
/// in its languages that the display needs help, and whom to call. It names no other file and no address.
std::string face_of(Snapshot const& snapshot);

/// The same of a display of which nothing is known.
std::string unknown_face();

}  // namespace kiosk
