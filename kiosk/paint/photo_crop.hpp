// How much of a photo is wanted, and how large.
#pragma once

#include <tuple>

#include "layout/picture.hpp"

namespace kiosk {

/// How a photo is wanted: the drawn size, and what stays when the shapes differ.
struct Crop {
    Size size;
    int focus_x = 500, focus_y = 333;  ///< 0 to 1000, as in ImageBox
    friend auto operator<=>(Crop const& a, Crop const& b) {
        return std::tie(a.size.width, a.size.height, a.focus_x, a.focus_y) <=>
               std::tie(b.size.width, b.size.height, b.focus_x, b.focus_y);
    }
    friend bool operator==(Crop const&, Crop const&) = default;
};

}  // namespace kiosk
