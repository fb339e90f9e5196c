// A JSON file that a parser can take without harm.
#pragma once

#include <string>
#include <string_view>

#include "base/source_text.hpp"
#include "import/feed/feed_problems.hpp"

namespace kiosk {

/// Well-formed JSON: the file, or what of it comes before its first fault, closed properly. Empty:
/// nothing can be read, or it is nested deeper than any schedule.
/// Problems: `not-well-formed`, `text-damaged`.
std::string readable_json(SourceText const& source, FeedProblems& problems);

/// The key stands in `text`, followed by a value that begins with `opening`; blanks do not matter.
bool has_json_key(std::string_view text, std::string_view key, char opening);

}  // namespace kiosk
