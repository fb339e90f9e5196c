#include "layout/layout.hpp"

#include "layout/mirror.hpp"
#include "layout/slide_layouts.hpp"

namespace kiosk {

Frame layout(Scene const& scene, Theme const& theme, Size size, Metrics const& metrics) {
    auto const geometry = geometry_for(size);
    Sheet stage(geometry.stage, theme.stage, geometry, theme, metrics);
    std::visit([&](auto const& slide) { lay_out(slide, stage); }, scene.slide);
    stage.pager(scene.pager);
    Frame frame{geometry.size, stage.take(), lay_out_spine(scene.spine, geometry, theme, metrics), {}};
    return scene.reading == Reading::right_to_left ? mirrored(std::move(frame), metrics) : frame;
}

int head_row(Sheet& sheet, std::string_view plate, Fill fill, std::string_view type, std::string_view time, int width) {
    auto const& content = sheet.geometry.content;
    int const height = sheet.u(60);
    auto const type_font = sheet.font(700, 42), time_font = sheet.font(600, 42);
    int x = sheet.plate(plate, fill, content.x, content.y);
    int const baseline = content.y + (height + sheet.cap_height(type_font)) / 2;
    if (!type.empty()) {
        auto const space = content.x + width - x - sheet.u(28);
        auto const fitted = sheet.flow(type, {{42, 36, 32}, 700, 1.2, 1}, space, height);
        x = sheet.line(fitted.lines.front(), fitted.font, sheet.theme.text, x + sheet.u(28), baseline);
    }
    if (time.empty()) return content.y + height;
    int const gap = sheet.u(type.empty() ? 28 : 26);
    bool const fits = x + gap + sheet.metrics.text_width(time, time_font) <= content.x + width;
    if (fits) {
        sheet.line(time, time_font, sheet.theme.text_2, x + gap, baseline);
        return content.y + height;
    }
    int const below = content.y + height + sheet.u(32) + sheet.cap_height(time_font);
    sheet.line(time, time_font, sheet.theme.text_2, content.x, below);
    return below;
}

}  // namespace kiosk
