// Which font files draw the display: named, so that nothing has to be searched for at start.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"

namespace kiosk {

/// Whose shapes a Han character is drawn in: the same code point looks different by country.
enum class HanShapes { by_text, japanese, korean, simplified, traditional, hong_kong };

/// The shapes that readers of a language expect; `by_text` for all but Japanese, Korean and Chinese.
/// Range: BCP 47; "zh" alone is simplified, "zh-Hant" and "zh-TW" are traditional.
HanShapes han_shapes_for(std::string_view language);

/// One weight of a family.
struct FontFace {
    int weight = 400;  ///< 100 to 1000, CSS
    std::string file;  ///< below a font folder: "lato/Lato-Bold.ttf"
    int index = 0;     ///< face inside a collection (.ttc), from 0
    friend bool operator==(FontFace const&, FontFace const&) = default;
};

struct FontFamily {
    std::string name;
    std::string package;               ///< Debian's, for the problem that names it
    std::vector<std::string> scripts;  ///< ISO 15924; none: anything the fonts before it lack
    std::vector<FontFace> faces;       ///< by rising weight, at least one
    bool color = false;                ///< bitmaps in their own colours (emoji)
    HanShapes han = HanShapes::by_text;  ///< made for these; `by_text`: for any, or for no Han
    friend bool operator==(FontFamily const&, FontFamily const&) = default;
};

/// Families in order of preference.
struct FontChain {
    std::vector<FontFamily> families;
    friend bool operator==(FontChain const&, FontChain const&) = default;
};

/// Reads fonts/chain.toml. Errors: `toml-invalid`, and `font-chain` for a chain without families.
/// A family that cannot be used is left out with a warning (`font-chain`); unknown keys are
/// reported (`key-unknown`).
Outcome<FontChain> parse_font_chain(SourceText const& file);

/// The face nearest to `weight`: at 600 and above the nearest that is bold too,
/// below it the nearest that is not. `faces` is not empty.
FontFace const& nearest_face(std::vector<FontFace> const& faces, int weight);

}  // namespace kiosk
