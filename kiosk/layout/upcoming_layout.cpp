#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// The columns: times up to `time_right`, the line at `axis`, titles from `title_x` on.
struct Columns {
    int time_right, axis, title_x, right;
};

FontRef digits_font(Sheet const& sheet, UpcomingRow const& row) {
    return sheet.font(row.is_pause ? 500 : 700, sheet.geometry.is_portrait() ? 52 : 50);
}
FontRef half_font(Sheet const& sheet) { return sheet.font(600, 28); }
FontRef relative_font(Sheet const& sheet) { return sheet.font(500, 32); }

Columns columns_of(Sheet const& sheet, std::vector<UpcomingRow> const& rows) {
    int width = sheet.u(120);
    for (auto const& row : rows) {
        int const half = row.half.empty() ? 0 : sheet.u(12) + sheet.metrics.text_width(row.half, half_font(sheet));
        width = std::max({width, sheet.metrics.text_width(row.digits, digits_font(sheet, row)) + half,
                          sheet.metrics.text_width(row.relative, relative_font(sheet))});
    }
    auto const& content = sheet.geometry.content;
    int const step = sheet.u(sheet.geometry.is_portrait() ? 41 : 50);
    int const time_right = content.x + width;
    return {time_right, time_right + step, time_right + 2 * step, content.right()};
}

/// One row, measured: what is drawn, and how high it is.
struct Row {
    UpcomingRow const* content;
    Paragraph title;
    std::string meta;
    bool with_photo = false;
    int height = 0;  // from the title's cap-top to the last baseline or the photo's foot
};

Row measure(Sheet const& sheet, UpcomingRow const& content, Columns const& columns, int space) {
    Row row{&content, {}, {}, sheet.has_photo(content.photo) && !sheet.geometry.is_compact()};
    int const below = sheet.u(24) + sheet.cap_height(sheet.font(500, 34));
    int const photo_width = sheet.u(104), photo_height = sheet.u(130);
    int const width = columns.right - columns.title_x - (row.with_photo ? photo_width + sheet.u(36) : 0);
    bool const narrow = width < sheet.u(800);
    int const size = sheet.geometry.is_compact() ? 40 : sheet.geometry.is_portrait() ? 44 : 46;
    row.title = sheet.flow(content.title, {{size, size - 4, size - 8}, content.is_pause ? 500 : 700, 1.16, narrow ? 4 : 3}, width, space - below);
    row.meta = sheet.meta_line(content.meta, sheet.font(500, 34), width);
    int const digits = sheet.cap_height(digits_font(sheet, content));
    int const words = digits - row.title.cap_height + row.title.height() + (row.meta.empty() ? 0 : below);
    int const times = digits + below;
    row.height = std::max({words, times, row.with_photo ? photo_height : 0});
    return row;
}

void draw(Sheet& sheet, Row const& row, Columns const& columns, int top) {
    auto const& theme = sheet.theme;
    auto const& content = *row.content;
    auto const digits = digits_font(sheet, content);
    int const baseline = top + sheet.cap_height(digits);
    int x = columns.time_right;
    if (!content.half.empty()) x = sheet.line(content.half, half_font(sheet), theme.muted, x, baseline, Align::right) - sheet.u(12);
    sheet.line(content.digits, digits, content.is_pause ? theme.text_2 : theme.text, x, baseline, Align::right);
    auto const relative = relative_font(sheet);
    sheet.line(content.relative, relative, content.is_pause ? theme.muted : theme.text_2, columns.time_right,
               baseline + sheet.u(24) + sheet.cap_height(relative), Align::right);

    int const middle = top + sheet.cap_height(digits) / 2;
    int const knockout = sheet.u(content.mark == Mark::keynote ? 46 : 40);
    sheet.shape({ShapeKind::rectangle, {columns.axis - knockout / 2, middle - knockout / 2, knockout, knockout}, theme.stage, knockout / 2});
    bool const special = content.mark == Mark::keynote || content.mark == Mark::invited;
    sheet.mark(content.mark, columns.axis, middle, 1, special ? theme.accent : content.mark == Mark::talk ? theme.text : theme.text_2);

    // Time and title share a baseline, though not a size.
    int const title_top = baseline - row.title.cap_height;
    int const last = sheet.paragraph(row.title, content.is_pause ? theme.text_2 : theme.text, columns.title_x, title_top);
    auto const meta = sheet.font(500, 34);
    sheet.line(row.meta, meta, content.is_pause ? theme.muted : theme.text_2, columns.title_x, last + sheet.u(24) + sheet.cap_height(meta));
    if (row.with_photo)
        sheet.photo(content.photo, {columns.right - sheet.u(104), top, sheet.u(104), sheet.u(130)});
}

}  // namespace

void lay_out(UpcomingSlide const& slide, Sheet& sheet) {
    auto const& content = sheet.geometry.content;
    auto const title = sheet.flow(slide.title, {{sheet.geometry.is_portrait() ? 84 : 76, 64, 56}, 800, 1.1, 1}, content.width, sheet.u(100));
    int const title_base = sheet.paragraph(title, sheet.theme.text, content.x, content.y);
    int const top = title_base + sheet.u(sheet.geometry.is_compact() ? 44 : 64);
    auto const columns = columns_of(sheet, slide.rows);

    std::vector<Row> rows;
    int const gap = sheet.u(44), space = content.bottom() - top;
    int used = 0;
    for (auto const& row : slide.rows) {
        if (rows.size() == 6) break;
        auto measured = measure(sheet, row, columns, space);
        int const more = measured.height + (rows.empty() ? 0 : gap);
        if (!rows.empty() && used + more > space) break;
        used += more;
        rows.push_back(std::move(measured));
    }
    if (rows.empty()) return;
    // What is left over goes between the rows, as far as they still belong together.
    int const gaps = static_cast<int>(rows.size()) - 1;
    int const wider = gaps == 0 ? gap : gap + std::clamp((space - used) / gaps, 0, sheet.u(40));
    int y = top, last_middle = top;
    for (auto const& row : rows) {
        last_middle = y + sheet.cap_height(digits_font(sheet, *row.content)) / 2;
        y += row.height + wider;
    }
    int const line_top = title_base + sheet.u(sheet.geometry.is_compact() ? 24 : 32),
              line_width = std::max(2, sheet.u(6));
    sheet.shape({ShapeKind::rectangle, {columns.axis - line_width / 2, line_top, line_width, last_middle - line_top}, sheet.theme.line, line_width / 2});
    y = top;
    for (auto const& row : rows) {
        draw(sheet, row, columns, y);
        y += row.height + wider;
    }
    // The whole rest of the day is on the screen: say when it ends.
    auto const note = sheet.font(500, 34);
    int const note_base = y - wider + sheet.u(52) + sheet.cap_height(note);
    if (rows.size() == slide.rows.size() && note_base <= content.bottom())
        sheet.line(slide.end_note, note, sheet.theme.muted, columns.title_x, note_base);
}

}  // namespace kiosk
