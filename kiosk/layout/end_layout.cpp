#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// On one line where that leaves it large; else on up to three.
Paragraph set_headline(Sheet const& sheet, std::string const& headline, int width, int space) {
    bool const compact = sheet.geometry.is_compact();
    auto line = sheet.flow(headline, {compact ? std::vector{120, 104, 96, 88} : std::vector{208, 192, 176, 160, 144}, 800, 1.04, 1}, width, space);
    if (!line.is_cut && line.height() <= space) return line;
    auto const sizes = compact ? std::vector{96, 88, 80, 72, 64, 56} : std::vector{176, 160, 144, 128, 112, 100, 88, 76};
    return sheet.flow(headline, {sizes, 800, 1.04, 3, Lines::balanced}, width, space);
}

}  // namespace

void lay_out(EndSlide const& slide, Sheet& sheet) {
    auto const& geometry = sheet.geometry;
    auto const& content = geometry.content;
    auto const& theme = sheet.theme;
    auto const logo = lay_out_logo(slide.logo, slide.plate, slide.date, sheet);
    int const head = head_row(sheet, slide.plate, Fill::fog, "", slide.date, width_beside(logo, sheet));

    // Link and contact stand on the bottom margin, beside the code for phones.
    int bottom = content.bottom();
    int const side = sheet.u(geometry.is_compact() ? 180 : 264);
    int const code = sheet.qr(slide.url, content.x, bottom - side, side);
    int const x = content.x + (code > 0 ? code + sheet.u(48) : 0), width = content.right() - x;
    for (auto line = slide.lines.rbegin(); line != slide.lines.rend(); ++line) {
        bool const first = std::next(line) == slide.lines.rend();
        auto const words = sheet.flow(*line, {{44, 40, 36, 32}, first ? 700 : 500, 1.2, 1}, width, sheet.u(60));
        bottom -= words.height();
        sheet.paragraph(words, first ? theme.text : theme.text_2, x, bottom);
        bottom -= sheet.u(30);
    }
    if (code > 0) bottom = std::min(bottom, content.bottom() - side);
    int const top = head + sheet.u(geometry.is_compact() ? 60 : 108);
    int const both = bottom - sheet.u(40) - top;
    TextStyle const style{{60, 56, 52, 48, 44, 40}, 500, 1.2, 4, Lines::balanced};
    auto text =
        sheet.flow(slide.text, style, content.width, std::min(sheet.u(300), both - sheet.u(62 + 110)));
    if (both - sheet.u(62) - text.height() < sheet.u(80)) text = {};  // the headline has no room beside it
    int const end = bottom - sheet.u(40) - (text.lines.empty() ? 0 : sheet.u(62) + text.height());
    auto const set = [&](int from, int width_there) { return set_headline(sheet, slide.headline, width_there, end - from); };
    auto const headline = headline_by_logo(logo, top, end, set, sheet);
    int const last = sheet.paragraph(headline.paragraph, theme.text, content.x, headline.top);
    bool const has_room = last + sheet.u(62) + text.height() <= bottom - sheet.u(24);  // else the headline has to do
    if (has_room) sheet.paragraph(text, theme.text_2, content.x, last + sheet.u(62));
}

}  // namespace kiosk
