// TeX formulas as a line of Unicode.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// What stands between two dollar signs is a formula, not two prices: it has a sign of TeX, or is a single
/// letter, or is short and holds letters and an operator between them.
bool is_formula(std::string_view inside);

/// The inside of `$…$`: "\mathcal{O}(n^2)" gives "O(n²)". Unknown commands give their names.
/// Range: any UTF-8; deep nesting is read to a limit and dropped below it.
std::string tex_to_text(std::string_view formula);

}  // namespace kiosk
