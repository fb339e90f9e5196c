// A schedule in any data file, read through a field map.
#pragma once

#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "import/mapped/field_map.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// The map by which `source` (JSON or YAML) is known; of several the one that asks for most. Null: none.
FieldMap const* find_map(SourceText const& source, std::vector<FieldMap> const& maps);
/// The same; the maps are asked for only where the source is data at all.
FieldMap const* find_map(SourceText const& source, AskForMaps const& maps);

/// Never throws. Errors: `not-well-formed`, `no-programme`, and those of every feed.
Outcome<ScheduleDraft> import_mapped(SourceText source, FieldMap const& map, EventSettings const& event);

}  // namespace kiosk
