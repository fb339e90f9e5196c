#include <algorithm>
#include <map>
#include <span>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// Where things stand in a row: from the column's left edge, the mark from the time, the title from there.
constexpr double least_time_width = 92, mark_center = 29, title_left = 58, bar_overhang = 18;  // u

struct SetRow {
    DayRow const* content;
    Paragraph title;
};

/// A column of rows under its heading.
struct SetColumn {
    std::string heading;
    std::vector<SetRow> rows;
};

/// Rows stand at least 0.75 em apart, and further where there is room to spare.
constexpr double least_gap = 0.75, widest_gap = 0.90;  // em

/// One attempt: everything set at one size with so many lines a row.
struct Attempt {
    int size = 36, max_lines = 4;
    bool is_cut = false;
    double gap = least_gap;  // em
    std::vector<SetColumn> columns = {};
    int time_width = 0;  // pixels; of the widest time
};

int time_width(Sheet const& sheet, std::span<DayRow const> rows, int size) {
    int width = sheet.u(least_time_width);
    for (auto const& row : rows)
        width = std::max(width, sheet.metrics.text_width(row.digits, sheet.font(600, size)));
    return width;
}

int row_gap(Sheet const& sheet, Attempt const& attempt) { return sheet.u(attempt.size * attempt.gap); }

int rows_height(Sheet const& sheet, SetColumn const& column, Attempt const& attempt) {
    int height = 0;
    for (auto const& row : column.rows) height += row.title.height() + row_gap(sheet, attempt);
    return height - (column.rows.empty() ? 0 : row_gap(sheet, attempt));
}

/// Heading with its rule, down to the first row's cap-top.
int heading_height(Sheet const& sheet) {
    return sheet.cap_height(sheet.font(700, 30)) + sheet.u(24) + sheet.u(30);
}

/// `fuller`: the same column at the same size with more lines a row; a title that needs no more than now
/// is set as it was there.
SetColumn set_column(Sheet const& sheet, std::string heading, std::span<DayRow const> rows, int width,
                     Attempt& attempt, SetColumn const* fuller = nullptr) {
    TextStyle const style{{attempt.size}, 600, 1.20, attempt.max_lines};
    int const title_width = width - attempt.time_width - sheet.u(title_left);
    SetColumn column{std::move(heading), {}};
    for (auto const& row : rows) {
        auto const* known = fuller ? &fuller->rows[column.rows.size()].title : nullptr;
        bool const holds =
            known && !known->is_cut && known->lines.size() <= static_cast<std::size_t>(attempt.max_lines);
        auto title = holds ? *known : sheet.flow(row.title, style, title_width, sheet.u(400));
        attempt.is_cut = attempt.is_cut || title.is_cut;
        column.rows.push_back({&row, std::move(title)});
    }
    return column;
}

struct Group {
    std::string heading;
    std::span<DayRow const> rows;
};

/// Morning and afternoon; a lopsided day is split at half its rows, without headings.
std::vector<Group> groups_of(DaySlide const& slide) {
    std::span<DayRow const> const rows(slide.rows);
    auto const noon = static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(), [](DayRow const& row) { return row.is_afternoon; }) - rows.begin());
    auto const longer = std::max(noon, rows.size() - noon);
    if (rows.size() < 6) return {{"", rows}};
    if (longer * 100 > rows.size() * 65) {
        auto const half = (rows.size() + 1) / 2;
        return {{"", rows.subspan(0, half)}, {"", rows.subspan(half)}};
    }
    return {{slide.morning, rows.subspan(0, noon)}, {slide.afternoon, rows.subspan(noon)}};
}

