// What the first bytes of a picture file tell, without decoding it. For files that anybody may have made.
#pragma once

#include <string_view>

namespace kiosk {

struct ImageHeader {
    /// "PNG", "JPEG", "GIF", "WebP", "BMP", "TIFF", "HEIC", "AVIF", "SVG"; empty: none of these.
    std::string_view type;
    int width = 0, height = 0;  ///< as the rows lie in the file; 0: not told, or told in a way not read here
    int orientation = 1;        ///< of a JPEG or WebP: EXIF tag 0x0112, 1 to 8; 1: as it lies, or the block is broken
    bool is_animated = false;   ///< of a WebP: several pictures in turn

    bool is_turned() const { return orientation != 1; }
    /// Turned by a quarter, so that upright its width is `height`.
    bool lies_on_its_side() const { return orientation > 4; }
};

/// `bytes` may be a file or its beginning. Range: any bytes. Errors: none.
/// Source: PNG §11.2.2; ITU-T T.81 §B; EXIF 2.3 §4.5.2 and §4.6.4; TIFF 6.0 §2; GIF89a §18; RFC 9649.
ImageHeader read_image_header(std::string_view bytes);

}  // namespace kiosk
