// Folders that hold one trap each: cases/<format>/<trap>/{input.*, event.txt, expected.txt, problems.txt}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/mapped/field_map.hpp"

namespace kiosk {

/// All bytes of a file; empty: there is none.
std::string read_whole(std::string const& path);

/// The formats that config/formats/ describes; each of its files is right.
std::vector<FieldMap> const& formats_by_map();

/// `input.*` of a case.
std::string case_input(std::string_view format, std::string_view trap);

/// Reads every case of `format` and compares the draft and the problems. event.txt may hold
/// "date 2023-12-16" and "zone Europe/Berlin", each on a line of its own. KIOSK_ACCEPT=1 writes what
/// comes out as expected; look at the difference before you commit it.
void check_cases(std::string_view format);

}  // namespace kiosk
