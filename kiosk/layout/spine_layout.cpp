#include <algorithm>
#include <cmath>

#include "layout/slide_layouts.hpp"
#include "layout/text/script.hpp"

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

/// The largest size at which `text` is no wider than `width`, and no larger than `most` u.
int filling_size(Sheet const& sheet, std::string_view text, int weight, int width, double most) {
    int const at_most = sheet.metrics.text_width(text, sheet.font(weight, most));
    if (at_most <= width) return static_cast<int>(most);
    int const size = static_cast<int>(most * width / std::max(at_most, 1));
    // Sizes are whole pixels: rounded up, a little too wide.
    return sheet.metrics.text_width(text, sheet.font(weight, size)) <= width ? size : size - 1;
}

/// The spine's own sizes: those of the design, by the scale of this screen, and never too small to read.
class SpineSizes {
public:
    explicit SpineSizes(Sheet const& sheet) : sheet_(sheet), scale_(sheet.geometry.spine_scale) {}
    int u(double units) const { return sheet_.u(units * scale_); }
    FontRef font(int weight, double size) const {
        return sheet_.font(weight, std::max(size * scale_, smallest));
    }
    std::vector<int> steps(std::vector<int> sizes) const {
        for (int& size : sizes) size = static_cast<int>(std::max(size * scale_, smallest));
        return sizes;
    }

private:
    static constexpr double smallest = 28;
    Sheet const& sheet_;
    double scale_;
};

/// Rooms by name, the event, its series: the part that never changes.
class LandscapeSpine {
public:
    LandscapeSpine(Spine const& spine, Sheet& sheet)
        : spine_(spine),
          sheet_(sheet),
          theme_(sheet.theme),
          area_(sheet.geometry.spine),
          scale_(sheet.geometry.spine_scale),
          sizes_(sheet),
          margin_(sheet.u(sheet.geometry.is_compact() ? 32 : 44)),
          width_(area_.width - 2 * margin_) {}

    /// Finds every line's place, and the level's. Before draw().
    void place() {
        footer();
        header();
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
    int u(double units) const { return sizes_.u(units); }
    int u_frame() const { return sheet_.u(theme_.frame_width); }
    FontRef font(int weight, double size) const { return sizes_.font(weight, size); }

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
        int const end = top + paragraph.height();
        for (auto const& text : paragraph.lines) {
            add(text, paragraph.font, color, top);
            top += paragraph.pitch;
        }
        return end;
    }

    /// The same `gap` below `y`, if it then ends above `limit`. Returns its last baseline, else `y`.
    int add_within(int limit, Paragraph const& paragraph, Color color, int y, int gap) {
        return y + gap + paragraph.height() <= limit ? add(paragraph, color, y + gap) : y;
    }

    /// How far down the header may reach: what is left of the time has its place below.
    int header_limit() const {
        if (spine_.ride.empty()) return clock_top_ - u(52);
        return clock_top_ - u(46) - sheet_.cap_height(font(600, 36)) - u(30) -
               sheet_.cap_height(font(800, 104)) - u(52);
    }

    void header() {
        int const limit = header_limit();
        int y = add(spine_.room_label, font(600, 36), theme_.spine_text_2, u(72));
        bool const named = !spine_.room.empty();
        auto const& main = named ? spine_.room : spine_.event;
        if (!spine_.room_label.empty()) y += u(26);
        int const size = filling_size(sheet_, main, 800, width_, 150 * scale_);
        if (size >= 66 * scale_) {
            y = add(sheet_.flow(main, {{size}, 800, 1, 1}, width_, u(200)), theme_.spine_text, y);
        } else {
            TextStyle const style{sizes_.steps({72, 64, 56, 50, 44, 38, 34}), 800, 1.1, 3};
            y = add(sheet_.flow(main, style, width_, std::min(u(300), limit - y)), theme_.spine_text, y);
        }
        if (named && !spine_.event.empty()) {
            TextStyle const style{sizes_.steps({44, 40, 36}), 700, 1.15, 3};
            y = add_within(limit,
                           sheet_.flow(spine_.event, style, width_, std::min(u(200), limit - y - u(46))),
                           theme_.spine_text, y, u(46));
        }
        if (!spine_.series.empty()) {
            TextStyle const style{sizes_.steps({34, 32, 30}), 500, 1.2, 2};
            int const gap =
                u(named && !spine_.event.empty() ? 22 : 46);  // below the event, or the large name
            auto const series = sheet_.flow(spine_.series, style, width_, std::min(u(100), limit - y - gap));
            bool const is_torn =
                series.is_cut && series.lines.size() == 1;  // a word or two of it say nothing
            if (!is_torn) y = add_within(limit, series, theme_.spine_text_2, y, gap);
        }
        header_bottom_ = y;
    }

