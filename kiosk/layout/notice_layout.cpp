// NOTICE: the stage turned inside out. And the banner over every other slide.
#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// The session that the notice is about, on the bottom margin. Returns the y of its rule.
int lay_out_item(NoticeSlide::Item const& item, Sheet& sheet) {
    auto const& content = sheet.geometry.content;
    auto const& theme = sheet.theme;
    if (item.title.empty()) return content.bottom();
    bool const compact = sheet.geometry.is_compact();
    auto const person = sheet.flow(item.person, {{40, 36, 32}, 500, 1.2, 1}, content.width, sheet.u(60));
    auto const title = sheet.flow(item.title, {compact ? std::vector{40, 36} : std::vector{48, 44, 40, 36}, 700, 1.15, 2},
                                  content.width, sheet.u(130));
    auto const time = sheet.font(700, compact ? 40 : 44), type = sheet.font(500, compact ? 40 : 44);
    int bottom = content.bottom();
    if (!person.lines.empty()) {
        sheet.paragraph(person, theme.plate_text_2, content.x, bottom - person.height());
        bottom -= person.height() + sheet.u(32);
    }
    sheet.paragraph(title, theme.plate_text, content.x, bottom - title.height());
    bottom -= title.height() + sheet.u(36);
    int x = content.x;
    if (!item.old_time.empty()) x = sheet.struck_line(item.old_time, time, theme.plate_text_2, theme.plate_text, x, bottom) + sheet.u(28);
    if (!item.time.empty()) x = sheet.line(item.time, time, theme.plate_text, x, bottom) + sheet.u(28);
    if (x + sheet.metrics.text_width(item.type, type) <= content.right()) sheet.line(item.type, type, theme.plate_text_2, x, bottom);
    int const rule = bottom - sheet.cap_height(time) - sheet.u(44);
    sheet.shape({ShapeKind::rectangle, {content.x, rule, content.width, std::max(2, sheet.u(4))}, theme.plate_text});
    return rule;
}

}  // namespace

void lay_out(NoticeSlide const& slide, Sheet& sheet) {
    auto const& geometry = sheet.geometry;
    auto const& content = geometry.content;
    auto const& theme = sheet.theme;
    bool const portrait = geometry.is_portrait(), compact = geometry.is_compact();
    int const bottom = lay_out_item(slide.item, sheet) - sheet.u(48);
    auto const tag_font = sheet.font(700, 42);
    int top = content.y, width = content.width;
    if (!slide.pictogram.empty()) {
        int const side = sheet.u(compact && !portrait ? 120 : 220);
        auto const color = slide.pictogram == "cancelled" ? theme.cancel : theme.plate_text;
        sheet.pictogram(slide.pictogram, {portrait ? content.x : content.right() - side, top, side, side}, color);
        if (portrait) top += side + sheet.u(90);
        else width -= side + sheet.u(40);
    }
    int const tag_base = top + sheet.cap_height(tag_font);
    auto const tag = sheet.flow(slide.tag, {{42, 38, 34}, 700, 1.2, 1}, width, sheet.u(60));
    sheet.line(tag, theme.plate_text_2, content.x, tag_base);
    top = slide.tag.empty() ? top : tag_base + sheet.u(compact ? 44 : 72);

    int const text_width = slide.pictogram.empty() || !portrait ? width : content.width;
    int const space = bottom - top;
    auto const text = sheet.flow(slide.text, {compact ? std::vector{44, 40, 36, 32} : std::vector{60, 56, 52, 48, 44, 40}, 500, 1.22, 4, Lines::balanced},
                                 text_width, space / 2);
    int const below = text.lines.empty() ? 0 : sheet.u(62) + text.height();
    std::vector<int> const sizes = compact && !portrait ? std::vector{112, 104, 96, 88, 80, 72, 64, 56, 48}
                                                        : std::vector{184, 172, 160, 148, 136, 124, 112, 100, 88, 76, 64};
    auto const head = sheet.flow(slide.head, {sizes, 900, 1.02, 3, Lines::balanced}, width, space - below);
    int const baseline = sheet.paragraph(head, theme.plate_text, content.x, top);
    sheet.paragraph(text, theme.plate_text, content.x, baseline + sheet.u(62));
}

void lay_out_banner(Banner const& banner, Rect area, Sheet& sheet) {
    auto const& theme = sheet.theme;
    auto const& content = sheet.geometry.content;
    bool const portrait = sheet.geometry.is_portrait();
    sheet.shape({ShapeKind::rectangle, area, theme.plate});
    if (theme.frame_width > 0)  // plate and stage may be alike where there is no colour
        sheet.shape({ShapeKind::rectangle, {area.x, area.bottom() - sheet.u(10), area.width, sheet.u(10)}, theme.stage});
    int const side = std::min(sheet.u(72), area.height * 6 / 10);
    int x = content.x;
    if (!banner.pictogram.empty()) {
        sheet.pictogram(banner.pictogram, {x, area.y + (area.height - side) / 2, side, side}, theme.plate_text);
        x += side + sheet.u(40);
    }
    int const width = content.right() - x;
    if (portrait) {
        auto const head = sheet.flow(banner.head, {{52, 48, 44, 40, 36}, 800, 1.1, 1}, width, sheet.u(80));
        auto const text = sheet.flow(banner.text, {{40, 36, 32, 28}, 600, 1.1, 1}, width, sheet.u(60));
        int const gap = text.lines.empty() ? 0 : sheet.u(28);
        int const top = area.y + (area.height - head.height() - gap - text.height()) / 2;
        sheet.paragraph(head, theme.plate_text, x, top);
        sheet.paragraph(text, theme.plate_text, x, top + head.height() + gap);
        return;
    }
    // On one line: the head whole, the text as far as it fits below that size, else under it.
    auto const head = sheet.flow(banner.head, {{52, 48, 44, 40, 36, 32}, 800, 1.1, 1}, width, sheet.u(80));
    int const baseline = area.y + (area.height + head.cap_height) / 2;
    int after = x;
    for (auto const& line : head.lines) after = sheet.line(line, head.font, theme.plate_text, x, baseline);
    int const rest = content.right() - after - sheet.u(36);
    if (rest < sheet.u(160)) return;  // a few letters say nothing
    sheet.line(sheet.flow(banner.text, {{40, 36, 32, 28}, 600, 1.1, 1}, rest, sheet.u(60)), theme.plate_text,
               after + sheet.u(36), baseline);
}

}  // namespace kiosk
