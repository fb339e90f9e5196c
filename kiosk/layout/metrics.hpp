// The questions that layout may ask about fonts and photos.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/logo.hpp"
#include "layout/picture.hpp"

namespace kiosk {

/// Vertical measures of a font, in pixels.
struct FontExtents {
    int ascent = 0;      ///< above the baseline, positive
    int descent = 0;     ///< below the baseline, positive
    int cap_height = 0;  ///< of 'H'
};

class Metrics {
public:
    virtual ~Metrics() = default;
    /// Advance width of one line in pixels, shaped and with fallback fonts.
    virtual int text_width(std::string_view utf8, FontRef font) const = 0;
    virtual FontExtents extents(FontRef font) const = 0;
    /// Blank between the pen and the first ink of `utf8`, in pixels; may be negative.
    virtual int left_bearing(std::string_view utf8, FontRef font) const = 0;
    /// Pixel size of a photo; empty: there is none of that name.
    virtual std::optional<Size> image_size(std::string const& image) const = 0;
    /// The look of the event's logo; empty: there is none of that name, or it cannot be drawn.
    virtual std::optional<LogoLook> logo(std::string const& name) const = 0;
};

}  // namespace kiosk
