#include <algorithm>

#include "layout/layout.hpp"
#include "layout/sheet.hpp"

namespace kiosk {
namespace {

FontRef key_font(Geometry const& geometry) { return {800, geometry.u(32)}; }
FontRef meaning_font(Geometry const& geometry) { return {500, geometry.u(32)}; }
int strip_height(Geometry const& geometry) { return geometry.u(52); }

}  // namespace

Picture layout_badge(BadgeContent const& badge, Theme const& theme, Size size, Metrics const& metrics) {
    auto const geometry = geometry_for(size);
    int const height = strip_height(geometry), margin = geometry.u(geometry.is_compact() ? 32 : 44);
    Rect const strip{0, geometry.size.height - height, geometry.size.width, height};
    Sheet sheet(strip, theme.plate, geometry, theme, metrics);
    // A dashed upper edge, like a coupon: this is not the real thing.
    int const dash = std::max(2, geometry.u(14)), thickness = std::max(2, geometry.u(6));
    for (int x = 0; x < strip.width; x += 2 * dash)
        sheet.shape({ShapeKind::rectangle, {x, strip.y, dash, thickness}, theme.plate_text});
    auto const left = sheet.font(800, 30);
    int const baseline = strip.y + (height + thickness + sheet.cap_height(left)) / 2;
    int const after = sheet.line(badge.left, left, theme.plate_text, margin, baseline);
    auto const words = sheet.flow(badge.right, {{30, 28}, 600, 1.2, 1}, strip.width - margin - after - geometry.u(36), height);
    if (!words.lines.empty())
        sheet.line(words.lines.front(), words.font, theme.plate_text, strip.width - margin, baseline, Align::right);
    return sheet.take();
}

Picture layout_keys(std::vector<KeyWords> const& keys, Theme const& theme, Size size, Metrics const& metrics) {
    auto const geometry = geometry_for(size);
    auto const key = key_font(geometry), meaning = meaning_font(geometry);
    int const cap = metrics.extents(key).cap_height, pitch = geometry.u(54), padding = geometry.u(40);
    int key_width = 0, meaning_width = 0;
    for (auto const& row : keys) {
        key_width = std::max(key_width, metrics.text_width(row.key, key));
        meaning_width = std::max(meaning_width, metrics.text_width(row.meaning, meaning));
    }
    int const rows = static_cast<int>(keys.size());
    int const width = key_width + geometry.u(40) + meaning_width + 2 * padding;
    int const height = (rows - 1) * pitch + cap + 2 * padding;
    int const bottom = geometry.size.height - strip_height(geometry) - geometry.u(40);
    Rect const panel{std::max(0, geometry.size.width - width - geometry.u(40)), std::max(0, bottom - height), width, height};
    Sheet sheet(panel, theme.plate, geometry, theme, metrics);
    int baseline = panel.y + padding + cap;
    for (auto const& row : keys) {
        sheet.line(row.key, key, theme.plate_text, panel.x + padding, baseline);
        sheet.line(row.meaning, meaning, theme.plate_text_2, panel.x + padding + key_width + geometry.u(40), baseline);
        baseline += pitch;
    }
    return sheet.take();
}

}  // namespace kiosk
