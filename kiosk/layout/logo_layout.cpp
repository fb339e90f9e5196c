// Where the event's logo stands, and what makes way for it.
#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

constexpr double padding = 20, compact_padding = 12;  // u, around a logo on a plate
constexpr double gap = 48;                            // u, between a logo and what stands beside it
constexpr double smallest_date = 28;                  // u, in a head row

/// The most that a logo may take of a slide, in u.
Size most_of_a_slide(Geometry const& geometry) {
    if (geometry.is_compact()) return {220, 96};
    return geometry.is_portrait() ? Size{360, 140} : Size{420, 160};
}

}  // namespace

LogoPlace place_for_logo(std::string const& name, Size most, Color ground, Sheet const& sheet) {
    auto const look = name.empty() ? std::nullopt : sheet.metrics.logo(name);
    if (!look || most.width <= 0 || most.height <= 0) return {};
    LogoPlace place;
    place.plate = logo_plate(*look, ground);
    int const inset = place.plate ? sheet.u(sheet.geometry.is_compact() ? compact_padding : padding) : 0;
    if (most.width <= 2 * inset || most.height <= 2 * inset) return {};
    auto const logo = fitted_size(*look, {most.width - 2 * inset, most.height - 2 * inset});
    place.is_opaque = !look->is_transparent;
    place.inset = inset;
    place.size = {logo.width + 2 * inset, logo.height + 2 * inset};
    return place;
}

void draw_logo(std::string const& name, LogoPlace const& place, int x, int y, Sheet& sheet) {
    auto const [width, height] = place.size;
    if (place.plate) sheet.shape({ShapeKind::rectangle, {x, y, width, height}, *place.plate, sheet.u(10)});
    Rect const box{x + place.inset, y + place.inset, width - 2 * place.inset, height - 2 * place.inset};
    sheet.logo({name, box, place.is_opaque ? sheet.u(10) : 0});
}

Rect lay_out_logo(std::string const& name, std::string_view plate, std::string_view date, Sheet& sheet) {
    auto const& content = sheet.geometry.content;
    auto const units = most_of_a_slide(sheet.geometry);
    // Narrow stages leave it less, so that plate and date stay whole, if need be one under the other.
    int const head = std::max(sheet.metrics.text_width(plate, sheet.font(800, 34)) + sheet.u(2 * 24),
                              sheet.metrics.text_width(date, sheet.font(600, smallest_date)));
    int const beside = content.width - head - sheet.u(gap);
    Size const most{std::min({sheet.u(units.width), content.width * 2 / 5, beside}), sheet.u(units.height)};
    auto const place = place_for_logo(name, most, sheet.theme.stage, sheet);
    Rect const box{content.right() - place.size.width, content.y, place.size.width, place.size.height};
    if (place.size.width > 0) draw_logo(name, place, box.x, box.y, sheet);
    return box;
}

int width_beside(Rect const& logo, Sheet const& sheet) {
    auto const& content = sheet.geometry.content;
    return logo.width > 0 ? logo.x - sheet.u(gap) - content.x : content.width;
}

PlacedHeadline headline_by_logo(Rect const& logo, int top, int bottom, SetHeadline const& set,
                                Sheet const& sheet) {
    bool const compact = sheet.geometry.is_compact();
    int const clear = logo.bottom() + sheet.u(compact ? 24 : 40),
              below = logo.bottom() + sheet.u(compact ? 32 : 56);
    int const width = sheet.geometry.content.width;
    if (logo.width <= 0 || clear <= top) return {set(top, width), top};
    PlacedHeadline beside{set(top, width_beside(logo, sheet)), top}, under{set(below, width), below};
    bool const is_larger = under.paragraph.font.size_px > beside.paragraph.font.size_px;
    bool const is_fuller = beside.paragraph.is_cut && !under.paragraph.is_cut;
    if (below + under.paragraph.height() > bottom) return beside;
    return is_fuller || (is_larger && !under.paragraph.is_cut) ? under : beside;
}

}  // namespace kiosk
