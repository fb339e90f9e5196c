// Every problem code and what it means: for `check --list-codes` and the README.
#pragma once

#include <string_view>
#include <vector>

namespace kiosk {

struct ProblemCode {
    std::string_view code, meaning;
};

/// Sorted by code. A test holds it against the sources.
std::vector<ProblemCode> const& problem_codes();

}  // namespace kiosk