/// The largest setting with the most lines a row that fits `space`; whole titles before cut ones.
/// Empty: nothing fits.
template <class Fits>
std::optional<Attempt> search(Sheet const& sheet, std::vector<Group> const& groups, int width, std::vector<int> const& sizes, Fits fits) {
    std::optional<Attempt> with_cuts;
    std::map<int, std::vector<SetColumn>> fuller;  // by size
    for (int max_lines = 4; max_lines >= 1; --max_lines) {
        for (int const size : sizes) {
            Attempt attempt{size, max_lines};
            for (auto const& group : groups)
                attempt.time_width = std::max(attempt.time_width, time_width(sheet, group.rows, size));
            auto const& known = fuller[size];
            for (std::size_t i = 0; i < groups.size(); ++i)
                attempt.columns.push_back(set_column(sheet, groups[i].heading, groups[i].rows, width, attempt,
                                                     known.empty() ? nullptr : &known[i]));
            fuller[size] = attempt.columns;
            if (!fits(attempt)) continue;
            for (double gap = widest_gap; gap > least_gap; gap -= 0.03) {
                attempt.gap = gap;
                if (fits(attempt)) break;
                attempt.gap = least_gap;
            }
            if (!attempt.is_cut) return attempt;
            if (!with_cuts) with_cuts = std::move(attempt);
        }
    }
    return with_cuts;
}

void draw_row(Sheet& sheet, SetRow const& row, int x, int width, int top, Attempt const& attempt) {
    int const size = attempt.size, after_time = x + attempt.time_width;
    auto const& theme = sheet.theme;
    auto const& content = *row.content;
    bool const current = content.state == DayRow::State::current, past = content.state == DayRow::State::past;
    auto const font = sheet.font(600, size);
    int const cap = sheet.cap_height(font);
    if (current) {
        int const overhang = sheet.u(bar_overhang), margin = sheet.u(size * 0.32);
        sheet.shape({ShapeKind::rectangle, {x - overhang, top - margin, width + 2 * overhang, row.title.height() + 2 * margin},
                     sheet.fill_color(content.fill), sheet.u(12)});
    }
    Color const title = current ? theme.ink : past ? theme.muted : content.is_pause ? theme.text_2 : theme.text;
    Color const time = current ? theme.ink : past || content.is_pause ? theme.muted : theme.text_2;
    bool const special = content.mark == Mark::keynote || content.mark == Mark::invited;
    Color const mark = current ? theme.ink : past ? theme.muted : special ? theme.accent : theme.text_2;
    sheet.line(content.digits, font, time, after_time, top + cap, Align::right);
    sheet.mark(content.mark, after_time + sheet.u(mark_center), top + cap / 2, 0.8, mark);
    int const left = after_time + sheet.u(title_left);
    sheet.paragraph(row.title, title, left, top);
    if (content.is_cancelled)
        for (std::size_t i = 0; i < row.title.lines.size(); ++i)
            sheet.shape({ShapeKind::rectangle, {left, top + cap / 2 + static_cast<int>(i) * row.title.pitch, row.title.width, std::max(2, sheet.u(3))}, title});
}

/// Returns the y below the last row.
int draw_column(Sheet& sheet, SetColumn const& column, int x, int width, int top, Attempt const& attempt) {
    if (!column.heading.empty()) {
        auto const heading = sheet.font(700, 30);
        int const baseline = top + sheet.cap_height(heading);
        sheet.line(column.heading, heading, sheet.theme.muted, x, baseline);
        sheet.rule(x, baseline + sheet.u(24) - sheet.u(3), width);
        top = baseline + sheet.u(24) + sheet.u(30);
    }
    for (auto const& row : column.rows) {
        draw_row(sheet, row, x, width, top, attempt);
        top += row.title.height() + row_gap(sheet, attempt);
    }
    return top - row_gap(sheet, attempt);
}

