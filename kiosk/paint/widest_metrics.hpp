// Texts at least as wide as they will be drawn, from the tables of the font files: what fits so, fits. It takes FreeType alone,
// a tenth of the time that SDL and the sixty libraries behind it take to load.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "layout/metrics.hpp"
#include "settings/font_chain.hpp"

namespace kiosk {

/// An upper bound of what Fonts says. Not for use from two threads at a time.
class WidestMetrics final : public Metrics {
public:
    /// `faces`: of the chain's first family, with whole paths. `pictures` answers image_size() and logo() and outlives this.
    WidestMetrics(std::vector<FontFace> faces, Metrics const& pictures);
    ~WidestMetrics() override;

    /// False: there is no face, or its file is none. Then each letter is one that the faces lack.
    bool is_usable() const;
    /// Letters that the faces lack count as wide as the widest of any font.
    int text_width(std::string_view utf8, FontRef font) const override;
    FontExtents extents(FontRef font) const override;
    int left_bearing(std::string_view utf8, FontRef font) const override;
    std::optional<Size> image_size(std::string const& image) const override { return pictures_.image_size(image); }
    std::optional<LogoLook> logo(std::string const& name) const override { return pictures_.logo(name); }

    /// True if a face has the character. False says nothing of the chain's other families.
    bool has_glyph(char32_t character) const;

private:
    class Face;
    Face* face_for(int weight) const;

    std::shared_ptr<void> library_;  // FreeType's; outlives the faces
    std::vector<FontFace> faces_;
    mutable std::vector<std::unique_ptr<Face>> open_;  // of faces_
    mutable std::map<int, std::size_t> nearest_;       // by weight
    Metrics const& pictures_;
};

}  // namespace kiosk
