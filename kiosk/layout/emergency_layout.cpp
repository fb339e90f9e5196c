// EMERGENCY: the whole screen, the same in every theme. Night: next to nothing.
#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// Where a text may stand that is wider than its head: not above `top`.
struct TextPlace {
    int width, top;
};

/// Head and text; the head as large as its place allows.
void message(Sheet& sheet, std::string const& head_words, std::string const& words, Rect place, TextPlace text_place) {
    bool const compact = sheet.geometry.is_compact();
    auto const text = sheet.flow(words, {compact ? std::vector{56, 48, 44, 40, 36} : std::vector{80, 72, 64, 56, 48, 44}, 700, 1.2, 4},
                                 text_place.width, std::min(place.height / 2, place.bottom() - text_place.top));
    bool const is_low = place.height < sheet.u(460);
    int const gap = text.lines.empty() ? 0 : sheet.u(is_low ? 48 : 72);
    std::vector<int> const sizes = compact ? std::vector{128, 112, 96, 88, 80, 72, 64, 56, 48}
                                           : std::vector{208, 192, 176, 160, 144, 128, 112, 96, 80, 72, 64};
    int const space = place.height - gap - text.height();
    auto const head = sheet.flow(head_words, {sizes, 900, 1.02, 4, Lines::balanced}, place.width, space);
    int const baseline = sheet.paragraph(head, emergency_text, place.x, place.y);
    sheet.paragraph(text, emergency_text, place.x, std::max(baseline + gap, text_place.top));
}

}  // namespace

void lay_out(EmergencySlide const& slide, Sheet& sheet) {
    auto const& geometry = sheet.geometry;
    auto const [width, height] = geometry.size;
    int const bar = sheet.u(36), inset = sheet.u(geometry.is_compact() ? 64 : 112);
    Rect const whole{0, 0, width, height};
    auto const ground = slide.state == AnnouncementState::lifted ? all_clear_ground : emergency_ground;
    sheet.shape({ShapeKind::rectangle, whole, ground});
    for (int const y : {0, height - bar}) sheet.shape({ShapeKind::rectangle, {0, y, width, bar}, emergency_text});
    Rect content{inset, bar + inset, width - 2 * inset, height - 2 * bar - 2 * inset};

    // Where and when stand small on the bottom margin; the message has the rest.
    auto const small = sheet.font(700, 48);
    int const foot = content.bottom();
    int const clock_left = sheet.line(slide.clock, small, emergency_text, content.right(), foot, Align::right);
    auto const room = sheet.flow(slide.room, {{48, 44, 40, 36, 32}, 700, 1.1, 1}, clock_left - sheet.u(48) - content.x, sheet.u(80));
    sheet.line(room, emergency_text, content.x, foot);
    int const bottom = foot - sheet.cap_height(small) - sheet.u(48);

    int top = content.y, head_width = content.width;
    if (!slide.tag.empty()) {
        auto const tag = sheet.flow(slide.tag, {{72, 64, 56, 48, 40}, 800, 1.1, 2}, content.width - sheet.u(64), sheet.u(180));
        Rect const plate{content.x, top, tag.width + sheet.u(64), tag.height() + sheet.u(64)};
        sheet.shape({ShapeKind::rectangle, plate, emergency_text, sheet.u(10)});
        sheet.paragraph(tag, ground, plate.x + sheet.u(32), plate.y + sheet.u(32));
        top = plate.bottom() + sheet.u(56);
    }
    int text_top = top;  // at least: below the pictogram
    if (slide.state != AnnouncementState::lifted) {
        int const side = std::min({sheet.u(380), content.width / 3, (bottom - top) / 2});
        bool const portrait = geometry.is_portrait();
        sheet.pictogram("alert", {portrait ? content.x : content.right() - side, top, side, side}, emergency_text);
        if (portrait) top += side + sheet.u(90);
        else head_width -= side + sheet.u(64);
        text_top = portrait ? top : top + side + sheet.u(36);
    }
    bool const is_bilingual = !slide.second_head.empty() || !slide.second_text.empty();
    Rect place{content.x, top, head_width, bottom - top};
    if (!is_bilingual) return message(sheet, slide.head, slide.text, place, {content.width, text_top});
    // One below the other, alike: which language is whose is nobody's guess.
    int const gap = sheet.u(48), half = (place.height - 2 * gap) / 2;
    place.height = half;
    message(sheet, slide.head, slide.text, place, {head_width, place.y});
    int const middle = top + half + gap, line = std::max(2, sheet.u(6));
    sheet.shape({ShapeKind::rectangle, {content.x, middle - line / 2, head_width, line}, emergency_text});
    place.y = middle + gap;
    message(sheet, slide.second_head.empty() ? slide.head : slide.second_head, slide.second_text, place, {head_width, place.y});
}

void lay_out(NightSlide const& slide, Sheet& sheet) {
    auto const [width, height] = sheet.geometry.size;
    constexpr Color black{0, 0, 0}, dim{0x4A, 0x4A, 0x4A};  // 30 % of white
    sheet.shape({ShapeKind::rectangle, {0, 0, width, height}, black});
    auto const clock =
        sheet.flow(slide.clock, {{96, 84, 72}, 600, 1, 1}, width - 2 * sheet.u(72), sheet.u(160));
    auto const name = sheet.flow(slide.room, {{36, 32, 28}, 600, 1.2, 2}, width / 2, sheet.u(120));
    int const block_width = std::max(clock.width, name.width);
    int const block_height = clock.height() + (name.lines.empty() ? 0 : sheet.u(36) + name.height());
    // Another place each minute, so that nothing burns in: steps that have no common measure with
    // the number of places visit them all.
    int const margin = sheet.u(72), columns = 7, rows = 5;
    int const column = slide.minute * 3 % columns, row = slide.minute * 2 % rows;
    int const x = margin + (width - 2 * margin - block_width) * column / (columns - 1);
    int const y = margin + (height - 2 * margin - block_height) * row / (rows - 1);
    int const below = sheet.paragraph(clock, dim, x, y);
    sheet.paragraph(name, dim, x, below + sheet.u(36));
}

}  // namespace kiosk
