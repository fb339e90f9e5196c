#include "support/picture_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/utf8.hpp"
#include "layout/geometry.hpp"
#include "layout/text/script.hpp"

namespace kiosk {
namespace {

bool overlap(Rect const& a, Rect const& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool inside(Rect const& inner, Rect const& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

Rect grown(Rect box, int x, int y) { return {box.x - x, box.y - y, box.width + 2 * x, box.height + 2 * y}; }

bool says_something(std::string_view text) {
    auto const points = decode_utf8(text);
    return std::any_of(points.begin(), points.end(), [](CodePoint const& point) {
        return point.value != ' ' && !is_ignorable(point.value);
    });
}

bool has_whole_screen(Frame const& frame) { return frame.spine.area.width == 0; }

std::string at(Rect box) { return fmt::format("{},{} {}x{}", box.x, box.y, box.width, box.height); }

/// Where text may stand on the stage: below the banner and on it, and what is to be known of it at the foot.
std::vector<Rect> safe_areas(Geometry const& geometry, Scene const& scene) {
    auto content = geometry.content;
    std::vector<Rect> areas;
    if (scene.banner) {
        Rect const banner{content.x, geometry.stage.y, content.width,
                          geometry.u(geometry.is_portrait() ? 176 : 132)};
        content.height = content.bottom() - banner.bottom();
        content.y = banner.bottom();
        areas.push_back(banner);
    }
    areas.insert(areas.begin(), content);
    if (!scene.status.empty())
        areas.push_back(
            {content.x, content.bottom(), content.width, geometry.stage.bottom() - content.bottom()});
    return areas;
}

/// All that one picture holds, by what has to keep clear of what.
class PictureCheck {
public:
    PictureCheck(Picture const& picture, std::vector<Rect> safe, Geometry const& geometry, Theme const& theme,
                 Metrics const& metrics, Ink const& ink)
        : picture_(picture),
          safe_(std::move(safe)),
          geometry_(geometry),
          theme_(theme),
          metrics_(metrics),
          ink_(ink) {
        for (std::size_t i = 0; i < picture.items.size(); ++i) sort(i);
    }

    std::string faults() {
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            check(texts_[i]);
            for (std::size_t k = i + 1; k < texts_.size(); ++k) {
                bool const meet = overlap(texts_[i].ink, texts_[k].ink);
                if (meet && ink_.touch(*texts_[i].run, *texts_[k].run))
                    fault(texts_[i], "touches \"" + texts_[k].run->text + "\" " + at(texts_[k].ink));
            }
        }
        for (std::size_t i = 0; i < obstacles_.size(); ++i)
            for (std::size_t k = i + 1; k < obstacles_.size(); ++k)
                if (overlap(obstacles_[i].box, obstacles_[k].box))
                    say(obstacles_[i].what + " " + at(obstacles_[i].box) + " lies on " + obstacles_[k].what +
                        " " + at(obstacles_[k].box));
        return std::move(faults_);
    }

private:
    struct Text {
        TextRun const* run;
        Rect ink;   // descenders included
        Rect line;  // from cap-top to baseline
    };
    struct Obstacle {
        std::string what;
        Rect box;
    };

    void sort(std::size_t i) {
        auto const& item = picture_.items[i];
        if (auto const* run = std::get_if<TextRun>(&item)) {
            auto const ink = ink_.box(*run);
            int const cap = metrics_.extents(run->font).cap_height;
            texts_.push_back({run, ink, {ink.x, run->y - cap, ink.width, cap}});
            if (run->clip) obstacles_.push_back({"a monogram", *run->clip});
        } else if (auto const* image = std::get_if<ImageBox>(&item)) {
            obstacles_.push_back({"a photo", image->box});
        } else if (auto const* logo = std::get_if<LogoBox>(&item)) {
            obstacles_.push_back({"a logo", logo->box});
        } else if (auto const* pictogram = std::get_if<Pictogram>(&item)) {
            obstacles_.push_back({"a pictogram", pictogram->box});
        } else {
            sort(std::get<Shape>(item), i);
        }
    }

    void sort(Shape const& shape, std::size_t i) {
        bool const is_thin = std::min(shape.box.width, shape.box.height) <= geometry_.u(6) + 1;
        // Where rules and text are of one colour, a rule may be the stroke through a text.
        if (is_thin && shape.color == theme_.line && theme_.line != theme_.text) rules_.push_back(shape.box);
        if (is_code(shape, i)) obstacles_.push_back({"a QR code", shape.box});
        for (auto const& color : {theme_.accent, theme_.fog, theme_.plate})
            if (shape.color == color && !is_thin) fields_.push_back(shape.box);
    }

    /// A white plate that is followed by black modules.
    bool is_code(Shape const& shape, std::size_t i) const {
        if (i + 1 == picture_.items.size() || shape.box.width != shape.box.height) return false;
        auto const* module = std::get_if<Shape>(&picture_.items[i + 1]);
        return module && module->color == Color{0, 0, 0} && shape.color == Color{255, 255, 255} &&
               inside(module->box, shape.box);
    }

    void check(Text const& text) {
        auto const& run = *text.run;
        if (to_valid_utf8(run.text) != run.text) fault(text, "is not UTF-8");
        if (!says_something(run.text)) fault(text, "says nothing");
        if (run.font.size_px < geometry_.u(28) - 1) fault(text, "is smaller than 28 u");
        if (run.clip) {
            if (!inside(text.line, *run.clip)) fault(text, "leaves its field " + at(*run.clip));
            return;
        }
        if (!inside(text.ink, picture_.area)) fault(text, "leaves its picture " + at(picture_.area));
        // Large type is shifted by 2 u, so that its ink, not its pen, begins at the margin; and ink may
        // reach a little beyond its advance.
        int const tolerance = geometry_.u(2) + 2;
        bool const is_safe = std::any_of(safe_.begin(), safe_.end(), [&](Rect const& area) {
            return inside(text.line, grown(area, tolerance, 1));
        });
        if (!is_safe) fault(text, "leaves the safe area " + at(safe_.front()));
        for (auto const& obstacle : obstacles_)
            if (overlap(text.ink, obstacle.box))
                fault(text, "lies on " + obstacle.what + " " + at(obstacle.box));
        for (auto const& rule : rules_)
            if (overlap(text.ink, rule)) fault(text, "lies on a rule " + at(rule));
        for (auto const& field : fields_)
            if (overlap(text.ink, field) && !inside(text.line, field))
                fault(text, "half on a field " + at(field));
    }

    void fault(Text const& text, std::string const& what) {
        say(fmt::format("\"{}\" ({} px, {}) {}", text.run->text, text.run->font.size_px, at(text.ink), what));
    }
    void say(std::string const& what) { faults_ += what + "\n"; }

    Picture const& picture_;
    std::vector<Rect> safe_;
    Geometry const& geometry_;
    Theme const& theme_;
    Metrics const& metrics_;
    Ink const& ink_;
    std::vector<Text> texts_;
    std::vector<Obstacle> obstacles_;
    std::vector<Rect> rules_, fields_;
    std::string faults_;
};

}  // namespace

Rect MeasuredInk::box(TextRun const& run) const {
    auto const extents = metrics_.extents(run.font);
    int const below = static_cast<int>(std::ceil(reach_of(run.text).below * run.font.size_px));
    return {run.x, run.y - extents.cap_height, metrics_.text_width(run.text, run.font),
            extents.cap_height + below};
}

std::string faults_of(Frame const& frame, Scene const& scene, Theme const& theme, Metrics const& metrics,
                      Ink const& ink) {
    auto const geometry = geometry_for(frame.size);
    int const least = geometry.u(geometry.is_compact() ? 32 : 44);
    auto turned = [&](Rect box) {
        if (scene.reading == Reading::right_to_left) box.x = frame.size.width - box.right();
        return box;
    };
    auto const check = [&](Picture const& picture, std::vector<Rect> safe) {
        for (auto& area : safe) area = turned(area);
        return PictureCheck(picture, std::move(safe), geometry, theme, metrics, ink).faults();
    };
    if (has_whole_screen(frame))
        return check(frame.stage, {grown({0, 0, frame.size.width, frame.size.height}, -least, -least)});
    auto faults = check(frame.stage, safe_areas(geometry, scene));
    // The tank of an upright spine lies on its lower edge.
    auto spine = grown(geometry.spine, -least, geometry.is_portrait() ? 0 : -least);
    return faults + check(frame.spine, {spine});
}

}  // namespace kiosk
