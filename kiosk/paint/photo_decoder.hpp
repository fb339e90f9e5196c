// PNG and JPEG through stb_image, WebP through SDL2_image's own loader for it; from memory.
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

/// As decode_pixels, of a file that is a WebP by its header: nothing else is tried.
std::optional<DecodedPhoto> decode_webp(std::string_view bytes);

}  // namespace kiosk
