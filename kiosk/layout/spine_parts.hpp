// What both forms of the spine share: their sizes, and the level that is drawn full, empty or as it stands.
#pragma once

#include <string_view>
#include <vector>

#include "layout/slide_layouts.hpp"

namespace kiosk {

/// Which of the spine's pictures is drawn: the level where it stands, or nothing or all of it filled.
enum class Filling { as_it_is, none, all };

/// The largest size at which `text` is no wider than `width`, and no larger than `most` u.
int filling_size(Sheet const& sheet, std::string_view text, int weight, int width, double most);

/// The spine's own sizes: those of the design, by the scale of this screen, and never too small to read.
class SpineSizes {
public:
    explicit SpineSizes(Sheet const& sheet) : sheet_(sheet), scale_(sheet.geometry.spine_scale) {}
    int u(double units) const { return sheet_.u(units * scale_); }
    FontRef font(int weight, double size) const;
    std::vector<int> steps(std::vector<int> sizes) const;

private:
    static constexpr double smallest = 28;
    Sheet const& sheet_;
    double scale_;
};

/// A form of the spine, placed, in its three pictures. The sheets may hold what the level never covers.
template <class Form>
SpinePictures pictures_of(Form const& form, Sheet& as_it_is, Sheet& drained, Sheet& flooded) {
    form.draw(as_it_is, Filling::as_it_is);
    form.draw(drained, Filling::none);
    form.draw(flooded, Filling::all);
    SpineLevel level;
    level.filled = form.filled();
    level.empty = form.empty();
    level.drained = drained.take();
    level.flooded = flooded.take();
    return {as_it_is.take(), std::move(level)};
}

/// The spine of an upright screen: a band on top, its level lying.
SpinePictures lay_out_upright_spine(Spine const& spine, Sheet as_it_is);

}  // namespace kiosk
