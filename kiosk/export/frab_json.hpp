// A schedule as the JSON that frab and pretalx publish, so that other tools can read it.
#pragma once

#include "base/byte_sink.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// `schedule.conference.days[].rooms{}[]`, dates with the venue's offset; a session in all rooms
/// stands under the event's room. What the format has no field for stands in objects called "kiosk",
/// so that import gives the same schedule again. Source: c3voc schedule JSON schema, version 1.
void write_frab_json(Schedule const& schedule, ByteSink const& sink);

}  // namespace kiosk
