#include "paint/fonts.hpp"

#include <map>

#include <SDL_ttf.h>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "layout/text/script.hpp"
#include "paint/font_families.hpp"
#include "paint/images.hpp"
#include "paint/measured_texts.hpp"
#include "paint/ticking_line.hpp"
#include "paint/widest_metrics.hpp"

namespace kiosk {
struct Fonts::Parts {
    Parts(FontChain const& chain, std::vector<std::filesystem::path> const& folders,
          std::string_view language, Images const& known_images)
        : families(chain, folders, language), images(known_images) {}

    FontFamilies families;
    Images const& images;
    // What is known need not be asked again: a question to SDL_ttf in another size throws away all glyphs of the last one.
    MeasuredTexts widths, bearings;
    std::map<FontRef, FontExtents> extents;
    std::unique_ptr<WidestMetrics> widest;
    TickingLine clock;

    std::vector<FontRun> runs(std::string_view utf8, FontRef font) {
        if (font.han == HanShapes::by_text) font.han = han_shapes_of(utf8);
        return split_into_runs(utf8, {[&](std::u32string_view cluster) { return families.family_for(cluster, font); },
                                      [&](std::size_t family, std::u32string_view cluster) {
                                          return families.has(family, cluster, font);
                                      }});
    }
};

Fonts::Fonts(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Fonts::~Fonts() = default;

std::vector<std::filesystem::path> Fonts::usual_folders(std::filesystem::path const& own) {
    return {own, "/usr/share/fonts/truetype", "/usr/share/fonts/opentype", "/usr/local/share/fonts"};
}

Outcome<std::unique_ptr<Fonts>> Fonts::create(FontChain const& chain,
                                              std::vector<std::filesystem::path> const& folders,
                                              Images const& images, std::string_view language) {
    auto parts = std::make_unique<Parts>(chain, folders, language, images);
    Outcome<std::unique_ptr<Fonts>> outcome;
    auto const& wanted = chain.families.empty() ? FontFamily{} : chain.families.front();
    std::unique_ptr<Fonts> fonts(new Fonts(std::move(parts)));
    auto const& families = fonts->parts_->families;
    auto& widest = fonts->parts_->widest;
    widest = std::make_unique<WidestMetrics>(families.empty() ? std::vector<FontFace>{} : families.faces(0), *fonts);
    bool const usable = widest->is_usable();
    if (!usable || families.name(0) != wanted.name) {
        std::string const instead = usable ? "drawn in " + families.name(0)
                                           : "there is no other font: plain built-in letters are drawn";
        outcome.problems.push_back({Severity::error, "font-missing",
                                    fmt::format("the font {} is not installed: {}", wanted.name, instead),
                                    fmt::format("sudo apt install {}", wanted.package), {}});
    }
    outcome.value.emplace(std::move(fonts));
    return outcome;
}

int Fonts::text_width(std::string_view utf8, FontRef font) const {
    return parts_->widths.of(utf8, font, [&] {
        int width = 0;
        for (auto const& run : parts_->runs(utf8, font)) width += advance_of(run, parts_->families.open(run.family, font));
        return width;
    });
}

FontExtents Fonts::extents(FontRef font) const {
    auto const known = parts_->extents.find(font);
    if (known != parts_->extents.end()) return known->second;
    auto* const opened = parts_->families.open(0, font).font;
    if (!opened) return {font.size_px, font.size_px / 4, font.size_px * 7 / 10};
    int cap_height = 0;
    TTF_GlyphMetrics32(opened, 'H', nullptr, nullptr, nullptr, &cap_height, nullptr);
    FontExtents const extents{TTF_FontAscent(opened), -TTF_FontDescent(opened), cap_height};
    parts_->extents.emplace(font, extents);
    return extents;
}

int Fonts::left_bearing(std::string_view utf8, FontRef font) const {
    return parts_->bearings.of(utf8, font, [&] {
        auto const runs = parts_->runs(utf8, font);
        return runs.empty() ? 0 : bearing_of(runs.front(), parts_->families.open(runs.front().family, font));
    });
}

std::optional<Size> Fonts::image_size(std::string const& image) const { return parts_->images.size(image); }
std::optional<LogoLook> Fonts::logo(std::string const& name) const { return parts_->images.logos().look(name); }

WidestMetrics const& Fonts::widest() const { return *parts_->widest; }

bool Fonts::has_glyph(char32_t character) const {
    std::u32string const cluster(1, character);
    auto const family = parts_->families.family_for(cluster, {});
    return parts_->families.has(family, cluster, {});
}

std::u32string Fonts::missing(std::string_view utf8, FontRef font) const {
    std::u32string boxes;
    for (auto const& run : parts_->runs(utf8, font))
        for (auto const& point : decode_utf8(run.text)) {
            std::u32string_view const character(&point.value, 1);
            if (!parts_->families.has(run.family, character, font)) boxes += point.value;
        }
    return boxes;
}

std::string Fonts::package_for(char32_t character) const {
    return parts_->families.missing_package_for(character);
}

std::vector<DrawnRun> Fonts::draw(std::string_view utf8, FontRef font) const {
    if (!TickingLine::is_clock(utf8)) return draw_anew(utf8, font);
    return parts_->clock.draw(utf8, font, [&](std::string_view text) { return draw_anew(text, font); },
                              [&](std::string_view text) { return text_width(text, font); });
}

std::vector<DrawnRun> Fonts::draw_anew(std::string_view utf8, FontRef font) const {
    std::vector<DrawnRun> line;
    int pen = 0;
    auto const runs = parts_->runs(utf8, font);
    for (auto const& run : runs) {
        auto const opened = parts_->families.open(run.family, font);
        auto drawn = draw_run(run, opened);
        drawn.x += pen;
        if (&run != &runs.back()) pen += advance_of(run, opened);
        if (drawn.pixels) line.push_back(std::move(drawn));
    }
    return line;
}

}  // namespace kiosk
