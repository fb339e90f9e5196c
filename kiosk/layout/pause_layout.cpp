#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

TextStyle const after_title{{60, 56, 52, 48, 44, 40, 36}, 700, 1.14, 3};

struct ResumeFonts {
    FontRef label, old_time, time;
};

/// The largest at which "Resumes 11:10 AM", with the old time before the new one, has room on one line.
ResumeFonts fitting_fonts(Sheet const& sheet, PauseSlide::After const& after, int width) {
    auto const fonts = [&](int size) {
        return ResumeFonts{sheet.font(600, size * 11 / 15), sheet.font(400, size), sheet.font(800, size)};
    };
    auto const width_of = [&](std::string const& text, FontRef font) {
        return sheet.metrics.text_width(text, font);
    };
    for (int const size : {60, 56, 52, 48, 44, 40, 36}) {
        auto const [label, old_time, time] = fonts(size);
        int const old = after.old_time.empty() ? 0 : width_of(after.old_time, old_time) + sheet.u(28);
        int const needed = width_of(after.label, label) + sheet.u(22) + old + width_of(after.time, time);
        if (needed + sheet.u(8) <= width) return {label, old_time, time};
    }
    return fonts(32);
}

/// "Resumes 11:10 AM  Talk", the title and who gives it. Returns the y of its rule.
int resume_block(Sheet& sheet, PauseSlide::After const& after) {
    auto const& geometry = sheet.geometry;
    auto const& content = geometry.content;
    auto const& theme = sheet.theme;
    if (after.time.empty()) return content.bottom();
    bool const with_photo = after.people.size() == 1 && sheet.has_photo(after.people.front().photo);
    int const most = sheet.u(geometry.is_portrait() ? 423 : geometry.is_compact() ? 264 : 336);
    // An upright screen has room to spare: there little that comes stands on the margin, not above a hole.
    bool const is_little = geometry.is_portrait() && !with_photo && after.who.empty();
    int const above = sheet.u(geometry.is_compact() ? 34 : 48);
    int const title_space = most - above - sheet.cap_height(sheet.font(800, 60)) - sheet.u(42);
    int const spare = is_little ? title_space - sheet.flow(after.title, after_title, content.width, title_space).height() : 0;
    int const rule = content.bottom() - most + std::max(0, spare);
    sheet.rule(content.x, rule, content.width);

    int width = content.width;
    if (with_photo) {
        Rect box{0, rule + sheet.u(geometry.is_compact() ? 36 : 52), sheet.u(168), sheet.u(210)};
        if (geometry.is_portrait()) box = {0, box.y, sheet.u(208), sheet.u(260)};
        box.x = content.right() - box.width;
        sheet.photo(after.people.front().photo, box);
        width -= box.width + sheet.u(48);
    }
    auto const [label, old_time, time] = fitting_fonts(sheet, after, width);
    auto const type = sheet.font(500, 44);
    int const baseline = rule + above + sheet.cap_height(time);
    int x = sheet.line(after.label, label, theme.text_2, content.x, baseline) + sheet.u(22);
    if (!after.old_time.empty())
        x = sheet.struck_line(after.old_time, old_time, theme.muted, theme.text_2, x, baseline) + sheet.u(28);
    x = sheet.line(after.time, time, theme.text, x, baseline);
    if (x + sheet.u(30) + sheet.metrics.text_width(after.type, type) <= content.x + width)
        sheet.line(after.type, type, theme.text_2, x + sheet.u(30), baseline);

    auto const person = sheet.flow(after.who, {{44, 40, 36, 32}, 500, 1.2, 1}, width, sheet.u(44));
    int const title_top = baseline + sheet.u(42);
    int const space = content.bottom() - title_top - (after.who.empty() ? 0 : sheet.u(36) + person.height());
    auto const title = sheet.flow(after.title, after_title, width, space);
    int const last = sheet.paragraph(title, theme.text, content.x, title_top);
    sheet.paragraph(person, theme.text_2, content.x, last + sheet.u(36));
    return rule;
}

TextStyle title_style(Geometry const& geometry) {
    if (geometry.is_compact() && !geometry.is_portrait()) return {{120, 112, 104, 96, 84, 72, 60, 48}, 800, 1.02, 2, Lines::balanced};
    if (geometry.is_portrait()) return {{192, 176, 160, 148, 136, 120, 104, 96, 84, 72, 60}, 800, 1.02, 3, Lines::balanced};
    return {{176, 160, 148, 136, 120, 104, 96, 84, 72, 60}, 800, 1.02, 2, Lines::balanced};
}

}  // namespace

void lay_out(PauseSlide const& slide, Sheet& sheet) {
    auto const& geometry = sheet.geometry;
    auto const& content = geometry.content;
    int const bottom = resume_block(sheet, slide.after);
    bool const portrait = geometry.is_portrait();
    int const side = sheet.u(portrait ? 260 : geometry.is_compact() ? 200 : 300);
    bool const with_pictogram = !slide.pictogram.empty();
    int const width = with_pictogram && !portrait ? content.width - side - sheet.u(48) : content.width;
    int top = head_row(sheet, slide.plate, slide.fill, slide.type, slide.time, width) + sheet.u(geometry.is_compact() ? 56 : 96);
    int const title_needs = sheet.u(100);
    bool const room_for_pictogram = !portrait || bottom - top - side - sheet.u(96) >= title_needs;
    if (with_pictogram && room_for_pictogram) {
        Rect const box{portrait ? content.x : content.right() - side, portrait ? top : content.y, side, side};
        // Fog vanishes on a light stage.
        bool const is_seen = contrast(sheet.theme.fog, sheet.theme.stage) >= 3;
        sheet.pictogram(slide.pictogram, box, is_seen ? sheet.theme.fog : sheet.theme.text);
        if (portrait) top += side + sheet.u(96);
    }
    auto const title = sheet.flow(slide.title, title_style(geometry), width, bottom - sheet.u(56) - top);
    sheet.paragraph(title, sheet.theme.text, content.x, top);
}

}  // namespace kiosk
