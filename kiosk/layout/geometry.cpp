#include "layout/geometry.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk {

Rect intersection(Rect const& a, Rect const& b) {
    int const x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.right(), b.right()) - x), std::max(0, std::min(a.bottom(), b.bottom()) - y)};
}

int Geometry::u(double units) const { return static_cast<int>(std::lround(units * unit)); }

Geometry geometry_for(Size size) {
    Geometry geometry;
    geometry.size = {std::max(size.width, 64), std::max(size.height, 64)};
    auto const [width, height] = geometry.size;
    int const short_side = std::min(width, height);
    geometry.orientation = width >= height ? Orientation::landscape : Orientation::portrait;
    geometry.size_class = short_side < 600 ? SizeClass::compact : SizeClass::normal;
    geometry.aspect = static_cast<double>(std::max(width, height)) / short_side;
    double const scale = short_side >= 700 ? 1 : short_side >= 600 ? 1.15 : 1.35;
    geometry.unit = scale * short_side / 1080;
    double const short_units = short_side / geometry.unit;
    int const inset = geometry.u(geometry.is_compact() ? 44 : 72);
    if (geometry.is_portrait()) {
        int const band = geometry.u(0.40 * short_units);
        geometry.spine = {0, 0, width, band};
        geometry.stage = {0, band, width, height - band};
        // The band is a part of the short side, so it is lower where the side has fewer units.
        geometry.spine_scale = short_units / 1080;
        int const tank = geometry.u(132 * geometry.spine_scale);
        geometry.tank = {0, band - tank, width, tank};
        geometry.content = {inset, band + inset, width - 2 * inset, height - band - inset - geometry.u(64)};
    } else {
        int const spine = geometry.u((geometry.aspect < 1.5 ? 0.38 : 0.42) * short_units);
        geometry.spine_scale = geometry.is_compact() ? 0.82 : 1;
        geometry.spine = {0, 0, spine, height};
        geometry.stage = {spine, 0, width - spine, height};
        geometry.content = {spine + inset, inset, width - spine - 2 * inset, height - 2 * inset};
    }
    return geometry;
}

}  // namespace kiosk
