// Files of the sources that serve as good input.
#pragma once

#include <string>
#include <vector>

#include "base/source_text.hpp"

namespace kiosk {

/// All files under the given files and folders (relative to the sources) but what tests expect of them, by name.
std::vector<SourceText> source_files(std::vector<std::string> const& places);

}  // namespace kiosk
