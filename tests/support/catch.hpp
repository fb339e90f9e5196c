// Catch2 by the name that its version 3 has, so that a move to it changes one file.
#pragma once
#include <catch2/catch.hpp>
