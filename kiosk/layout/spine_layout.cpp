#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/utf8.hpp"
#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// One line of the spine; its colour depends on which side of the level it ends up.
struct SpineLine {
    std::string text;
    FontRef font;
    Color color;  ///< off the fill
    int x = 0, baseline = 0;
    Align align = Align::left;
    int ends_at = 0;  ///< x after it
};

/// Which of the spine's pictures is drawn: the level where it stands, or nothing or all of it filled.
enum class Filling { as_it_is, none, all };

/// A vertical stretch that the level must not cross.
struct Guard {
    int top, bottom;
};

/// Does ink hang below the baseline? Scripts other than Latin are taken to.
bool descends(std::string_view text) {
    if (text.find_first_of("gjpqyQ,;()") != std::string_view::npos) return true;
    auto const points = decode_utf8(text);
    return std::any_of(points.begin(), points.end(), [](CodePoint const& point) {
        bool const is_sign = point.value >= 0x2000 && point.value < 0x2C00;
        return point.value >= 0x0370 && !is_sign;
    });
}

/// The largest size at which `text` is no wider than `width`, and no larger than `most` u.
double filling_size(Sheet const& sheet, std::string_view text, int weight, int width, double most) {
    int const at_most = sheet.metrics.text_width(text, sheet.font(weight, most));
    return at_most <= width ? most : std::floor(most * width / std::max(at_most, 1));
}

/// Rooms by name, the event, its series: the part that never changes.
class LandscapeSpine {
public:
    LandscapeSpine(Spine const& spine, Sheet& sheet)
        : spine_(spine), sheet_(sheet), theme_(sheet.theme), area_(sheet.geometry.spine),
          scale_(sheet.geometry.is_compact() ? 0.82 : 1), margin_(sheet.u(sheet.geometry.is_compact() ? 32 : 44)),
          width_(area_.width - 2 * margin_) {}

    /// Finds every line's place, and the level's. Before draw().
    void place() {
        header();
        footer();
        int const top = area_.height - static_cast<int>(std::lround(static_cast<double>(area_.height) * spine_.level / 1000));
        bool const is_filled = spine_.fill != Fill::none && spine_.level > 0;
        ride(is_filled ? top : area_.height);
        edge_ = is_filled ? off_the_lines(top) : area_.height;
    }

    void draw(Sheet& target, Filling filling) const {
        int const edge = filling == Filling::as_it_is ? edge_ : filling == Filling::none ? area_.height : 0;
        if (edge < area_.height)
            target.shape({ShapeKind::rectangle, {area_.x, edge, area_.width, area_.height - edge}, sheet_.fill_color(spine_.fill)});
        if (int const frame = u_frame(); frame > 0) {
            if (filling == Filling::as_it_is && edge < area_.height)
                target.shape({ShapeKind::rectangle, {area_.x, edge, area_.width, frame}, theme_.frame});
            target.shape({ShapeKind::rectangle, {area_.right() - frame, area_.y, frame, area_.height}, theme_.frame});
        }
        for (auto const& line : lines_) {
            bool const on_fill = line.baseline > edge;
            target.line(line.text, line.font, on_fill ? theme_.ink : line.color, line.x, line.baseline, line.align);
        }
    }

    Rect filled() const { return {area_.x, edge_, area_.width, area_.height - edge_}; }
    Rect empty() const { return {area_.x, area_.height, area_.width, 0}; }

private:
    int u(double units) const { return sheet_.u(units * scale_); }
    int u_frame() const { return sheet_.u(theme_.frame_width); }
    FontRef font(int weight, double size) const { return sheet_.font(weight, std::max(size * scale_, 28.0)); }

    /// Adds a line whose cap-top is at `top`; returns its baseline.
    int add(std::string const& text, FontRef font, Color color, int top, int x_offset = 0) {
        if (text.empty()) return top;
        int const baseline = top + sheet_.cap_height(font);
        int const x = area_.x + margin_ + x_offset;
        lines_.push_back({text, font, color, x, baseline, Align::left, x + sheet_.metrics.text_width(text, font)});
        return baseline;
    }

