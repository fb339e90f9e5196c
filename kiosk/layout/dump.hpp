// A picture as text: what a test compares, and what a person reads in its difference.
#pragma once

#include <string>

#include "layout/picture.hpp"

namespace kiosk {

/// One item a line in painting order: `text 72,205 w800 88px "Programming" #F5F3EE`.
std::string dump(Picture const& picture);
/// All layers, each under its name.
std::string dump(Frame const& frame);

}  // namespace kiosk
