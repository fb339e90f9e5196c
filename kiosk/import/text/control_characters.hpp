// Characters that no text file should hold, and that parsers stumble over.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"

namespace kiosk {

/// Drops the controls of ASCII but tabs and line ends, those of C1 but NEL, and U+FFFE and U+FFFF from `text`, which is UTF-8. Problem: `not-well-formed`, a warning at
/// the first one's line of `file`.
std::vector<Problem> drop_controls(std::string& text, std::string const& file);

}  // namespace kiosk