    void footer() {
        auto const note = font(600, 34);
        int const note_base = area_.height - u(72);
        auto const fitted =
            sheet_.flow(spine_.clock_note, {sizes_.steps({34, 32, 30, 28}), 600, 1.2, 1}, width_, u(60));
        if (!fitted.lines.empty()) add(fitted.lines.front(), fitted.font, theme_.spine_text_2, note_base - fitted.cap_height);
        int const size = std::min(static_cast<int>(width_ / sheet_.geometry.unit / 2.62),
                                  filling_size(sheet_, spine_.clock, 700, width_, 126 * scale_));
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
            auto const ended =
                sheet_.flow(spine_.until, {sizes_.steps({44, 40, 36, 32, 28}), 700, 1.2, 1}, width_, u(80));
            if (!ended.lines.empty()) above(ended.lines.front(), ended.font, theme_.spine_text);
        }
    }

    /// "27 min left, until 10:55 AM", with what is on above it while the stage shows something else.
    void ride(int level_top) {
        if (spine_.ride.empty()) return;
        auto const label = font(600, 30), until = font(600, 36);
        auto const [number, unit] = ride_fonts();
        Paragraph now;
        int height = sheet_.cap_height(number) + u(30) + sheet_.cap_height(until);
        int const free = clock_top_ - u(46) - header_bottom_ - u(52);
        if (!spine_.now.empty()) {
            int const label_height = sheet_.cap_height(label) + u(22);
            int const most = free - height - label_height - u(42);
            now = sheet_.flow(spine_.now, {sizes_.steps({40, 36, 34}), 700, 1.18, 3}, width_,
                              std::max(most, 0));
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
        auto const fitted =
            sheet_.flow(spine_.until, {sizes_.steps({36, 34, 32, 28}), 600, 1.2, 1}, width_, u(60));
        if (!fitted.lines.empty()) add(fitted.lines.front(), fitted.font, theme_.spine_text_2, baseline + u(30));
    }

    struct RideFonts {
        FontRef number, unit;
    };

    /// "1 h 40 min to go" needs smaller numbers than "27 min left", then smaller words.
    RideFonts ride_fonts() const {
        for (double const unit : {40, 36, 32, 28})
            for (double number = 104; number >= 48; number -= 8)
                if (ride_width({font(800, number), font(600, unit)}) <= width_)
                    return {font(800, number), font(600, unit)};
        return {font(800, 40), font(600, 28)};
    }

    int ride_width(RideFonts const& fonts) const {
        int width = -u(18);
        for (auto const& part : spine_.ride)
            width += sheet_.metrics.text_width(part.number, fonts.number) + u(14 + 18) +
                     sheet_.metrics.text_width(part.unit, fonts.unit);
        return width;
    }

    /// The level moved to the nearer edge of the lines that it would cross.
    int off_the_lines(int level_top) const {
        std::vector<Guard> guards;
        for (auto const& line : lines_) {
            int const tail = static_cast<int>(std::ceil(reach_of(line.text).below * line.font.size_px));
            int const below = tail == 0 ? u(14) : std::max(u(14) + line.font.size_px / 10, tail + u(4));
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
    SpineSizes sizes_;
    int margin_, width_;
    std::vector<SpineLine> lines_;
    int header_bottom_ = 0, clock_top_ = 0, edge_ = 0;
};

void portrait_header(Spine const& spine, Sheet& sheet) {
    auto const& theme = sheet.theme;
    SpineSizes const sizes(sheet);
    int const left = sheet.geometry.content.x, right = sheet.geometry.content.right(), width = right - left;
    auto const small = sizes.font(600, 36);
    int const small_base = sizes.u(58) + sheet.cap_height(small);
    sheet.line(spine.room_label, small, theme.spine_text_2, left, small_base);
    auto const note = spine.is_simulated ? spine.simulated_label : spine.clock_note;
    sheet.line(note, spine.is_simulated ? sizes.font(700, 36) : small,
               spine.is_simulated ? theme.spine_text : theme.spine_text_2, right, small_base, Align::right);

    auto const clock = sizes.font(700, spine.clock.size() > 5 ? 96 : 124);
    int const baseline = sizes.u(108) + sheet.cap_height(sizes.font(700, 124));
    int const clock_left = sheet.line(spine.clock, clock, theme.spine_text, right, baseline, Align::right);
    int const room_width = clock_left - sizes.u(48) - left;
    bool const named = !spine.room.empty();
    auto const& main = named ? spine.room : spine.event;
    // What hangs from it has to end above the line below.
    double const most =
        std::min(124.0, 38 / std::max(reach_of(main).below, 0.1)) * sheet.geometry.spine_scale;
    int const size = filling_size(sheet, main, 800, room_width, most);
    if (size >= 60 * sheet.geometry.spine_scale) {
        sheet.line(main, sheet.font(800, size), theme.spine_text, left, baseline);
    } else {
        int const space = baseline - small_base - sizes.u(28);  // below the label
        auto const wrapped =
            sheet.flow(main, {sizes.steps({60, 56, 50, 44, 38, 34, 30}), 800, 1.1, 2}, room_width, space);
        sheet.paragraph(wrapped, theme.spine_text, left, baseline - wrapped.height());
    }
    int const foot = sizes.u(268);
    auto const series =
        sheet.flow(spine.series, {sizes.steps({36, 34, 32, 28}), 500, 1.2, 1}, width * 45 / 100, sizes.u(60));
    int after = right;
    if (!series.lines.empty())
        after = sheet.line(series.lines.front(), series.font, theme.spine_text_2, right, foot, Align::right) -
                sizes.u(36);
    if (!named) return;
    auto const event =
        sheet.flow(spine.event, {sizes.steps({40, 36, 34, 30}), 700, 1.2, 1}, after - left, sizes.u(60));
    sheet.line(event, theme.spine_text, left, foot);
}

/// What is said on the level of an upright spine: "27 min left" and "until 10:55 AM".
class Tank {
public:
    Tank(Spine const& spine, Sheet& sheet)
        : spine_(spine),
          sheet_(sheet),
          sizes_(sheet),
          box_(sheet.geometry.tank),
          margin_(sheet.geometry.content.x),
          baseline_(box_.y + sizes_.u(94)) {}

    /// Finds every text's place, and the level's. Before draw().
    void place() {
        bool const is_filled = spine_.fill != Fill::none && spine_.level > 0;
        edge_ = is_filled
                    ? box_.x +
                          static_cast<int>(std::lround(static_cast<double>(box_.width) * spine_.level / 1000))
                    : box_.x;
        set_words();
        if (is_filled && !spine_.ride.empty()) keep_clear();
    }

    void draw(Sheet& target, Filling filling) const {
        int const edge = filling == Filling::as_it_is ? edge_ : filling == Filling::none ? box_.x : box_.right();
        draw_level(target, edge);
        if (spine_.ride.empty()) return draw_until_alone(target);
        auto const& theme = sheet_.theme;
        int x = ride_.left;
        for (auto const& part : parts_) {
            target.line(part.text, part.font, ride_.right() <= edge ? theme.ink : theme.spine_text, x, baseline_);
            x += part.width;
        }
        target.line(until_words_, until_.right() <= edge ? theme.ink : theme.spine_text_2, until_.left, baseline_);
    }

    Rect filled() const { return {box_.x, box_.y, edge_ - box_.x, box_.height}; }
    Rect empty() const { return {box_.x, box_.y, 0, box_.height}; }

private:
    struct Part {
        std::string text;
        FontRef font;
        int width;  // with the gap after it
    };
    struct Stretch {
        int left = 0, width = 0;
        int right() const { return left + width; }
    };

    void set_words() {
        for (auto const& part : spine_.ride) {
            add(part.number, sizes_.font(800, 88), 16);
            add(part.unit, sizes_.font(600, 44), 20);
        }
        ride_ = {box_.x + margin_, -sizes_.u(20)};
        for (auto const& part : parts_) ride_.width += part.width;
        int const space = box_.width - 2 * margin_ - ride_.width - sizes_.u(36);
        until_words_ =
            sheet_.flow(spine_.until, {sizes_.steps({40, 36, 32, 28}), 600, 1.2, 1}, space, box_.height);
        until_ = {box_.right() - margin_ - until_words_.width, until_words_.width};
    }

    void add(std::string const& text, FontRef font, double gap) {
        if (!text.empty())
            parts_.push_back({text, font, sheet_.metrics.text_width(text, font) + sizes_.u(gap)});
    }

    bool is_crossed(Stretch const& words) const {
        int const near = sizes_.u(20);
        return edge_ > words.left - near && edge_ < words.right() + near;
    }

    /// A text that the edge would cross joins the other one on its side; where that does not help, the
    /// edge gives way to the nearer end of the text.
    void keep_clear() {
        if (is_crossed(ride_))
            ride_.left = until_.left - sizes_.u(36) - ride_.width;
        else if (is_crossed(until_))
            until_.left = ride_.right() + sizes_.u(36);
        int const half_gap = sizes_.u(18);
        for (auto const& words : {ride_, until_}) {
            if (words.width <= 0 || edge_ <= words.left || edge_ >= words.right()) continue;
            bool const left_is_nearer = edge_ - words.left < words.right() - edge_;
            edge_ = left_is_nearer ? words.left - half_gap : words.right() + half_gap;
        }
    }

    void draw_level(Sheet& target, int edge) const {
        auto const& theme = sheet_.theme;
        target.shape({ShapeKind::rectangle, box_, theme.tank});
        if (edge > box_.x) target.shape({ShapeKind::rectangle, {box_.x, box_.y, edge - box_.x, box_.height}, sheet_.fill_color(spine_.fill)});
        int const frame = sheet_.u(theme.frame_width);
        if (frame <= 0) return;
        for (int const y : {box_.y, box_.bottom() - frame}) target.shape({ShapeKind::rectangle, {box_.x, y, box_.width, frame}, theme.frame});
        if (edge > box_.x) target.shape({ShapeKind::rectangle, {edge - frame, box_.y, frame, box_.height}, theme.frame});
    }

    void draw_until_alone(Sheet& target) const {
        auto const words = sheet_.flow(spine_.until, {sizes_.steps({52, 48, 44, 40}), 700, 1.2, 1}, box_.width - 2 * margin_, box_.height);
        target.line(words, sheet_.theme.spine_text, box_.x + margin_, baseline_ - sizes_.u(4));
    }

    Spine const& spine_;
    Sheet& sheet_;
    SpineSizes sizes_;
    Rect box_;
    int margin_, baseline_, edge_ = 0;
    std::vector<Part> parts_;
    Paragraph until_words_;
    Stretch ride_, until_;
};

}  // namespace

SpinePictures lay_out_spine(Spine const& spine, Geometry const& geometry, Theme const& theme, Metrics const& metrics) {
    Sheet as_it_is(geometry.spine, theme.spine, geometry, theme, metrics), drained = as_it_is, flooded = as_it_is;
    SpineLevel level;
    if (geometry.is_portrait()) {
        for (auto* const sheet : {&as_it_is, &drained}) portrait_header(spine, *sheet);
        Tank tank(spine, as_it_is);
        tank.place();
        tank.draw(as_it_is, Filling::as_it_is);
        tank.draw(drained, Filling::none);
        tank.draw(flooded, Filling::all);
        level.filled = tank.filled();
        level.empty = tank.empty();
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
