#include <algorithm>
#include <cmath>

#include "layout/spine_parts.hpp"
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

/// A vertical stretch that the level must not cross.
struct Guard {
    int top, bottom;
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

SpinePictures lay_out_column(Spine const& spine, Sheet as_it_is) {
    Sheet drained = as_it_is, flooded = as_it_is;
    LandscapeSpine column(spine, as_it_is);
    column.place();
    return pictures_of(column, as_it_is, drained, flooded);
}

}  // namespace

SpinePictures lay_out_spine(Spine const& spine, Geometry const& geometry, Theme const& theme, Metrics const& metrics) {
    Sheet const sheet(geometry.spine, theme.spine, geometry, theme, metrics);
    auto pictures = geometry.is_portrait() ? lay_out_upright_spine(spine, sheet) : lay_out_column(spine, sheet);
    if (spine.fill == Fill::none) return {std::move(pictures.spine), {}};
    pictures.level->flooded.ground = sheet.fill_color(spine.fill);
    pictures.level->edge_px = geometry.u(theme.frame_width);
    pictures.level->edge_color = theme.frame;
    return pictures;
}

}  // namespace kiosk
