// What a test measured, for the table of scripts/faults.
#pragma once

#include <cstdio>
#include <string_view>

#include <fmt/format.h>

/// Prints "figure ROW VALUE UNIT". `row`: of the catalogue of faults, like "D7", which is a tag of the test as well.
inline void report_figure(std::string_view row, double value, std::string_view unit) {
    fmt::print("figure {} {:.4g} {}\n", row, value, unit);
    std::fflush(stdout);
}
