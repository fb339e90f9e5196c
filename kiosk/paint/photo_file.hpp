// A photo's bytes: what its header says, and its pixels. For files that anybody may have made.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "paint/images.hpp"

namespace kiosk {

/// What a header tells.
struct PhotoHeader {
    Size stored;          ///< as the rows lie in the file
    int orientation = 1;  ///< EXIF 2.3 tag 0x0112: 1 to 8
    Size upright() const { return orientation < 5 ? stored : Size{stored.height, stored.width}; }
};

/// Reads the header of a PNG, JPEG or WebP (base/image_header.hpp) and looks for what would hurt the decoder.
/// What is wrong, as "it is cut off"; empty: nothing, and `header` is told.
std::string photo_fault(std::string_view bytes, PhotoHeader& header);

/// The same as a problem: `photo-unusable` at `name`.
Outcome<PhotoHeader> read_photo_header(std::string_view bytes, std::string const& name);

/// Decodes, cuts and scales in linear light; upright. Empty: the pixels cannot be read.
std::optional<Pixels> decode_photo(std::string_view bytes, PhotoHeader const& header, Crop const& crop);

/// Decodes and forgets. False: the pixels cannot be read.
bool can_decode_photo(std::string_view bytes);

}  // namespace kiosk
