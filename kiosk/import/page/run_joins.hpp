// Joins the runs of a cell that an author's formatting has torn apart.
#pragma once

#include <vector>

#include "import/page/cell.hpp"

namespace kiosk {

/// Runs of one style on one line are one text; so is a line that goes on in small letters, after a
/// colon or inside of brackets.
void join_sentences(std::vector<Run>& runs);

/// A role in its own style before ": NAME" belongs to it, and so does a bracket after a name.
void join_roles(std::vector<Run>& runs);

}  // namespace kiosk
