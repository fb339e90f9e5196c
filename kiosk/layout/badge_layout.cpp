#include <algorithm>

#include "layout/layout.hpp"
#include "layout/mirror.hpp"
#include "layout/sheet.hpp"

namespace kiosk {
namespace {

/// The table of keys: as many columns as the width holds, filled downwards.
struct KeyTable {
    FontRef key, meaning;
    int key_width = 0, cell_width = 0, columns = 1, rows = 0, pitch = 0, padding = 0;
    int height() const { return rows == 0 ? 0 : 2 * padding + (rows - 1) * pitch; }
};

KeyTable measure(std::vector<KeyWords> const& keys, Geometry const& geometry, Metrics const& metrics, int width) {
    KeyTable table{{800, geometry.u(32)}, {500, geometry.u(32)}};
    if (keys.empty()) return table;
    int meaning_width = 0;
    for (auto const& row : keys) {
        table.key_width = std::max(table.key_width, metrics.text_width(row.key, table.key));
        meaning_width = std::max(meaning_width, metrics.text_width(row.meaning, table.meaning));
    }
    table.key_width += geometry.u(24);
    table.cell_width = table.key_width + meaning_width + geometry.u(64);
    int const count = static_cast<int>(keys.size());
    table.columns = std::clamp(width / table.cell_width, 1, count);
    table.rows = (count + table.columns - 1) / table.columns;
    table.pitch = geometry.u(54);
    table.padding = geometry.u(48);
    return table;
}

void draw(Sheet& sheet, KeyTable const& table, std::vector<KeyWords> const& keys, int x, int top) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        int const n = static_cast<int>(i);
        int const left = x + n / table.rows * table.cell_width;
        int const baseline = top + table.padding + sheet.cap_height(table.key) / 2 + n % table.rows * table.pitch;
        sheet.line(keys[i].key, table.key, sheet.theme.plate_text, left, baseline);
        sheet.line(keys[i].meaning, table.meaning, sheet.theme.plate_text_2, left + table.key_width, baseline);
    }
}

}  // namespace

Picture layout_badge(BadgeContent const& badge, Theme const& theme, Size size, Metrics const& metrics) {
    auto const geometry = geometry_for(size);
    int const margin = geometry.u(geometry.is_compact() ? 32 : 44);
    int const width = geometry.size.width - 2 * margin;
    auto const table = measure(badge.keys, geometry, metrics, width);
    int const strip_height = geometry.u(52);
    Rect const area{0, geometry.size.height - strip_height - table.height(), geometry.size.width, strip_height + table.height()};
    Sheet sheet(area, theme.plate, geometry, theme, metrics);
    // A dashed upper edge, like a coupon: this is not the real thing.
    int const dash = std::max(2, geometry.u(14)), thickness = std::max(2, geometry.u(6));
    for (int x = 0; x < area.width; x += 2 * dash)
        sheet.shape({ShapeKind::rectangle, {x, area.y, std::min(dash, area.width - x), thickness}, theme.plate_text});
    draw(sheet, table, badge.keys, margin, area.y);

    auto const left = sheet.font(800, 30);
    int const top = geometry.size.height - strip_height;
    int const baseline = top + (strip_height + (badge.keys.empty() ? thickness : 0) + sheet.cap_height(left)) / 2;
    int const after = sheet.line(badge.left, left, theme.plate_text, margin, baseline);
    auto const words = sheet.flow(badge.right, {{30, 28}, 600, 1.2, 1}, margin + width - after - geometry.u(36), strip_height);
    sheet.line(words, theme.plate_text, margin + width, baseline, Align::right);
    if (badge.reading == Reading::right_to_left) return mirrored(sheet.take(), geometry.size.width, metrics);
    return sheet.take();
}

}  // namespace kiosk
