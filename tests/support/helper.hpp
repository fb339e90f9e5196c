// What this program does as a helper of its own tests.
#pragma once

#include <string_view>

inline constexpr std::string_view helper_flag = "--test-helper";

/// Returns the exit code.
int run_test_helper(std::string_view what);
