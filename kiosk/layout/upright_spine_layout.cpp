#include <algorithm>
#include <cmath>

#include "layout/spine_parts.hpp"
#include "layout/text/script.hpp"

namespace kiosk {
namespace {

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

SpinePictures lay_out_upright_spine(Spine const& spine, Sheet as_it_is) {
    Sheet drained = as_it_is, flooded = as_it_is;
    for (auto* const sheet : {&as_it_is, &drained}) portrait_header(spine, *sheet);
    Tank tank(spine, as_it_is);
    tank.place();
    return pictures_of(tank, as_it_is, drained, flooded);
}

}  // namespace kiosk
