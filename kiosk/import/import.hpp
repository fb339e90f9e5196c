// Any schedule file in, a draft out. The format is told by the content, not by the name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "import/mapped/field_map.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// One format that can be read. Each has its own file in this folder and a line in formats().
struct Format {
    std::string_view name;         ///< "html", as in `--from`
    std::string_view description;  ///< for `--list-formats`
    /// How sure the format is that `text` is one of its own: 0 (no) to 100 (certain).
    int (*recognise)(std::string_view text);
    /// Never throws, never stops at the first fault; no value only if nothing could be read.
    /// `source` is the reader's own: large files are decoded where they stand. `event` is what the event file knows: its date and zone win over the source's.
    Outcome<ScheduleDraft> (*read)(SourceText source, EventSettings const& event);
};

std::vector<Format> const& formats();

/// Reads `source` as `format`, the name of one of formats() or of one of `maps` ("auto": as what
/// its content says that it is).
/// Errors: `format-unknown`, and those of the format.
Outcome<ScheduleDraft> import_schedule(SourceText source, std::string_view format,
                                       EventSettings const& event, std::vector<FieldMap> const& maps = {});

/// The same; the maps are asked for only where the formats leave the content in doubt.
Outcome<ScheduleDraft> import_schedule(SourceText source, std::string_view format,
                                       EventSettings const& event, AskForMaps const& maps);

}  // namespace kiosk
