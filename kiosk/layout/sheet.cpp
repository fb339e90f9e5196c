#include "layout/sheet.hpp"

#include <algorithm>
#include <cmath>

#include "layout/qr_code.hpp"

#include "layout/text/direction.hpp"

namespace kiosk {
namespace {

constexpr double large_type = 44;  // u; from here on ink is aligned, not the pen

}  // namespace

Sheet::Sheet(Rect area, Color ground, Geometry const& geometry_, Theme const& theme_, Metrics const& metrics_)
    : geometry(geometry_), theme(theme_), metrics(metrics_), picture_{area, ground, {}} {}

std::string Sheet::meta_line(std::vector<MetaPart> const& parts, FontRef font, int width) const {
    static constexpr std::string_view separator = "  ·  ";
    std::vector<std::string> chosen;
    std::string line;
    auto const take = [&](std::string const& wording) {
        chosen.push_back(wording);
        auto longer = joined_left_to_right(chosen, separator);
        bool const fits = metrics.text_width(longer, font) <= width;
        if (fits)
            line = std::move(longer);
        else
            chosen.pop_back();
        return fits;
    };
    for (auto const& part : parts) {
        if (take(part.text)) continue;
        static_cast<void>(std::any_of(part.shorter.begin(), part.shorter.end(), take));
    }
    if (!line.empty() || parts.empty()) return line;
    auto const& least = parts.front().shorter.empty() ? parts.front().text : parts.front().shorter.back();
    int const size = static_cast<int>(std::lround(font.size_px / geometry.unit));
    auto const cut = flow(least, {{size}, font.weight, 1.2, 1}, width, 2 * font.size_px);
    return cut.lines.empty() ? "" : cut.lines.front();
}

int Sheet::line(std::string_view text, FontRef font, Color color, int x, int baseline, Align align,
                std::optional<Rect> clip) {
    if (text.empty()) return x;
    int const width = metrics.text_width(text, font);
    int const ink = font.size_px >= u(large_type) && align == Align::left ? u(2) - metrics.left_bearing(text, font) : 0;
    int const pen = align == Align::right ? x - width : x + ink;
    picture_.items.push_back(TextRun{std::string(text), font, color, pen, baseline, clip});
    return align == Align::right ? pen : pen + width;
}

int Sheet::struck_line(std::string_view text, FontRef font, Color color, Color stroke, int x, int baseline) {
    int const after = line(text, font, color, x, baseline);
    int const middle = baseline - cap_height(font) / 2, thickness = std::max(2, u(5));
    shape({ShapeKind::rectangle, {x - u(4), middle - thickness / 2, after - x + u(8), thickness}, stroke});
    return after;
}

int Sheet::line(Paragraph const& paragraph, Color color, int x, int baseline, Align align) {
    return paragraph.lines.empty() ? x
                                   : line(paragraph.lines.front(), paragraph.font, color, x, baseline, align);
}

int Sheet::paragraph(Paragraph const& paragraph, Color color, int x, int top, std::optional<Rect> clip) {
    int baseline = top + paragraph.cap_height;
    for (auto const& text : paragraph.lines) {
        line(text, paragraph.font, color, x, baseline, Align::left, clip);
        baseline += paragraph.pitch;
    }
    return top + paragraph.height();
}

void Sheet::rule(int x, int y, int width) {
    shape({ShapeKind::rectangle, {x, y, width, std::max(1, u(theme.rule_width))}, theme.line});
}

int Sheet::plate(std::string_view text, Fill fill, int x, int y, int most, double height, int size) {
    int const padding = u(height * 0.4);
    auto const label = flow(text, {{size, 30, 28}, 800, 1.2, 1}, most - 2 * padding, u(height));
    int const width = label.width + 2 * padding;
    // A frame lies inside a plate, so that what stands beside it keeps its place.
    int const frame = u(theme.frame_width) * 2 / 3;
    if (frame > 0) shape({ShapeKind::rectangle, {x, y, width, u(height)}, theme.frame, u(10)});
    shape({ShapeKind::rectangle, {x + frame, y + frame, width - 2 * frame, u(height) - 2 * frame}, fill_color(fill), u(10) - frame});
    paragraph(label, theme.ink, x + padding, y + (u(height) - label.cap_height) / 2);
    return x + width;
}

int Sheet::radius_for(int width) const {
    return width >= u(300) ? u(20) : width >= u(160) ? u(16) : width >= u(120) ? u(14) : u(12);
}

void Sheet::photo(std::string const& name, Rect box) {
    frame(box);
    picture_.items.push_back(ImageBox{name, box, radius_for(box.width)});
}

void Sheet::frame(Rect box) {
    int const width = u(theme.frame_width) * 2 / 3;
    if (width <= 0) return;
    int const radius = radius_for(box.width) + width;
    shape({ShapeKind::rectangle, {box.x - width, box.y - width, box.width + 2 * width, box.height + 2 * width}, theme.frame, radius});
}

void Sheet::portrait(PersonCard const& person, Rect box) {
    if (has_photo(person.photo)) return photo(person.photo, box);
    frame(box);
    shape({ShapeKind::rectangle, box, theme.monogram, radius_for(box.width)});
    // A bar of the accent at the foot, within the corners' width.
    int const bar = std::max(2, box.height * 22 / 1000);
    int const inset = radius_for(box.width);
    shape({ShapeKind::rectangle, {box.x + inset, box.bottom() - bar, box.width - 2 * inset, bar}, theme.accent});
    if (person.initials.empty()) return;
    FontRef const letters{800, static_cast<int>(std::lround(0.44 * box.width))};
    int const width = metrics.text_width(person.initials, letters);
    picture_.items.push_back(TextRun{person.initials, letters, theme.text, box.x + (box.width - width) / 2,
                                     box.y + (box.height + cap_height(letters)) / 2, box});
}

void Sheet::silhouette(Rect box) {
    frame(box);
    shape({ShapeKind::rectangle, box, theme.silhouette, radius_for(box.width)});
    pictogram("person", box, theme.figure);
}

void Sheet::pictogram(std::string name, Rect box, Color color) {
    picture_.items.push_back(Pictogram{std::move(name), box, color});
}

int Sheet::qr(std::string_view address, int x, int y, int side) {
    auto const code = qr_code(address);
    if (!code) return 0;
    constexpr int quiet_zone = 4;  // modules
    int const modules = code->side + 2 * quiet_zone, module = side / modules;
    if (module < 2) return 0;
    int const plate = modules * module;
    constexpr Color white{0xFF, 0xFF, 0xFF}, black{0, 0, 0};
    shape({ShapeKind::rectangle, {x, y, plate, plate}, white, u(10)});
    for (int row = 0; row < code->side; ++row)
        for (int column = 0; column < code->side; ++column) {
            int const first = column;
            while (column < code->side && code->is_dark(column, row)) ++column;
            if (column > first)
                shape({ShapeKind::rectangle, {x + (first + quiet_zone) * module, y + (row + quiet_zone) * module, (column - first) * module, module}, black});
        }
    return plate;
}

void Sheet::mark(Mark mark, int x, int y, double scale, Color color) {
    int const outline = color == theme.accent ? u(theme.mark_outline) : 0;
    if (outline > 0) {
        // The same mark, larger by the outline, in the colour of text below it.
        int const side = mark == Mark::keynote ? 30 : mark == Mark::invited ? 23 : 0;
        int const d = u(side * scale) + 2 * outline;
        if (side > 0) shape({ShapeKind::rectangle, {x - d / 2, y - d / 2, d, d}, theme.text, d / 2});
    }
    auto const size = [&](double units) { return std::max(3, u(units * scale)); };
    auto const centred = [&](int width, int height) { return Rect{x - width / 2, y - height / 2, width, height}; };
    auto const disc = [&](double units) {
        int const d = size(units);
        shape({ShapeKind::rectangle, centred(d, d), color, d / 2});
    };
    switch (mark) {
        case Mark::keynote: return disc(30);
        case Mark::invited: return disc(23);
        case Mark::talk:
            return shape({ShapeKind::ring, centred(size(22), size(22)), color, 0, std::max(2, u(5 * scale))});
        case Mark::posters: return shape({ShapeKind::rectangle, centred(size(20), size(20)), color, u(3)});
        case Mark::competition: return shape({ShapeKind::diamond, centred(size(24), size(24)), color});
        case Mark::pause: return shape({ShapeKind::rectangle, centred(size(22), size(6)), color, size(6) / 2});
        case Mark::other: return disc(14);
    }
}

int Sheet::pager_width(Pager const& pager) const {
    if (pager.count < 2 || geometry.is_compact()) return 0;
    return pager.count * u(34) + (pager.count - 1) * u(10);
}

void Sheet::pager(Pager const& pager) {
    int const width = pager_width(pager);
    if (width == 0) return;
    int const dash = u(34), gap = u(10), height = std::max(2, u(5));
    int x = geometry.content.right() - width;
    for (int i = 0; i < pager.count; ++i, x += dash + gap)
        shape({ShapeKind::rectangle, {x, geometry.size.height - u(32) - height / 2, dash, height},
               i == pager.current ? theme.text_2 : theme.pager, height / 2});
}

void Sheet::status(std::string_view text, Pager const& beside) {
    if (text.empty()) return;
    auto const& content = geometry.content;
    int const ring = u(14), middle = geometry.size.height - u(32), left = content.x + ring + u(14);
    shape({ShapeKind::ring, {content.x, middle - ring / 2, ring, ring}, theme.muted, 0, std::max(2, u(4))});
    auto const words = flow(text, {{28}, 500, 1.2, 1}, content.right() - pager_width(beside) - u(28) - left, u(40));
    if (!words.lines.empty()) line(words.lines.front(), words.font, theme.muted, left, middle + words.cap_height / 2);
}

Color Sheet::fill_color(Fill fill) const {
    return fill == Fill::accent ? theme.accent : fill == Fill::fog ? theme.fog : theme.tank;
}

}  // namespace kiosk
