// Bytes as zlib packs them.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

std::string gzipped(std::string_view bytes);
/// In zlib's own wrapping, as PNG has it.
std::string deflated(std::string_view bytes);

}  // namespace kiosk
