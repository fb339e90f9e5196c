// A web address for the camera of a phone.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace kiosk {

/// Modules row by row, without the quiet zone.
struct QrCode {
    int side = 0;  ///< modules
    std::vector<bool> dark;
    bool is_dark(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};

/// Error correction M: a scratch on the screen may hide a seventh. Empty: nothing to say, or too long for
/// a code that can be read from a metre (over 200 bytes). Source: ISO/IEC 18004.
std::optional<QrCode> qr_code(std::string_view text);

}  // namespace kiosk
