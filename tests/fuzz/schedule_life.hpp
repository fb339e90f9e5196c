// What becomes of a draft: the loader's steps, and then all that a display, an operator or an export asks of it.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"
#include "schedule/schedule.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// Text for one line of a picture or a log: valid UTF-8, no controls, nothing that turns its neighbours around.
void must_be_a_line(std::string_view text, std::string_view what);
/// The same with line ends.
void must_be_paragraphs(std::string_view text, std::string_view what);
/// Each can be printed as one line.
void must_be_printable(std::vector<Problem> const& problems);

/// Completes the draft from the event file, validates it, and lives through a part of what follows: rules, exports,
/// programme, slides, pictures, commands, the comparison with another reading. `turn`: which part. Throws Breach.
Schedule live_through(ScheduleDraft draft, Settings const& settings, std::size_t turn);

/// A slide at each of `instants`, laid out. `turn`: which, and how large. Throws Breach.
void lay_out(Schedule const& schedule, Settings const& settings, std::vector<Instant> const& instants, std::size_t turn);

/// A small day of invented talks, for input that is no schedule.
Schedule const& plain_day();

}  // namespace kiosk
