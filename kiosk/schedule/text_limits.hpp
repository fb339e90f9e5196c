// Texts of a length that somebody can have meant.
#pragma once

#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

/// Takes controls out of addresses and facts, which readers of texts leave alone. Cuts titles, names and prose that are longer than base/limits.hpp allows, at a character, and puts an ellipsis behind.
/// Problems: `too-large` at the row or the person, a hundred at most.
std::vector<Problem> cut_long_texts(ScheduleDraft& draft);

}  // namespace kiosk
