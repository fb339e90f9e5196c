// The JSON that event hubs publish, version 2: `schedule.events[]` and `schedule.persons[]`.
#pragma once

#include "import/import.hpp"

namespace kiosk {

int recognise_frab_json_2(std::string_view text);

/// Places are JSON pointers (RFC 6901). Source: c3voc schedule JSON schema, version 2.
Outcome<ScheduleDraft> import_frab_json_2(SourceText source, EventSettings const& event);

}  // namespace kiosk
