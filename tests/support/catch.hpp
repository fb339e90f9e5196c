// Catch2 by the name that its version 3 has, so that a move to it changes one file.
#pragma once
#include <catch2/catch.hpp>

/// What Catch2's own main() does. Returns the exit code.
int run_tests(int argc, char** argv);
