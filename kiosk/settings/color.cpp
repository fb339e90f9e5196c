#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "settings/theme.hpp"

namespace kiosk {
namespace {

double linear(std::uint8_t channel) {
    double const c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

struct Hsl {
    double hue, saturation, lightness;  // hue 0 to 6, the others 0 to 1
};

Hsl to_hsl(Color color) {
    double const r = color.r / 255.0, g = color.g / 255.0, b = color.b / 255.0;
    double const high = std::max({r, g, b}), low = std::min({r, g, b}), range = high - low;
    double const lightness = (high + low) / 2;
    if (range == 0) return {0, 0, lightness};
    double const hue = high == r   ? std::fmod((g - b) / range + 6, 6.0)
                       : high == g ? (b - r) / range + 2
                                   : (r - g) / range + 4;
    return {hue, range / (1 - std::abs(2 * lightness - 1)), lightness};
}

Color to_color(Hsl hsl) {
    double const reach = hsl.saturation * std::min(hsl.lightness, 1 - hsl.lightness);
    auto channel = [&](double offset) {
        double const k = std::fmod(offset + hsl.hue * 2, 12.0);
        double const value = hsl.lightness - reach * std::clamp(std::min(k - 3, 9 - k), -1.0, 1.0);
        return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
    };
    return {channel(0), channel(8), channel(4), 255};
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return {};
    int value = 0;
    for (char const c : text.substr(1)) {
        if (!std::isxdigit(static_cast<unsigned char>(c))) return {};
        value = value * 16 + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return Color{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 255),
                 static_cast<std::uint8_t>(value & 255), 255};
}

std::string to_hex(Color color) { return fmt::format("#{:02X}{:02X}{:02X}", color.r, color.g, color.b); }

double contrast(Color a, Color b) {
    double const la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Color readable_accent(Color accent, Color ink) {
    auto hsl = to_hsl(accent);
    while (contrast(accent, ink) < 6 && hsl.lightness < 1) {
        hsl.lightness = std::min(1.0, hsl.lightness + 0.01);
        accent = to_color(hsl);
    }
    return accent;
}

}  // namespace kiosk
