#include "layout/canvas.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk {

int Canvas::u(double units) const { return static_cast<int>(std::lround(units * unit)); }

Canvas canvas_for(Size size) {
    Canvas canvas;
    canvas.size = {std::max(size.width, 64), std::max(size.height, 64)};
    auto const [width, height] = canvas.size;
    int const short_side = std::min(width, height);
    canvas.orientation = width >= height ? Orientation::landscape : Orientation::portrait;
    canvas.size_class = short_side < 600 ? SizeClass::compact : SizeClass::normal;
    canvas.aspect = static_cast<double>(std::max(width, height)) / short_side;
    double const scale = short_side >= 700 ? 1 : short_side >= 600 ? 1.15 : 1.35;
    canvas.unit = scale * short_side / 1080;
    double const short_units = short_side / canvas.unit;
    int const inset = canvas.u(canvas.is_compact() ? 44 : 72);
    if (canvas.is_portrait()) {
        int const band = canvas.u(0.40 * short_units);
        canvas.spine = {0, 0, width, band};
        canvas.stage = {0, band, width, height - band};
        canvas.tank = {0, band - canvas.u(132), width, canvas.u(132)};
        canvas.content = {inset, band + inset, width - 2 * inset, height - band - inset - canvas.u(64)};
    } else {
        int const spine = canvas.u((canvas.aspect < 1.5 ? 0.38 : 0.42) * short_units);
        canvas.spine = {0, 0, spine, height};
        canvas.stage = {spine, 0, width - spine, height};
        canvas.content = {spine + inset, inset, width - spine - 2 * inset, height - 2 * inset};
    }
    return canvas;
}

}  // namespace kiosk
