// Schedule pages made by hand: HTML, also inside Markdown, with or without front matter.
#pragma once

#include <string_view>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// How much `text` looks like a page with a table: 0 to 100.
int recognise_html(std::string_view text);

/// Reads the programme (page/programme.hpp), the speaker blocks around it, and what the page says of the
/// event. Range: any bytes. Errors: `no-programme` (with a value if the page tells facts of the event,
/// which may serve beside another source), `template-left`, `not-well-formed` (built to exhaust a parser);
/// `date-unknown` (the rows come without times), `time-zone-unknown`.
Outcome<ScheduleDraft> import_html(SourceText source, EventSettings const& event);

}  // namespace kiosk
