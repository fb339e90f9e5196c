#include "layout/logo.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk {

double legibility(LogoLook const& look, Color ground) {
    constexpr double least = 3, least_of_a_tenth = least / 2;
    return std::min({contrast(look.mean, ground) / least, contrast(look.dark, ground) / least_of_a_tenth,
                     contrast(look.light, ground) / least_of_a_tenth});
}

std::optional<Color> logo_plate(LogoLook const& look, Color ground) {
    constexpr Color white{0xFF, 0xFF, 0xFF}, near_black{0x0B, 0x0D, 0x10};
    constexpr double worth_a_plate =
        1.1;  // times as legible; a plate of about the ground's colour helps nobody
    double const as_it_is = legibility(look, ground);
    if (!look.is_transparent || as_it_is >= 1) return {};
    auto const plate = legibility(look, white) >= legibility(look, near_black) ? white : near_black;
    return legibility(look, plate) > as_it_is * worth_a_plate ? std::optional(plate) : std::nullopt;
}

Size fitted_size(LogoLook const& look, Size most) {
    double const width = std::max(look.size.width, 1), height = std::max(look.size.height, 1);
    double const within = std::min(most.width / width, most.height / height);
    double const scale = look.is_scalable ? within : std::min(within, 1.0);
    auto const side = [&](double pixels) {
        return std::max(1, static_cast<int>(std::lround(pixels * scale)));
    };
    return {side(width), side(height)};
}

}  // namespace kiosk
