// What the titles of a calendar's rows tell together: labels before them, names behind them, kinds.
#pragma once

#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

/// "Main Track: lunch", again and again: the part after the colon is a kind, the title stands in
/// the description. Generic is what five titles begin with, half of them doubles. Problems: `placeholder`.
void name_generic_rows(std::vector<DraftSession>& rows, std::vector<Problem>& problems);

/// "Title - A, B" where most titles are written so. Problems: `speakers-in-title`.
void take_names_from_titles(std::vector<DraftSession>& rows, std::vector<Problem>& problems);

/// The kind of rows whose categories and places told none.
void settle_kinds(std::vector<DraftSession>& rows);

}  // namespace kiosk
