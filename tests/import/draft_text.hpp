// A draft as text, so that tests compare it whole.
#pragma once

#include <string>
#include <vector>

#include "schedule/draft.hpp"

namespace kiosk {

/// One line a fact, a row, a person; indented lines hold what belongs to the line above.
std::string to_text(ScheduleDraft const& draft);

/// One problem a line, by place, as people see them.
std::string to_text(std::vector<Problem> problems);

}  // namespace kiosk
