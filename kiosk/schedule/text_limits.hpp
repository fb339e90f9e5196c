// Texts of a length that somebody can have meant.
#pragma once

#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

/// Cuts titles, names and prose that are longer than base/limits.hpp allows, at a character, and puts an ellipsis behind. Takes
/// controls and marks that turn their neighbours out of all that is one line, where a reader left them in.
/// Problems: `too-large` at the row or the person, a hundred at most.
std::vector<Problem> cut_long_texts(ScheduleDraft& draft);

}  // namespace kiosk
