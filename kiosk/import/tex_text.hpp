// TeX formulas as a line of Unicode.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// The inside of `$…$`: "\mathcal{O}(n^2)" gives "O(n²)". Unknown commands give their names.
/// Range: any UTF-8; deep nesting is read to a limit and dropped below it.
std::string tex_to_text(std::string_view formula);

}  // namespace kiosk
