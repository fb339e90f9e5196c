// stb_image, from memory, PNG and JPEG only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "layout/picture.hpp"

namespace kiosk {

/// A whole photo as it lies in the file.
struct DecodedPhoto {
    struct Free {
        void operator()(std::uint8_t* bytes) const;
    };
    Size size;
    int channels = 3;  ///< 3: RGB; 4: RGBA
    std::unique_ptr<std::uint8_t, Free> bytes;
};

/// What the header says, without decoding. Empty: it says nothing.
std::optional<Size> stored_size(std::string_view bytes);

/// Empty: broken.
std::optional<DecodedPhoto> decode_pixels(std::string_view bytes);

}  // namespace kiosk
