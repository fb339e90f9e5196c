#include "layout/layout.hpp"

#include "layout/mirror.hpp"
#include "layout/slide_layouts.hpp"

namespace kiosk {

namespace {

constexpr double widest_alone = 2.05;  // by the height; wider screens have a list beside the slide

bool has_whole_screen(Slide const& slide) {
    return std::holds_alternative<EmergencySlide>(slide) || std::holds_alternative<NightSlide>(slide) ||
           std::holds_alternative<DirectorySlide>(slide);
}

Frame read_from_its_side(Frame frame, Reading reading, Metrics const& metrics) {
    return reading == Reading::right_to_left ? mirrored(std::move(frame), metrics) : frame;
}

/// The stage below the banner; the spine keeps its place.
Rect make_room_for_banner(Geometry& geometry) {
    Rect const banner{geometry.stage.x, geometry.stage.y, geometry.stage.width, geometry.u(geometry.is_portrait() ? 176 : 132)};
    int const inset = geometry.u(geometry.is_compact() ? 32 : geometry.is_portrait() ? 64 : 56);
    int const top = banner.bottom() + inset;
    geometry.content.height -= top - geometry.content.y;
    geometry.content.y = top;
    return banner;
}

}  // namespace

Frame layout(Scene const& scene, Theme const& theme, Size size, Metrics const& metrics) {
    auto geometry = geometry_for(size);
    if (has_whole_screen(scene.slide)) {
        Sheet screen({0, 0, geometry.size.width, geometry.size.height}, theme.stage, geometry, theme, metrics);
        std::visit([&](auto const& slide) { lay_out(slide, screen); }, scene.slide);
        return read_from_its_side({geometry.size, screen.take(), {}, {}, {}}, scene.reading, metrics);
    }
    auto spine = lay_out_spine(scene.spine, geometry, theme, metrics);
    auto slide = scene.slide;
    auto* const now = std::get_if<NowSlide>(&slide);
    bool const is_wide = !geometry.is_portrait() && geometry.aspect > widest_alone && now && !now->ahead.empty();
    auto const whole = geometry.content;
    if (is_wide) {
        geometry.content.width -= geometry.u(630 + 60);
        now->strip.clear();
    }
    auto const banner = scene.banner ? make_room_for_banner(geometry) : Rect{};
    if (!scene.status.empty()) geometry.content.height -= geometry.u(24);  // it stands close below
    bool const is_notice = std::holds_alternative<NoticeSlide>(scene.slide);
    Sheet stage(geometry.stage, is_notice ? theme.plate : theme.stage, geometry, theme, metrics);
    if (scene.banner) lay_out_banner(*scene.banner, banner, stage);
    std::visit([&](auto const& shown) { lay_out(shown, stage); }, slide);
    if (is_wide) {
        auto const& content = geometry.content;
        Rect const column{whole.right() - geometry.u(570), content.y, geometry.u(570), content.height};
        stage.shape({ShapeKind::rectangle, {column.x - geometry.u(60), content.y, geometry.u(theme.rule_width), content.height}, theme.line});
        lay_out_ahead(now->ahead_title, now->ahead, column, stage);
    }
    if (!is_notice) {
        stage.pager(scene.pager);
        stage.status(scene.status, scene.pager);
    }
    return read_from_its_side({geometry.size, stage.take(), std::move(spine.spine), {}, std::move(spine.level)}, scene.reading, metrics);
}

int head_row(Sheet& sheet, std::string_view plate, Fill fill, std::string_view type, std::string_view time, int width) {
    auto const& content = sheet.geometry.content;
    int const height = sheet.u(60);
    auto const type_font = sheet.font(700, 42), time_font = sheet.font(600, 42);
    int x = sheet.plate(plate, fill, content.x, content.y, width);
    int const baseline = content.y + (height + sheet.cap_height(type_font)) / 2;
    if (!type.empty()) {
        int const space = content.x + width - x - sheet.u(28);
        auto const fitted = sheet.flow(type, {{42, 36, 32}, 700, 1.2, 1}, space, height);
        x = sheet.line(fitted, sheet.theme.text, x + sheet.u(28), baseline);
    }
    if (time.empty()) return content.y + height;
    int const gap = sheet.u(type.empty() ? 28 : 26);
    bool const fits = x + gap + sheet.metrics.text_width(time, time_font) <= content.x + width;
    if (fits) {
        sheet.line(time, time_font, sheet.theme.text_2, x + gap, baseline);
        return content.y + height;
    }
    int const below = content.y + height + sheet.u(32) + sheet.cap_height(time_font);
    auto const fitted = sheet.flow(time, {{42, 38, 34, 30, 28}, 600, 1.2, 1}, width, height);
    sheet.line(fitted, sheet.theme.text_2, content.x, below);
    return below;
}

}  // namespace kiosk