/// A window of one column, from two rows before the current one.
void draw_window(DaySlide const& slide, Sheet& sheet, int top) {
    auto const& content = sheet.geometry.content;
    auto const current = std::find_if(slide.rows.begin(), slide.rows.end(), [](DayRow const& row) { return row.state != DayRow::State::past; });
    auto first = static_cast<std::size_t>(current - slide.rows.begin());
    first = first >= 2 ? first - 2 : 0;
    Attempt attempt{sheet.geometry.is_compact() ? 34 : 38, 2};
    std::span<DayRow const> const rows(slide.rows);
    attempt.time_width = time_width(sheet, rows, attempt.size);
    auto column = set_column(sheet, "", rows.subspan(first), content.width, attempt);
    int const space = content.bottom() - top;
    while (column.rows.size() > 1 && rows_height(sheet, column, attempt) > space) column.rows.pop_back();
    // Room left at the end of the day: show more of what has been.
    for (; first > 0; --first) {
        auto const before = set_column(sheet, "", rows.subspan(first - 1, 1), content.width, attempt).rows.front();
        column.rows.insert(column.rows.begin(), before);
        if (rows_height(sheet, column, attempt) <= space) continue;
        column.rows.erase(column.rows.begin());
        break;
    }
    draw_column(sheet, column, content.x, content.width, top, attempt);
}

}  // namespace

void lay_out_ahead(std::string_view title, std::vector<DayRow> const& rows, Rect column, Sheet& sheet) {
    auto const heading = sheet.font(800, 42);
    int const baseline = column.y + (sheet.u(60) + sheet.cap_height(heading)) / 2;  // level with the plate beside it
    sheet.line(title, heading, sheet.theme.text, column.x, baseline);
    int const top = baseline + sheet.u(56);
    Attempt attempt{36, 3, false, 1.0};
    attempt.time_width = time_width(sheet, rows, attempt.size);
    auto set = set_column(sheet, "", rows, column.width, attempt);
    while (set.rows.size() > 1 && rows_height(sheet, set, attempt) > column.bottom() - top) set.rows.pop_back();
    draw_column(sheet, set, column.x, column.width, top, attempt);
}

void lay_out(DaySlide const& slide, Sheet& sheet) {
    auto const& geometry = sheet.geometry;
    auto const& content = geometry.content;
    auto const title = sheet.flow(slide.title, {{geometry.is_portrait() ? 72 : 64, 56, 48}, 800, 1.1, 1}, content.width, sheet.u(100));
    int const top = sheet.paragraph(title, sheet.theme.text, content.x, content.y) + sheet.u(geometry.is_compact() ? 36 : 52);
    int const space = content.bottom() - top;
    auto const groups = groups_of(slide);
    bool const with_headings = !groups.front().heading.empty();
    int const heading = with_headings ? heading_height(sheet) : 0;

    if (geometry.is_portrait()) {
        int const between = sheet.u(56);
        auto const total = [&](Attempt const& attempt) {
            int height = 0;
            for (auto const& column : attempt.columns)
                height += (height ? (with_headings ? between : row_gap(sheet, attempt)) : 0) + heading + rows_height(sheet, column, attempt);
            return height;
        };
        auto const found = search(sheet, groups, content.width, {38, 36, 34, 32}, [&](Attempt const& a) { return total(a) <= space; });
        if (!found) return draw_window(slide, sheet, top);
        int y = top;
        for (auto const& column : found->columns)
            y = draw_column(sheet, column, content.x, content.width, y, *found) + (with_headings ? between : row_gap(sheet, *found));
        return;
    }
    int const gap = sheet.u(60);
    auto const columns = static_cast<int>(groups.size());
    int const width = (content.width - gap * (columns - 1)) / columns;
    if (width < sheet.u(480)) return draw_window(slide, sheet, top);
    auto const found = search(sheet, groups, width, {36, 34, 32}, [&](Attempt const& attempt) {
        return std::all_of(attempt.columns.begin(), attempt.columns.end(), [&](SetColumn const& column) {
            return heading + rows_height(sheet, column, attempt) <= space;
        });
    });
    if (!found) return draw_window(slide, sheet, top);
    int x = content.x;
    for (auto const& column : found->columns) {
        draw_column(sheet, column, x, width, top, *found);
        x += width + gap;
    }
}

}  // namespace kiosk
