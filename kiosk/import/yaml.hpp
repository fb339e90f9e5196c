// Data files of static sites: a programme, its talks and its people as YAML.
#pragma once

#include <string_view>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// How much `text` looks like YAML with times, titles or people: 0 to 100. Front matter above a
/// page is none.
int recognise_yaml(std::string_view text);

/// Rows in maps or lists, days and blocks around them, slots whose columns are rooms, talks and
/// people by id; keys are known by their words (column_names.hpp). What a row only refers to stays
/// an id: join_by_id finds it, also in another file. Range: any bytes.
/// Errors: `no-programme`, `not-well-formed` (what came before is read), `date-unknown`.
Outcome<ScheduleDraft> import_yaml(SourceText source, EventSettings const& event);

}  // namespace kiosk
