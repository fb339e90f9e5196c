// The fonts of the chain: what layout asks about them, and lines of text as pixels.
#pragma once

#include <SDL.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "layout/metrics.hpp"
#include "settings/font_chain.hpp"

namespace kiosk {

class Images;
class WidestMetrics;

struct FreeSurface {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfacePointer = std::unique_ptr<SDL_Surface, FreeSurface>;

/// One run of a line: ARGB pixels, and where they go.
struct DrawnRun {
    SurfacePointer pixels;
    int x = 0;           ///< left edge, from the pen's start
    int y = 0;           ///< upper edge, from the baseline; negative: above
    bool color = false;  ///< true: own colours; false: alpha is the coverage, colour is to be ignored
};

/// Not for use from two threads at a time: measuring opens fonts and fills caches.
class Fonts final : public Metrics {
public:
    /// The chain's families whose files are in one of `folders` (first folder first; there also by
    /// bare file name). `images` answers image_size() and logo() and outlives the fonts.
    /// `language` (BCP 47) is the display's; it says which shapes Han characters have.
    /// Errors: `font-missing` names the first family's package if it is not installed. There is
    /// always a value: where no font is, built-in letters draw ASCII.
    static Outcome<std::unique_ptr<Fonts>> create(FontChain const& chain,
                                                  std::vector<std::filesystem::path> const& folders,
                                                  Images const& images, std::string_view language = {});
    /// `own` (the program's fonts/ folder), then the system's.
    static std::vector<std::filesystem::path> usual_folders(std::filesystem::path const& own);
    ~Fonts() override;

    int text_width(std::string_view utf8, FontRef font) const override;
    FontExtents extents(FontRef font) const override;
    int left_bearing(std::string_view utf8, FontRef font) const override;
    std::optional<Size> image_size(std::string const& image) const override;
    std::optional<LogoLook> logo(std::string const& name) const override;
    /// For what fits so surely that it need not be measured.
    WidestMetrics const& widest() const;

    /// True if a family of the chain has the character (the replacement does not count).
    bool has_glyph(char32_t character) const;
    /// The characters of a line that would be drawn as boxes: the font that they are drawn in lacks them.
    std::u32string missing(std::string_view utf8, FontRef font) const;
    /// The Debian package that would bring a missing character. Empty: none is known.
    std::string package_for(char32_t character) const;
    /// The line as pixels. Runs that have no ink are left out. Errors: none; what cannot be drawn is not.
    std::vector<DrawnRun> draw(std::string_view utf8, FontRef font) const;

private:
    std::vector<DrawnRun> draw_anew(std::string_view utf8, FontRef font) const;

    struct Parts;
    explicit Fonts(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace kiosk