    /// The same for a paragraph.
    int add(Paragraph const& paragraph, Color color, int top) {
        for (auto const& text : paragraph.lines) {
            add(text, paragraph.font, color, top);
            top += paragraph.pitch;
        }
        return paragraph.lines.empty() ? top : top - paragraph.pitch + paragraph.cap_height;
    }

    void header() {
        int y = add(spine_.room_label, font(600, 36), theme_.spine_text_2, u(72));
        bool const named = !spine_.room.empty();
        auto const& main = named ? spine_.room : spine_.event;
        if (!spine_.room_label.empty()) y += u(26);
        double const size = filling_size(sheet_, main, 800, width_, 150 * scale_);
        if (size >= 66 * scale_) {
            y = add(main, sheet_.font(800, size), theme_.spine_text, y);
        } else {
            std::vector<int> sizes;
            for (int const step : {72, 64, 56, 50, 44, 38, 34}) sizes.push_back(static_cast<int>(step * scale_));
            y = add(sheet_.flow(main, {sizes, 800, 1.1, 3}, width_, u(300)), theme_.spine_text, y);
        }
        if (named && !spine_.event.empty()) {
            auto const event = sheet_.flow(spine_.event, {scaled({44, 40, 36}), 700, 1.15, 3}, width_, u(200));
            y = add(event, theme_.spine_text, y + u(46));
        }
        if (!spine_.series.empty()) {
            auto const series = sheet_.flow(spine_.series, {scaled({34, 32, 30}), 500, 1.2, 2}, width_, u(100));
            y = add(series, theme_.spine_text_2, y + u(22));
        }
        header_bottom_ = y;
    }

    void footer() {
        auto const note = font(600, 34);
        int const note_base = area_.height - u(72);
        auto const fitted = sheet_.flow(spine_.clock_note, {scaled({34, 32, 30, 28}), 600, 1.2, 1}, width_, u(60));
        if (!fitted.lines.empty()) add(fitted.lines.front(), fitted.font, theme_.spine_text_2, note_base - fitted.cap_height);
        double const size = std::min({126.0 * scale_, std::floor(width_ / sheet_.geometry.unit / 2.62),
                                      filling_size(sheet_, spine_.clock, 700, width_, 126 * scale_)});
        auto const clock = sheet_.font(700, size);
        clock_top_ = note_base - sheet_.cap_height(note) - u(32) - sheet_.cap_height(clock);
        add(spine_.clock, clock, theme_.spine_text, clock_top_);
        auto const above = [&](std::string const& text, FontRef f, Color color) {
            if (text.empty()) return;
            clock_top_ -= u(32) + sheet_.cap_height(f);
            add(text, f, color, clock_top_);
        };
        if (spine_.is_simulated) above(spine_.simulated_label, font(700, 34), theme_.spine_text);
        if (spine_.ride.empty() && !spine_.until.empty()) {
            auto const ended = sheet_.flow(spine_.until, {scaled({44, 40, 36, 32}), 700, 1.2, 1}, width_, u(80));
            above(ended.lines.front(), ended.font, theme_.spine_text);
        }
    }

    std::vector<int> scaled(std::vector<int> sizes) const {
        for (int& size : sizes) size = std::max(28, static_cast<int>(size * scale_));
        return sizes;
    }

