// PNG through stb_image, JPEG through libjpeg-turbo, WebP through SDL2_image's own loader for it; from memory.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "layout/picture.hpp"

namespace kiosk {

/// A whole photo as it lies in the file, or smaller.
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

/// A JPEG comes at a half, a quarter or an eighth of its size if that is at least `scale` of it, for that is faster; it has
/// the size of the file otherwise. Empty: broken.
std::optional<DecodedPhoto> decode_pixels(std::string_view bytes, double scale = 1);

/// As decode_pixels, of a JPEG. Empty: broken, its colours are not read here (CMYK), or the library is not there.
std::optional<DecodedPhoto> decode_jpeg(std::string_view bytes, double scale);

/// As decode_pixels, of a file that is a WebP by its header: nothing else is tried.
std::optional<DecodedPhoto> decode_webp(std::string_view bytes);

/// Opens the libraries that the two need; else they do so themselves.
void prepare_jpeg();
void prepare_webp();

}  // namespace kiosk
