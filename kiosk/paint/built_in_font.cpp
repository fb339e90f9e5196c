#include "paint/built_in_font.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>

#pragma GCC diagnostic push  // the header is C of another decade
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wcast-qual"
#include <stb/stb_easy_font.h>
#pragma GCC diagnostic pop

#include "base/utf8.hpp"
#include "layout/text/script.hpp"

namespace kiosk {
namespace {

constexpr int baseline = 7;  // rows of its grid above the baseline: a capital's
constexpr int rows = 12;     // of a line
constexpr int widest_px = 32767;

/// Pixels of one dot of the grid.
double dot_px(int size_px) { return 0.7 * size_px / baseline; }

/// One character in ASCII.
std::string nearest_ascii(char32_t c) {
    struct Sign {
        char32_t sign;
        char const* ascii;
    };
    static constexpr std::array signs{Sign{0x2026, "..."}, Sign{0x2013, "-"},  Sign{0x2014, "-"},
                                      Sign{0xB7, "-"},     Sign{0x2019, "'"},  Sign{0x2018, "'"},
                                      Sign{0x201C, "\""},  Sign{0x201D, "\""}, Sign{0x2192, ">"},
                                      Sign{0xA0, " "},     Sign{0x202F, " "}};
    auto const found =
        std::find_if(signs.begin(), signs.end(), [&](Sign const& sign) { return sign.sign == c; });
    if (found != signs.end()) return found->ascii;
    if (is_built_in(c)) return std::string(1, static_cast<char>(c));
    std::string character;
    append_utf8(character, c);
    auto const letter = comparison_key(character);
    return letter.size() == 1 && is_built_in(static_cast<unsigned char>(letter.front())) ? letter : "?";
}

std::string to_ascii(std::string_view utf8) {
    std::string text;
    for (auto const& point : decode_utf8(utf8))
        if (!is_ignorable(point.value) && !joins_previous(point.value)) text += nearest_ascii(point.value);
    return text;
}

/// The four corners of one stroke, as the header lays them out.
struct Corner {
    float x, y, z;
    std::array<unsigned char, 4> color;
};
using Stroke = std::array<Corner, 4>;

std::vector<Stroke> strokes_of(std::string& ascii) {
    constexpr std::size_t most_per_character = 32;
    std::vector<Stroke> strokes(ascii.size() * most_per_character);
    int const count = stb_easy_font_print(0, 0, ascii.data(), nullptr, strokes.data(),
                                          static_cast<int>(strokes.size() * sizeof(Stroke)));
    strokes.resize(static_cast<std::size_t>(count));
    return strokes;
}

}  // namespace

bool is_built_in(char32_t character) { return character >= 0x20 && character < 0x7F; }

int built_in_width(std::string_view utf8, int size_px) {
    auto ascii = to_ascii(utf8);
    return static_cast<int>(std::lround(stb_easy_font_width(ascii.data()) * dot_px(size_px)));
}

DrawnRun draw_built_in(std::string_view utf8, int size_px) {
    auto ascii = to_ascii(utf8);
    double const dot = dot_px(size_px);
    int const width = built_in_width(utf8, size_px), height = static_cast<int>(std::ceil(rows * dot));
    if (width <= 0 || height <= 0 || width > widest_px) return {};
    DrawnRun drawn;
    drawn.pixels.reset(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888));
    if (!drawn.pixels) return {};
    auto const pixel = [&](float place) { return static_cast<int>(std::lround(place * dot)); };
    for (auto const& stroke : strokes_of(ascii)) {
        SDL_Rect const box{pixel(stroke[0].x), pixel(stroke[0].y),
                           std::max(1, pixel(stroke[2].x) - pixel(stroke[0].x)),
                           std::max(1, pixel(stroke[2].y) - pixel(stroke[0].y))};
        SDL_FillRect(drawn.pixels.get(), &box, 0xFFFF'FFFF);
    }
    drawn.y = -pixel(baseline);
    return drawn;
}

}  // namespace kiosk
