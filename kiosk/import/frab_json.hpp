// The JSON that frab and pretalx publish, version 1: `schedule.conference.days[].rooms{}[]`.
#pragma once

#include "import/import.hpp"

namespace kiosk {

int recognise_frab_json(std::string_view text);

/// Reads our own export (`generator.name` is "kiosk") without loss. Places are JSON pointers
/// (RFC 6901). Source: c3voc schedule JSON schema, version 1.
Outcome<ScheduleDraft> import_frab_json(SourceText source, EventSettings const& event);

}  // namespace kiosk
