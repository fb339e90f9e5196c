#include "layout/level.hpp"

#include "layout/geometry.hpp"

namespace kiosk {
namespace {

/// The line along the end of the fill: opposite to where it begins.
Rect edge_of(SpineLevel const& level, Rect filled) {
    if (filled.width == level.empty.width) return {filled.x, filled.y, filled.width, level.edge_px};
    bool const begins_left = filled.x == level.empty.x;
    return {begins_left ? filled.right() - level.edge_px : filled.x, filled.y, level.edge_px, filled.height};
}

}  // namespace

Picture with_level(SpineLevel const& level, Rect filled) {
    auto picture = level.drained;
    if (filled.width <= 0 || filled.height <= 0) return picture;
    picture.items.push_back(Shape{ShapeKind::rectangle, filled, level.flooded.ground});
    for (auto const& item : level.flooded.items) {
        if (auto const* shape = std::get_if<Shape>(&item)) {
            auto part = *shape;
            part.box = intersection(part.box, filled);
            if (part.box.width > 0 && part.box.height > 0) picture.items.push_back(part);
        } else if (auto const* run = std::get_if<TextRun>(&item)) {
            auto part = *run;
            part.clip = filled;
            picture.items.push_back(std::move(part));
        }
    }
    if (level.edge_px > 0) picture.items.push_back(Shape{ShapeKind::rectangle, edge_of(level, filled), level.edge_color});
    return picture;
}

}  // namespace kiosk