    /// "27 min left, until 10:55 AM", with what is on above it while the stage shows something else.
    void ride(int level_top) {
        if (spine_.ride.empty()) return;
        auto const label = font(600, 30), number = number_font(), unit = font(600, 40), until = font(600, 36);
        Paragraph now;
        int height = sheet_.cap_height(number) + u(30) + sheet_.cap_height(until);
        int const free = clock_top_ - u(46) - header_bottom_ - u(52);
        if (!spine_.now.empty()) {
            int const label_height = sheet_.cap_height(label) + u(22);
            int const most = free - height - label_height - u(42);
            now = sheet_.flow(spine_.now, {scaled({40, 36, 34}), 700, 1.18, 3}, width_, std::max(most, 0));
            if (now.height() <= most) height += label_height + now.height() + u(42);
            else now = {};
        }
        int top = std::max(level_top + u(36), header_bottom_ + u(52));  // on the fill
        if (top + height > clock_top_ - u(46)) {
            top = std::min(level_top - u(36), clock_top_ - u(46)) - height;  // above it
            if (top < header_bottom_ + u(52)) top = clock_top_ - u(46) - height;  // as low as it goes
        }
        if (!now.lines.empty()) {
            top = add(spine_.now_label, label, theme_.spine_text_2, top) + u(22);
            top = add(now, theme_.spine_text, top) + u(42);
        }
        int const baseline = top + sheet_.cap_height(number);
        int x = 0;
        for (auto const& part : spine_.ride) {
            if (!part.number.empty()) {
                add(part.number, number, theme_.spine_text, top, x);
                x = lines_.back().ends_at - area_.x - margin_ + u(14);
            }
            if (part.unit.empty()) continue;
            add(part.unit, unit, theme_.spine_text, baseline - sheet_.cap_height(unit), x);
            x = lines_.back().ends_at - area_.x - margin_ + u(18);
        }
        auto const fitted = sheet_.flow(spine_.until, {scaled({36, 34, 32, 28}), 600, 1.2, 1}, width_, u(60));
        if (!fitted.lines.empty()) add(fitted.lines.front(), fitted.font, theme_.spine_text_2, baseline + u(30));
    }

    /// "1 h 40 min to go" needs smaller numbers than "27 min left".
    FontRef number_font() const {
        for (double size = 104; size > 48; size -= 8) {
            int width = 0;
            for (auto const& part : spine_.ride)
                width += sheet_.metrics.text_width(part.number, font(800, size)) + u(14 + 18) +
                         sheet_.metrics.text_width(part.unit, font(600, 40));
            if (width - u(18) <= width_) return font(800, size);
        }
        return font(800, 48);
    }

    /// The level moved to the nearer edge of the lines that it would cross.
    int off_the_lines(int level_top) const {
        std::vector<Guard> guards;
        for (auto const& line : lines_) {
            int const below = u(14) + (descends(line.text) ? line.font.size_px / 10 : 0);
            guards.push_back({line.baseline - sheet_.cap_height(line.font) - u(14), line.baseline + below});
        }
        std::sort(guards.begin(), guards.end(), [](Guard const& a, Guard const& b) { return a.top < b.top; });
        std::vector<Guard> merged;
        for (auto const& guard : guards) {
            if (!merged.empty() && guard.top - merged.back().bottom < u(6)) merged.back().bottom = std::max(merged.back().bottom, guard.bottom);
            else merged.push_back(guard);
        }
        for (auto const& guard : merged)
            if (level_top > guard.top && level_top < guard.bottom)
                return level_top - guard.top < guard.bottom - level_top ? guard.top : guard.bottom;
        return level_top;
    }

    Spine const& spine_;
    Sheet& sheet_;
    Theme const& theme_;
    Rect area_;
    double scale_;
    int margin_, width_;
    std::vector<SpineLine> lines_;
    int header_bottom_ = 0, clock_top_ = 0, edge_ = 0;
};

