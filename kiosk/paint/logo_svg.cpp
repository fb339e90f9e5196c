#include "paint/logo_svg.hpp"

#include <SDL_image.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/limits.hpp"
#include "paint/fonts.hpp"

namespace kiosk {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_part_of_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

/// Where `name` stands as a whole word, from `from` on.
std::size_t find_name(std::string_view text, std::string_view name, std::size_t from) {
    for (auto at = text.find(name, from); at != text.npos; at = text.find(name, at + 1)) {
        auto const end = at + name.size();
        bool const begins = at == 0 || !is_part_of_name(text[at - 1]),
                   ends = end >= text.size() || !is_part_of_name(text[end]);
        if (begins && ends) return at;
    }
    return text.npos;
}

/// Calls `see` with what follows each `name=` or `name:`, quotes and blanks skipped, until it answers true.
template <class See>
bool any_value(std::string_view svg, std::string_view name, See see) {
    for (auto at = find_name(svg, name, 0); at != svg.npos; at = find_name(svg, name, at + 1)) {
        auto rest = svg.substr(at + name.size());
        auto const skip = [&](std::string_view what) {
            rest.remove_prefix(std::min(rest.find_first_not_of(what), rest.size()));
        };
        skip(" \t\r\n");
        if (rest.empty() || (rest.front() != '=' && rest.front() != ':')) continue;
        rest.remove_prefix(1);
        skip(" \t\r\n\"'");
        if (see(rest)) return true;
    }
    return false;
}

/// A colour by its name, where it is one that the drawer shows as grey. Empty: there is none.
std::string unknown_color(std::string_view svg) {
    constexpr std::array known{"none", "url",     "rgb",   "red",  "green", "blue", "yellow",
                               "cyan", "magenta", "black", "grey", "gray",  "white"};
    std::string found;
    for (std::string_view const property : {"fill", "stroke", "stop-color"})
        any_value(svg, property, [&](std::string_view value) {
            auto const word =
                value.substr(0, static_cast<std::size_t>(
                                    std::find_if_not(value.begin(), value.end(), is_letter) - value.begin()));
            if (!word.empty() && std::find(known.begin(), known.end(), word) == known.end()) found = word;
            return !found.empty();
        });
    return found;
}

bool refers_elsewhere(std::string_view svg) {
    auto const is_outside = [](std::string_view value) { return !value.starts_with("#"); };
    return svg.find("<!ENTITY") != svg.npos || svg.find("@import") != svg.npos ||
           any_value(svg, "href", is_outside);
}

/// SDL2_image 2.6 loses a few bytes of a drawing without a size, so one without any shape is not given to it.
bool draws_something(std::string_view svg) {
    constexpr std::array<std::string_view, 7> shapes{"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"};
    return std::any_of(shapes.begin(), shapes.end(), [&](std::string_view shape) {
        return svg.find("<" + std::string(shape)) != svg.npos || svg.find(":" + std::string(shape)) != svg.npos;
    });
}

/// Null: it cannot be drawn.
SurfacePointer load_svg(std::string_view svg, Size size) {
    if (svg.size() > largest_svg || !draws_something(svg)) return nullptr;
    auto* const stream = SDL_RWFromConstMem(svg.data(), static_cast<int>(svg.size()));
    SurfacePointer surface(stream ? IMG_LoadSizedSVG_RW(stream, size.width, size.height) : nullptr);
    if (stream) SDL_RWclose(stream);
    return surface;
}

}  // namespace

std::string svg_fault(std::string_view svg) {
    if (svg.size() > largest_svg) return "it has more than 1 MiB, as no drawn logo has";
    if (svg.find("</svg>") == svg.npos && svg.find("</svg:svg>") == svg.npos) return "it is cut off";
    for (std::string_view const element :
         {"text", "image", "use", "symbol", "mask", "filter", "pattern", "foreignObject"})
        for (auto const* start : {"<", "<svg:"})
            if (find_name(svg, start + std::string(element), 0) != svg.npos)
                return fmt::format("it holds <{}>, which is not drawn here", element);
    if (refers_elsewhere(svg)) return "it refers to something outside itself";
    if (svg.find("<![CDATA[") != svg.npos) return "it holds CDATA, which is not read here";
    // Dashes much shorter than their line would take minutes.
    auto const is_dashed = [](std::string_view value) { return !value.starts_with("none"); };
    if (any_value(svg, "stroke-dasharray", is_dashed)) return "it has dashed lines, which are not drawn here";
    if (auto const color = unknown_color(svg); !color.empty())
        return fmt::format("it calls a colour \"{}\", which is not known here: write it like #FFC72C", color);
    return {};
}

void prepare_svg() { IMG_Init(0); }

std::optional<Pixels> draw_svg(std::string_view svg, Size size) {
    if (size.width <= 0 || size.height <= 0) return {};
    auto const surface = load_svg(svg, size);
    SurfacePointer const rgba(surface ? SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_RGBA32, 0)
                                      : nullptr);
    if (!rgba) return {};
    Pixels pixels{size, std::vector<std::uint8_t>(static_cast<std::size_t>(size.width) *
                                                  static_cast<std::size_t>(size.height) * 4)};
    // Rounding makes it a pixel larger or smaller than asked for.
    int const left = (size.width - rgba->w) / 2, top = (size.height - rgba->h) / 2;
    int const first = std::max(0, left), last = std::min(size.width, left + rgba->w);
    for (int y = std::max(0, top); y < std::min(size.height, top + rgba->h) && first < last; ++y) {
        auto const* row = static_cast<std::uint8_t const*>(rgba->pixels) +
                          static_cast<std::ptrdiff_t>(y - top) * rgba->pitch;
        std::copy_n(row + 4 * (first - left), 4 * (last - first),
                    pixels.rgba.begin() + 4 * (static_cast<std::ptrdiff_t>(y) * size.width + first));
    }
    return pixels;
}

std::optional<Size> shape_of_svg(std::string_view svg) {
    constexpr int side = 1024;
    auto const surface = load_svg(svg, {side, side});
    if (!surface || surface->w <= 0 || surface->h <= 0) return {};
    return Size{std::min(surface->w, side), std::min(surface->h, side)};
}

}  // namespace kiosk
