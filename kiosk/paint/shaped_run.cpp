#include "paint/shaped_run.hpp"

#include <SDL_ttf.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "layout/text/direction.hpp"
#include "layout/text/script.hpp"
#include "paint/built_in_font.hpp"

namespace kiosk {
namespace {

constexpr int widest_run_px = 32767;
constexpr int widest_of_byte = 6;  // em; the widest of all characters, U+FDFD, has 3 bytes and some 10 em

struct GlyphBox {
    int left = 0, right = 0, bottom = 0, top = 0, advance = 0;  // from the pen and the baseline, y up
};

GlyphBox box_of(TtfFont* font, char32_t character) {
    GlyphBox box;
    TTF_GlyphMetrics32(font, character, &box.left, &box.right, &box.bottom, &box.top, &box.advance);
    return box;
}

void prepare(FontRun const& run, TtfFont* font) {
    TTF_SetFontDirection(font, run.right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, run.script == "Zyyy" ? "Latn" : run.script.c_str());
}

/// The run as it is shaped. Lato joins "tt" and "ti" into one shape, which costs legibility from
/// afar ("Lattner", "until"): a zero-width non-joiner keeps the letters apart.
std::string shaped_text(FontRun const& run) {
    static constexpr std::string_view non_joiner = "\u200C";
    std::string text;
    for (std::size_t i = 0; i < run.text.size(); ++i) {
        text += run.text[i];
        bool const joins = run.text[i] == 't' && i + 1 < run.text.size() && (run.text[i + 1] == 't' || run.text[i + 1] == 'i');
        if (joins) text += non_joiner;
    }
    return text;
}

/// To measure a text takes half as long as to draw it: only what may not be drawn is measured first.
bool may_be_too_wide(std::string const& text, RunFont const& font) {
    return font.color || text.size() * static_cast<std::size_t>(font.size_px) * widest_of_byte > std::size_t{widest_run_px};
}

/// The boxes of the characters that are drawn first and last.
struct Ends {
    GlyphBox first, last;
};

Ends ends_of(FontRun const& run, TtfFont* font) {
    auto const points = decode_utf8(run.text);
    if (points.empty()) return {};
    auto last = points.rbegin();
    while (std::next(last) != points.rend() && (joins_previous(last->value) || is_ignorable(last->value))) ++last;
    if (!run.right_to_left) return {box_of(font, points.front().value), box_of(font, last->value)};
    auto const drawn = [&](CodePoint const& point) { return box_of(font, mirror_image_of(point.value)); };
    return {drawn(*last), drawn(points.front())};
}

/// Rows between the surface's top and the baseline. SDL_ttf makes the surface taller than the font
/// when stacked marks need it, and does not say on which side.
int baseline_of(FontRun const& run, TtfFont* font, int surface_height) {
    int const ascent = TTF_FontAscent(font), extra = surface_height - TTF_FontHeight(font);
    if (extra <= 0) return ascent;
    int bottom = 0;
    for (auto const& point : decode_utf8(run.text)) bottom = std::min(bottom, box_of(font, point.value).bottom);
    int const below = std::max(0, -bottom - (TTF_FontHeight(font) - ascent));
    return ascent + std::max(0, extra - below);
}

/// A bitmap font has one size: 1.1 em high here, its lowest fifth of an em below the baseline.
int color_height(RunFont const& font) { return font.size_px * 11 / 10; }

int scaled_width(int width, int height, int wanted_height) {
    return height > 0 ? (width * wanted_height + height / 2) / height : 0;
}

/// The mean of the pixels of `source` inside `box`, weighted by their opacity.
std::uint32_t mean(SDL_Surface const& source, Rect box) {
    std::uint32_t alpha = 0, red = 0, green = 0, blue = 0;
    for (int y = box.y; y < box.bottom(); ++y) {
        auto const* bytes =
            static_cast<std::uint8_t const*>(source.pixels) + static_cast<std::ptrdiff_t>(y) * source.pitch;
        auto const* row = reinterpret_cast<std::uint32_t const*>(bytes);
        for (int x = box.x; x < box.right(); ++x) {
            auto const pixel = row[x], opacity = pixel >> 24;
            alpha += opacity;
            red += (pixel >> 16 & 255) * opacity;
            green += (pixel >> 8 & 255) * opacity;
            blue += (pixel & 255) * opacity;
        }
    }
    if (alpha == 0) return 0;
    auto const count = static_cast<std::uint32_t>(box.width * box.height);
    return alpha / count << 24 | red / alpha << 16 | green / alpha << 8 | blue / alpha;
}

/// Emoji come about three times too large: every source pixel has to count, or edges are ragged.
SurfacePointer scaled(SurfacePointer const& source, int width, int height) {
    SurfacePointer target(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888));
    if (!target) return {};
    auto const span = [](int i, int from, int to) {  // pixels of `from` that become pixel `i` of `to`
        int const begin = i * from / to;
        return std::pair{begin, std::max(1, (i + 1) * from / to - begin)};
    };
    for (int y = 0; y < height; ++y) {
        auto* bytes =
            static_cast<std::uint8_t*>(target->pixels) + static_cast<std::ptrdiff_t>(y) * target->pitch;
        auto* row = reinterpret_cast<std::uint32_t*>(bytes);
        auto const [top, rows] = span(y, source->h, height);
        for (int x = 0; x < width; ++x) {
            auto const [left, columns] = span(x, source->w, width);
            row[x] = mean(*source, {left, top, columns, rows});
        }
    }
    return target;
}

}  // namespace

int advance_of(FontRun const& run, RunFont const& font) {
    if (run.text.empty()) return 0;
    if (!font.font) return built_in_width(run.text, font.size_px);
    prepare(run, font.font);
    int width = 0, height = 0;
    if (TTF_SizeUTF8(font.font, shaped_text(run).c_str(), &width, &height) != 0) return 0;
    if (font.color) return scaled_width(width, height, color_height(font));
    // TTF_SizeUTF8 tells the width of pixels: the pen's way, widened by ink before its start and
    // beyond its end.
    auto const ends = ends_of(run, font.font);
    return std::max(0, width + std::min(0, ends.first.left) - std::max(0, ends.last.right - ends.last.advance));
}

int bearing_of(FontRun const& run, RunFont const& font) {
    if (!font.font || run.text.empty() || font.color) return 0;
    return ends_of(run, font.font).first.left;
}

DrawnRun draw_run(FontRun const& run, RunFont const& font) {
    if (run.text.empty()) return {};
    if (!font.font) return draw_built_in(run.text, font.size_px);
    prepare(run, font.font);
    auto const text = shaped_text(run);
    if (may_be_too_wide(text, font)) {
        int width = 0, height = 0;
        if (TTF_SizeUTF8(font.font, text.c_str(), &width, &height) != 0 || width > widest_run_px) return {};
    }
    DrawnRun drawn;
    drawn.pixels.reset(TTF_RenderUTF8_Blended(font.font, text.c_str(), SDL_Color{255, 255, 255, 255}));
    if (!drawn.pixels) return {};
    drawn.color = font.color;
    if (font.color) {
        int const wanted = color_height(font);
        drawn.pixels = scaled(drawn.pixels, std::max(1, scaled_width(drawn.pixels->w, drawn.pixels->h, wanted)), wanted);
        drawn.y = font.size_px / 5 - wanted;
        return drawn;
    }
    drawn.x = std::min(0, ends_of(run, font.font).first.left);
    drawn.y = -baseline_of(run, font.font, drawn.pixels->h);
    return drawn;
}

}  // namespace kiosk
