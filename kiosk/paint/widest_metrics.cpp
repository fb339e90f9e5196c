#include "paint/widest_metrics.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include "base/utf8.hpp"
#include "paint/open_fonts.hpp"

namespace kiosk {
namespace {

// Letters that a font moves apart in pairs ("T(", "r'") and hinting add a few hundredths.
constexpr double room_for_kerning = 1.1;
constexpr int widest_of_any_em = 20;  // U+FDFD has some 10 em
constexpr double widest_px = 1e6;     // wider than any screen

FT_Library start_freetype() {
    FT_Library library = nullptr;
    return FT_Init_FreeType(&library) == 0 ? library : nullptr;
}

int rounded_up(double px) { return static_cast<int>(std::ceil(px)); }

}  // namespace

/// A font file's tables, in its own units.
class WidestMetrics::Face {
public:
    Face(FT_Library library, FontFace const& face) : file_(face.file.c_str()) {
        if (!library || file_.size() == 0) return;
        FT_New_Memory_Face(library, static_cast<FT_Byte const*>(file_.data()), static_cast<FT_Long>(file_.size()), face.index, &face_);
    }
    ~Face() {
        if (face_) FT_Done_Face(face_);
    }
    Face(Face const&) = delete;
    Face& operator=(Face const&) = delete;

    bool is_usable() const { return face_ && face_->units_per_EM > 0; }
    double px(FT_Pos units, int size_px) const { return static_cast<double>(units) * size_px / face_->units_per_EM; }
    bool has(char32_t character) { return FT_Get_Char_Index(face_, character) != 0; }
    /// Empty: it has no such letter.
    std::optional<FT_Pos> advance(char32_t character) {
        auto const [known, is_new] = advances_.try_emplace(character);
        if (is_new) {
            FT_Fixed units = 0;
            auto const glyph = FT_Get_Char_Index(face_, character);
            if (glyph != 0 && FT_Get_Advance(face_, glyph, FT_LOAD_NO_SCALE, &units) == 0) known->second = units;
        }
        return known->second;
    }
    FT_Glyph_Metrics measures(char32_t character) {
        bool const is_loaded = FT_Load_Glyph(face_, FT_Get_Char_Index(face_, character), FT_LOAD_NO_SCALE) == 0;
        return is_loaded ? face_->glyph->metrics : FT_Glyph_Metrics{};
    }
    FT_Pos ascender() const { return face_->ascender; }
    FT_Pos descender() const { return face_->descender; }

private:
    MappedFile file_;
    FT_Face face_ = nullptr;
    std::map<char32_t, std::optional<FT_Pos>> advances_;
};

WidestMetrics::WidestMetrics(std::vector<FontFace> faces, Metrics const& pictures)
    : library_(start_freetype(), [](void* library) {
          if (library) FT_Done_FreeType(static_cast<FT_Library>(library));
      }), faces_(std::move(faces)), open_(faces_.size()), pictures_(pictures) {}

WidestMetrics::~WidestMetrics() = default;

WidestMetrics::Face* WidestMetrics::face_for(int weight) const {
    if (faces_.empty()) return nullptr;
    auto const [known, is_new] = nearest_.try_emplace(weight, 0);
    if (is_new) known->second = static_cast<std::size_t>(&nearest_face(faces_, weight) - faces_.data());
    auto& opened = open_[known->second];
    if (!opened) opened = std::make_unique<Face>(static_cast<FT_Library>(library_.get()), faces_[known->second]);
    return opened->is_usable() ? opened.get() : nullptr;
}

int WidestMetrics::text_width(std::string_view utf8, FontRef font) const {
    auto* const face = face_for(font.weight);
    FT_Pos units = 0;
    double unknown = 0;
    for (auto const& point : decode_utf8(utf8)) {
        auto const advance = face ? face->advance(point.value) : std::nullopt;
        if (advance) units += std::max<FT_Pos>(*advance, 0);
        else ++unknown;
    }
    double const known_px = face ? face->px(units, font.size_px) * room_for_kerning : 0;
    return rounded_up(std::min(known_px + unknown * widest_of_any_em * font.size_px, widest_px));
}

FontExtents WidestMetrics::extents(FontRef font) const {
    auto* const face = face_for(font.weight);
    if (!face) return {font.size_px, font.size_px / 4, font.size_px * 7 / 10};
    return {rounded_up(face->px(face->ascender(), font.size_px)), rounded_up(-face->px(face->descender(), font.size_px)),
            rounded_up(face->px(face->measures('H').horiBearingY, font.size_px))};
}

int WidestMetrics::left_bearing(std::string_view utf8, FontRef font) const {
    auto* const face = face_for(font.weight);
    auto const points = decode_utf8(utf8);
    if (!face || points.empty()) return 0;
    return static_cast<int>(std::floor(face->px(face->measures(points.front().value).horiBearingX, font.size_px)));
}

/// By the face that every slide draws with: to open another one reads a quarter of a megabyte at a cold start.
bool WidestMetrics::is_usable() const { return face_for(700) != nullptr; }

bool WidestMetrics::has_glyph(char32_t character) const {
    auto* const face = face_for(FontRef{}.weight);
    return face && face->has(character);
}

}  // namespace kiosk
