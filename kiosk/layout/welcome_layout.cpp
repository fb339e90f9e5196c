#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// `wanted` at the largest size at which its first part is said in full; where it is at none, what
/// there is room for of all `parts`.
Paragraph meta_paragraph(Sheet const& sheet, std::vector<MetaPart> const& wanted,
                         std::vector<MetaPart> const& parts, int width) {
    if (parts.empty()) return {};
    std::vector<int> const sizes{38, 34, 32};
    auto const set = [&](std::string const& line, int size) {
        return sheet.flow(line, {{size}, 500, 1.2, 1}, width, sheet.u(60));
    };
    for (int const size : sizes) {
        auto const line = sheet.meta_line(wanted, sheet.font(500, size), width);
        if (line.find(wanted.front().text) != std::string::npos) return set(line, size);
    }
    return set(sheet.meta_line(parts, sheet.font(500, sizes.back()), width), sizes.back());
}

/// Three items side by side. Returns the y of their rule.
int items_in_columns(Sheet& sheet, std::vector<WelcomeItem> const& items) {
    auto const& content = sheet.geometry.content;
    auto const& theme = sheet.theme;
    if (items.empty()) return content.bottom();
    bool const compact = sheet.geometry.is_compact();
    int const rule = content.bottom() - sheet.u(compact ? 230 : 300);
    sheet.rule(content.x, rule, content.width);
    int const gap = sheet.u(compact ? 32 : 56), columns = static_cast<int>(items.size());
    int const pitch = (content.width + gap) / std::max(columns, 2);
    int const top = rule + sheet.u(compact ? 34 : 48);
    for (int i = 0; i < columns; ++i) {
        auto const& item = items[static_cast<std::size_t>(i)];
        int const x = content.x + i * pitch, width = pitch - gap;
        int words = width;
        auto const time = sheet.font(700, 36);
        auto const time_words = item.half.empty() ? item.digits : item.digits + " " + item.half;
        bool const room_for_photo = width - sheet.u(132 + 24) >= sheet.metrics.text_width(time_words, time);
        if (sheet.has_photo(item.photo) && !compact && room_for_photo) {
            Rect const box{x + width - sheet.u(132), top, sheet.u(132), sheet.u(165)};
            sheet.photo(item.photo, box);
            words -= box.width + sheet.u(24);
        }
        int y = top + sheet.cap_height(time);
        sheet.line(time_words, time, theme.text_2, x, y);
        auto const meta = meta_paragraph(
            sheet, {item.meta.begin(), item.meta.begin() + (item.meta.empty() ? 0 : 1)}, item.meta, words);
        int const title_top = y + sheet.u(33);
        int const space = content.bottom() - title_top - (meta.lines.empty() ? 0 : sheet.u(26) + meta.height());
        auto const title = sheet.flow(item.title, {{48, 44, 40, 36, 32}, 700, 1.12, 3}, words, space);
        y = sheet.paragraph(title, theme.text, x, title_top);
        sheet.paragraph(meta, theme.text_2, x, y + sheet.u(26));
    }
    return rule;
}

/// The same one under the other: as many as leave the headline its room. Returns the y of their rule.
int items_in_rows(Sheet& sheet, std::vector<WelcomeItem> const& items) {
    auto const& content = sheet.geometry.content;
    auto const& theme = sheet.theme;
    if (items.empty()) return content.bottom();
    int const pitch = sheet.u(195), fitting = (content.height - sheet.u(620)) / pitch;
    int const count = std::clamp(fitting, 1, static_cast<int>(items.size()));
    int const rule = content.bottom() - sheet.u(22) - count * pitch;
    sheet.rule(content.x, rule, content.width);
    auto const digits = sheet.font(700, 54), half = sheet.font(600, 30);
    for (int i = 0; i < count; ++i) {
        auto const& item = items[static_cast<std::size_t>(i)];
        int const top = rule + sheet.u(54) + i * pitch;
        int const baseline = top + sheet.cap_height(digits);
        int const after = sheet.line(item.digits, digits, theme.text, content.x, baseline);
        sheet.line(item.half, half, theme.muted, after + sheet.u(12), baseline);
        int const x = content.x + sheet.u(251);
        int width = content.right() - x;
        if (sheet.has_photo(item.photo)) {
            sheet.photo(item.photo, {content.right() - sheet.u(132), top - sheet.u(12), sheet.u(132), sheet.u(165)});
            width -= sheet.u(132 + 36);
        }
        auto const title = sheet.flow(item.title, {{54, 48, 44, 40, 36}, 700, 1.12, 2}, width, sheet.u(100));
        int const last = sheet.paragraph(title, theme.text, x, baseline - title.cap_height);
        sheet.paragraph(meta_paragraph(sheet, item.meta, item.meta, width), theme.text_2, x,
                        last + sheet.u(26));
    }
    return rule;
}

}  // namespace

void lay_out(WelcomeSlide const& slide, Sheet& sheet) {
    auto const& geometry = sheet.geometry;
    auto const& content = geometry.content;
    auto const& theme = sheet.theme;
    bool const portrait = geometry.is_portrait();
    int const bottom = (portrait ? items_in_rows(sheet, slide.items) : items_in_columns(sheet, slide.items)) - sheet.u(56);
    auto const logo = lay_out_logo(slide.logo, slide.plate, slide.date, sheet);
    int const head = head_row(sheet, slide.plate, slide.fill, "", slide.date, width_beside(logo, sheet));
    auto event = sheet.flow(slide.event, {geometry.is_compact() ? std::vector{48, 44, 40} : std::vector{64, 60, 52, 44}, 600, 1.14, 2, Lines::balanced}, content.width, sheet.u(160));
    auto place = sheet.flow(slide.place, {{46, 42, 38, 34}, 500, 1.2, 2, Lines::balanced}, content.width, sheet.u(120));
    auto const below = [&] {
        return (event.lines.empty() ? 0 : sheet.u(62) + event.height()) +
               (place.lines.empty() ? 0 : sheet.u(event.lines.empty() ? 62 : 36) + place.height());
    };
    int const top = head + sheet.u(geometry.is_compact() ? 48 : 86);
    // The headline goes first, then the event.
    int const least = sheet.u(geometry.is_compact() ? 48 : 64);
    if (bottom - below() - top < least) place = {};
    if (bottom - below() - top < least) event = {};
    std::vector<int> const sizes = geometry.is_compact() && !portrait ? std::vector{104, 96, 88, 80, 72, 64, 56, 48}
                                                                    : std::vector{168, 156, 144, 132, 120, 110, 100, 88, 76, 64};
    auto const set = [&](int from, int width) {
        return sheet.flow(slide.headline, {sizes, 800, 1.06, portrait ? 3 : 2, Lines::balanced}, width, bottom - below() - from);
    };
    auto const headline = headline_by_logo(logo, top, bottom - below(), set, sheet);
    int y = sheet.paragraph(headline.paragraph, theme.text, content.x, headline.top);
    if (!event.lines.empty()) y = sheet.paragraph(event, theme.text_2, content.x, y + sheet.u(62));
    sheet.paragraph(place, theme.text_2, content.x, y + sheet.u(event.lines.empty() ? 62 : 36));
}

}  // namespace kiosk
