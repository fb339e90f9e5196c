// What decoding a picture gives.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/picture.hpp"

namespace kiosk {

/// Rows of R, G, B, A bytes without gaps; alpha is not multiplied in.
struct Pixels {
    Size size;
    std::vector<std::uint8_t> rgba;
};

}  // namespace kiosk
