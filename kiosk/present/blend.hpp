// The crossfade of two stages in memory.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kiosk {

/// out = (a * (256 - t) + b * t) / 256 for each byte. `t`: 0 to 256. `out` may be `a`.
void blend_bytes(std::uint8_t* out, std::uint8_t const* a, std::uint8_t const* b, std::size_t count, unsigned t);

}  // namespace kiosk
