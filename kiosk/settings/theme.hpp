// Colours. A theme is a table of tokens; everything else about the look is in layout/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
    Color line{0x2F, 0x38, 0x41}, pager{0x2F, 0x38, 0x41};
    Color spine{0x20, 0x27, 0x2E}, spine_text{0xF5, 0xF3, 0xEE}, spine_text_2{0xB9, 0xC1, 0xC8};
    Color tank{0x14, 0x19, 0x1E};   ///< the drained part of the level in portrait
    Color fog{0xC5, 0xCC, 0xD2};    ///< fill of breaks and waiting
    Color accent{0xFF, 0xC7, 0x2C}; ///< fill of sessions
    Color ink{0x0B, 0x0D, 0x10};    ///< text on accent and fog
    Color plate{0xF5, 0xF3, 0xEE}, plate_text{0x0B, 0x0D, 0x10}, plate_text_2{0x3A, 0x42, 0x4A};
    Color cancel{0xB3, 0x26, 0x1E};  ///< the cross of what is cancelled, on the plate
    Color monogram{0x23, 0x2B, 0x33}, silhouette{0x1A, 0x20, 0x26}, figure{0x2B, 0x34, 0x3D};
    Color frame{0xFF, 0xFF, 0xFF};  ///< around fills and photos, where `frame_width` is not 0
    // Widths in u.
    int rule_width = 3;
    int frame_width = 0;
    int mark_outline = 0;         ///< of text colour around the small marks that are filled with the accent
    bool takes_event_accent = true;  ///< false: the accent is the theme's, whatever the event file says
    friend bool operator==(Theme const&, Theme const&) = default;
};

/// `accent` made light enough to carry ink: HSL lightness rises by 0.01 until the contrast is at
/// least 6. Source: DISPLAY.md section 3.
Color readable_accent(Color accent, Color ink);

/// The same on every screen, whatever the theme. Source: DISPLAY.md section 3.
constexpr Color emergency_ground{0x8C, 0x0B, 0x14}, all_clear_ground{0x0B, 0x5A, 0x2B}, emergency_text{0xFF, 0xFF, 0xFF};

/// The theme as an event shows it: its accent taken, if the theme takes one, and made readable.
Theme with_accent(Theme theme, std::optional<Color> accent);

/// For panels that age by light: the fills at 0.8 of their brightness, the accent still readable.
/// Source: DISPLAY.md section 8.
Theme dimmed_for_oled(Theme theme);

/// A pair of colours that stand on each other, and the least contrast that they need.
struct ColorPair {
    std::string_view on, ground;  ///< tokens
    Color color, ground_color;
    double least;
};
/// Every pair that the display uses. Source: DISPLAY.md section 3; WCAG 2.2, 1.4.6 and 1.4.11.
std::vector<ColorPair> color_pairs(Theme const& theme);

/// Reads a theme file: a `[colors]` table of the tokens above, each "#RRGGBB", `[widths]` (rule, frame,
/// mark_outline; 0 to 20) and `takes_event_accent`; what it does not name stays as in the dark theme.
Outcome<Theme> parse_theme(SourceText const& file);

}  // namespace kiosk