void portrait_header(Spine const& spine, Sheet& sheet) {
    auto const& theme = sheet.theme;
    Rect const area = sheet.geometry.spine;
    int const left = area.x + sheet.u(72), right = area.right() - sheet.u(72), width = right - left;
    auto const small = sheet.font(600, 36);
    int const small_base = sheet.u(58) + sheet.cap_height(small);
    sheet.line(spine.room_label, small, theme.spine_text_2, left, small_base);
    auto const note = spine.is_simulated ? spine.simulated_label : spine.clock_note;
    sheet.line(note, spine.is_simulated ? sheet.font(700, 36) : small, spine.is_simulated ? theme.spine_text : theme.spine_text_2, right, small_base, Align::right);

    auto const clock = sheet.font(700, spine.clock.size() > 5 ? 96 : 124);
    int const baseline = sheet.u(108) + sheet.cap_height(sheet.font(700, 124));
    int const clock_left = sheet.line(spine.clock, clock, theme.spine_text, right, baseline, Align::right);
    int const room_width = clock_left - sheet.u(48) - left;
    bool const named = !spine.room.empty();
    auto const& main = named ? spine.room : spine.event;
    double const size = filling_size(sheet, main, 800, room_width, 124);
    if (size >= 60) {
        sheet.line(main, sheet.font(800, size), theme.spine_text, left, baseline);
    } else {
        auto const wrapped = sheet.flow(main, {{60, 56, 50, 44, 38, 34, 30}, 800, 1.1, 2}, room_width, sheet.u(110));
        sheet.paragraph(wrapped, theme.spine_text, left, baseline - wrapped.height());
    }
    int const foot = sheet.u(268);
    auto const series = sheet.flow(spine.series, {{36, 34, 32, 28}, 500, 1.2, 1}, width * 45 / 100, sheet.u(60));
    int after = right;
    if (!series.lines.empty()) after = sheet.line(series.lines.front(), series.font, theme.spine_text_2, right, foot, Align::right) - sheet.u(36);
    if (!named) return;
    auto const event = sheet.flow(spine.event, {{40, 36, 34, 30}, 700, 1.2, 1}, after - left, sheet.u(60));
    if (!event.lines.empty()) sheet.line(event.lines.front(), event.font, theme.spine_text, left, foot);
}

struct TankText {
    std::string text;
    FontRef font;
    int width;
};

/// What of the tank is filled.
Rect filled_tank(Spine const& spine, Rect tank) {
    bool const is_filled = spine.fill != Fill::none && spine.level > 0;
    int const width = is_filled ? static_cast<int>(std::lround(static_cast<double>(tank.width) * spine.level / 1000)) : 0;
    return {tank.x, tank.y, width, tank.height};
}

void draw_tank(Spine const& spine, Sheet& sheet, Rect tank, Filling filling) {
    auto const& theme = sheet.theme;
    auto filled = filled_tank(spine, tank);
    if (filling != Filling::as_it_is) filled.width = filling == Filling::none ? 0 : tank.width;
    sheet.shape({ShapeKind::rectangle, tank, theme.tank});
    if (filled.width > 0) sheet.shape({ShapeKind::rectangle, filled, sheet.fill_color(spine.fill)});
    int const frame = sheet.u(theme.frame_width);
    if (frame <= 0) return;
    for (int const y : {tank.y, tank.bottom() - frame}) sheet.shape({ShapeKind::rectangle, {tank.x, y, tank.width, frame}, theme.frame});
}

/// The line along the end of the fill, over everything.
void draw_edge(Sheet& sheet, Rect filled) {
    int const frame = sheet.u(sheet.theme.frame_width);
    if (frame > 0 && filled.width > 0)
        sheet.shape({ShapeKind::rectangle, {filled.right() - frame, filled.y, frame, filled.height}, sheet.theme.frame});
}

/// A line in the color of its ground; in both where the fill ends below it, as it may on a narrow screen.
void line_in_tank(Sheet& sheet, SpineLine const& line, Rect filled) {
    int const ends_at = line.x + sheet.metrics.text_width(line.text, line.font);
    bool const is_on_fill = ends_at <= filled.right(), is_cut = !is_on_fill && line.x < filled.right();
    auto const draw = [&](Color color, std::optional<Rect> clip) {
        sheet.line(line.text, line.font, color, line.x, line.baseline, Align::left, clip);
    };
    if (!is_cut) return draw(is_on_fill ? sheet.theme.ink : line.color, {});
    auto const& tank = sheet.geometry.tank;
    draw(line.color, Rect{filled.right(), tank.y, tank.right() - filled.right(), tank.height});
    draw(sheet.theme.ink, filled);
}

