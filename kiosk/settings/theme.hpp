// Colours. A theme is a table of tokens; everything else about the look is in layout/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "base/source_text.hpp"

namespace kiosk {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(Color const&, Color const&) = default;
};

/// "#RRGGBB". Empty: something else.
std::optional<Color> parse_color(std::string_view text);
std::string to_hex(Color color);

/// Contrast ratio of two opaque colours, 1 to 21. Source: WCAG 2.2, "contrast ratio".
double contrast(Color a, Color b);

/// The defaults are the dark theme.
struct Theme {
    std::string name = "dark";
    Color stage{0x0E, 0x12, 0x16}, text{0xF5, 0xF3, 0xEE}, text_2{0xB9, 0xC1, 0xC8}, muted{0x8D, 0x97, 0xA0};
    Color line{0x2F, 0x38, 0x41};
    Color spine{0x20, 0x27, 0x2E}, spine_text{0xF5, 0xF3, 0xEE}, spine_text_2{0xB9, 0xC1, 0xC8};
    Color tank{0x14, 0x19, 0x1E};   ///< the drained part of the level in portrait
    Color fog{0xC5, 0xCC, 0xD2};    ///< fill of breaks and waiting
    Color accent{0xFF, 0xC7, 0x2C}; ///< fill of sessions
    Color ink{0x0B, 0x0D, 0x10};    ///< text on accent and fog
    Color plate{0xF5, 0xF3, 0xEE}, plate_text{0x0B, 0x0D, 0x10}, plate_text_2{0x3A, 0x42, 0x4A};
    Color monogram{0x23, 0x2B, 0x33}, silhouette{0x1A, 0x20, 0x26}, figure{0x2B, 0x34, 0x3D};
    friend bool operator==(Theme const&, Theme const&) = default;
};

/// `accent` made light enough to carry ink: HSL lightness rises by 0.01 until the contrast is at
/// least 6. Source: DISPLAY.md section 3.
Color readable_accent(Color accent, Color ink);

/// Reads a theme file: a `[colors]` table of the tokens above, each "#RRGGBB"; what it does not
/// name stays as in the dark theme.
Outcome<Theme> parse_theme(SourceText const& file);

}  // namespace kiosk
