#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// A time may have a room behind it.
TextStyle const time_style{{42, 38, 34, 30, 28}, 700, 1.2, 1};

TextStyle biography_style(bool portrait) {
    return {portrait ? std::vector{42, 40, 38, 36, 34, 32} : std::vector{38, 36, 34, 32}, 400, 1.42, 30};
}

/// The rule and the biography from `baseline` on down to the bottom.
void biography(Sheet& sheet, std::string const& text, int x, int baseline, int width) {
    if (text.empty()) return;
    int const rule = baseline + sheet.u(sheet.geometry.is_compact() ? 32 : 48);
    int const top = rule + sheet.u(sheet.geometry.is_compact() ? 32 : 46);
    int const space = sheet.geometry.content.bottom() - top;
    if (space < sheet.u(40)) return;
    sheet.rule(x, rule, width);
    auto const words = flow_sentences(text, biography_style(sheet.geometry.is_portrait()), width, space, sheet.geometry, sheet.metrics);
    sheet.paragraph(words, sheet.theme.text_2, x, top);
}

/// The title at most so many u high, `gap` below `y`, as far as there is room. Returns its last baseline.
int session_title(Sheet& sheet, std::string const& text, TextStyle const& style, int x, int y, int gap,
                  int width, double most) {
    int const space = std::min(sheet.u(most), sheet.geometry.content.bottom() - y - gap);
    auto const title = sheet.flow(text, style, width, space);
    bool const fits = !title.lines.empty() && title.height() <= space;
    return fits ? sheet.paragraph(title, sheet.theme.text, x, y + gap) : y;
}

/// Plate, time and "in 12 min" on one line, or as many lines as they need. Returns the bottom.
int announcement(Sheet& sheet, SpeakerSlide const& slide, int x, int top, int right) {
    auto const time = sheet.font(700, 42), relative = sheet.font(500, 42);
    int const height = sheet.u(54);
    int const baseline = top + (height + sheet.cap_height(time)) / 2;
    int end = x;
    if (!slide.plate.empty())
        end = sheet.plate(slide.plate, slide.fill, x, top, right - x, 54, 32) + sheet.u(26);
    auto const width = [&](std::string const& text, FontRef font) { return sheet.metrics.text_width(text, font); };
    int line = baseline;
    if (end + width(slide.time, time) > right) {
        end = x;
        line += height + sheet.u(14);
    }
    auto const when = sheet.flow(slide.time, time_style, right - end, height);
    end = sheet.line(when, sheet.theme.text, end, line);
    if (slide.relative.empty()) return line + sheet.u(12);
    if (end + sheet.u(30) + width(slide.relative, relative) > right) {
        end = x - sheet.u(30);
        line += height + sheet.u(4);
    }
    sheet.line(slide.relative, relative, sheet.theme.text_2, end + sheet.u(30), line);
    return line + sheet.u(12);
}

void lay_out_landscape(SpeakerSlide const& slide, Sheet& sheet) {
    auto const& geometry = sheet.geometry;
    auto const& content = geometry.content;
    auto const& theme = sheet.theme;
    Rect box{content.x, content.y, sheet.u(400), sheet.u(500)};
    if (geometry.is_compact()) box = {content.x, content.y, sheet.u(240), sheet.u(300)};
    else if (geometry.aspect < 1.5) box = {content.x, content.y, sheet.u(304), sheet.u(380)};
    sheet.portrait(slide.person, box);
    // Below the photo, where the biography leaves the corner free.
    int const side = std::min(sheet.u(264), box.width), corner = content.bottom() - side;
    if (corner >= box.bottom() + sheet.u(40)) sheet.qr(slide.url, content.x, corner, side);
    int const x = box.right() + sheet.u(geometry.is_compact() ? 40 : 64), width = content.right() - x;
    auto const name = sheet.flow(slide.person.name, {geometry.is_compact() ? std::vector{68, 60, 52, 44} : std::vector{92, 84, 76, 68, 60}, 800, 1.05, 2}, width, sheet.u(220));
    int y = sheet.paragraph(name, theme.text, x, content.y);
    auto const affiliation = sheet.flow(slide.person.affiliation, {{44, 40, 36}, 500, 1.20, 2}, width, sheet.u(120));
    if (!affiliation.lines.empty()) y = sheet.paragraph(affiliation, theme.text_2, x, y + sheet.u(30));
    y = announcement(sheet, slide, x, y + sheet.u(geometry.is_compact() ? 36 : 52), content.right());
    y = session_title(sheet, slide.title, {{48, 44, 40, 36}, 700, 1.16, 3}, x, y, sheet.u(40), width, 200);
    biography(sheet, slide.biography, x, y, width);
}

void lay_out_portrait(SpeakerSlide const& slide, Sheet& sheet) {
    auto const& content = sheet.geometry.content;
    auto const& theme = sheet.theme;
    Rect const box{content.x, content.y, sheet.u(360), sheet.u(450)};
    sheet.portrait(slide.person, box);
    int const x = box.right() + sheet.u(53), width = content.right() - x;
    auto const name = sheet.flow(slide.person.name, {{92, 84, 76, 68, 60, 52}, 800, 1.05, 2}, width, sheet.u(180));
    int y = sheet.paragraph(name, theme.text, x, content.y);
    auto const affiliation = sheet.flow(slide.person.affiliation, {{44, 40, 36, 32}, 500, 1.20, 2}, width, sheet.u(100));
    if (!affiliation.lines.empty()) y = sheet.paragraph(affiliation, theme.text_2, x, y + sheet.u(30));

    // Plate, time and wait stand one under the other and end with the photo, where there is room.
    auto const time = sheet.font(700, 42), relative = sheet.font(500, 42);
    int const cap = sheet.cap_height(time), step = cap + sheet.u(30);
    int const needed = sheet.u(58) + sheet.u(30) + cap + (slide.relative.empty() ? 0 : step);
    int top = std::max(box.bottom() - needed, y + sheet.u(44));
    if (!slide.plate.empty()) sheet.plate(slide.plate, slide.fill, x, top, width, 58);
    int baseline = top + sheet.u(58) + sheet.u(30) + cap;
    auto const when = sheet.flow(slide.time, time_style, width, sheet.u(80));
    sheet.line(when, theme.text, x, baseline);
    if (!slide.relative.empty()) sheet.line(slide.relative, relative, theme.text_2, x, baseline += step);

    y = std::max(box.bottom(), baseline);
    TextStyle const title{{56, 52, 48, 44, 40}, 700, 1.16, 4};
    y = session_title(sheet, slide.title, title, content.x, y, sheet.u(60), content.width, 280);
    biography(sheet, slide.biography, content.x, y, content.width);
}

}  // namespace

void lay_out(SpeakerSlide const& slide, Sheet& sheet) {
    if (sheet.geometry.is_portrait()) lay_out_portrait(slide, sheet);
    else lay_out_landscape(slide, sheet);
}

}  // namespace kiosk