void tank(Spine const& spine, Sheet& sheet, Filling filling) {
    auto const& theme = sheet.theme;
    Rect const tank = sheet.geometry.tank;
    draw_tank(spine, sheet, tank, filling);
    int const edge = filled_tank(spine, tank).right();
    int const margin = sheet.u(72), baseline = tank.y + sheet.u(94);
    if (spine.ride.empty()) {
        auto const words = sheet.flow(spine.until, {{52, 48, 44, 40}, 700, 1.2, 1}, tank.width - 2 * margin, tank.height);
        if (!words.lines.empty()) sheet.line(words.lines.front(), words.font, theme.spine_text, tank.x + margin, baseline - sheet.u(4));
        return draw_edge(sheet, filling == Filling::as_it_is ? filled_tank(spine, tank) : Rect{});
    }
    std::vector<TankText> parts;
    int ride_width = 0;
    for (auto const& part : spine.ride) {
        for (auto const& [text, font, gap] : {std::tuple(part.number, sheet.font(800, 88), 16), std::tuple(part.unit, sheet.font(600, 44), 20)}) {
            if (text.empty()) continue;
            int const width = sheet.metrics.text_width(text, font) + sheet.u(gap);
            parts.push_back({text, font, width});
            ride_width += width;
        }
    }
    ride_width -= sheet.u(20);
    auto const until = sheet.flow(spine.until, {{40, 36, 32, 28}, 600, 1.2, 1}, tank.width - 2 * margin - ride_width - sheet.u(36), tank.height);
    int left = tank.x + margin, right = tank.right() - margin - until.width;
    // A text that the edge would cross joins the other one on its side.
    int const near = sheet.u(20);
    if (edge > left - near && edge < left + ride_width + near) left = right - sheet.u(36) - ride_width;
    else if (edge > right - near && edge < right + until.width + near) right = left + ride_width + sheet.u(36);
    Rect filled = filled_tank(spine, tank);
    if (filling != Filling::as_it_is) filled.width = filling == Filling::none ? 0 : tank.width;
    int x = left;
    for (auto const& part : parts) {
        line_in_tank(sheet, {part.text, part.font, theme.spine_text, x, baseline}, filled);
        x += part.width;
    }
    if (!until.lines.empty()) line_in_tank(sheet, {until.lines.front(), until.font, theme.spine_text_2, right, baseline}, filled);
    if (filling == Filling::as_it_is) draw_edge(sheet, filled);
}

}  // namespace

SpinePictures lay_out_spine(Spine const& spine, Geometry const& geometry, Theme const& theme, Metrics const& metrics) {
    Sheet as_it_is(geometry.spine, theme.spine, geometry, theme, metrics), drained = as_it_is, flooded = as_it_is;
    SpineLevel level;
    if (geometry.is_portrait()) {
        for (auto* const sheet : {&as_it_is, &drained}) portrait_header(spine, *sheet);
        tank(spine, as_it_is, Filling::as_it_is);
        tank(spine, drained, Filling::none);
        tank(spine, flooded, Filling::all);
        level.filled = filled_tank(spine, geometry.tank);
        level.empty = {geometry.tank.x, geometry.tank.y, 0, geometry.tank.height};
    } else {
        LandscapeSpine column(spine, as_it_is);
        column.place();
        column.draw(as_it_is, Filling::as_it_is);
        column.draw(drained, Filling::none);
        column.draw(flooded, Filling::all);
        level.filled = column.filled();
        level.empty = column.empty();
    }
    if (spine.fill == Fill::none) return {as_it_is.take(), {}};
    level.drained = drained.take();
    level.flooded = flooded.take();
    level.flooded.ground = as_it_is.fill_color(spine.fill);
    level.edge_px = geometry.u(theme.frame_width);
    level.edge_color = theme.frame;
    return {as_it_is.take(), std::move(level)};
}

}  // namespace kiosk
