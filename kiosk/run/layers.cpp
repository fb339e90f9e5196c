#include "run/layers.hpp"

#include <algorithm>
#include <cstring>

namespace kiosk {
namespace {

bool overlap(Rect const& a, Rect const& b) {
    auto const shared = intersection(a, b);
    return shared.width > 0 && shared.height > 0;
}

}  // namespace

std::vector<Layer> layers_to_paint(Frame const* before, Frame const& now) {
    bool const has_moved = before && (before->size != now.size || before->stage.area != now.stage.area ||
                                      before->spine.area != now.spine.area);
    bool const badge_has_moved = before && before->badge && (!now.badge || now.badge->area != before->badge->area);
    bool const all = !before || has_moved || badge_has_moved;
    std::vector<Layer> layers;
    if (all || before->stage != now.stage) layers.push_back(Layer::stage);
    if (all || before->spine != now.spine) layers.push_back(Layer::spine);
    if (!now.badge) return layers;
    bool is_covered = all || before->badge != now.badge;
    for (auto const layer : layers) is_covered = is_covered || overlap(picture_of(now, layer)->area, now.badge->area);
    if (is_covered) layers.push_back(Layer::badge);
    return layers;
}

Picture const* picture_of(Frame const& frame, Layer layer) {
    switch (layer) {
        case Layer::stage: return &frame.stage;
        case Layer::spine: return &frame.spine;
        case Layer::badge: return frame.badge ? &*frame.badge : nullptr;
    }
    return nullptr;
}

Rect area_of_fade(Frame const& frame) {
    auto area = frame.stage.area;
    if (!frame.badge) return area;
    auto const& badge = frame.badge->area;
    bool const is_across = badge.x <= area.x && badge.right() >= area.right() && badge.bottom() >= area.bottom();
    if (is_across && badge.y > area.y && badge.y < area.bottom()) area.height = badge.y - area.y;
    return area;
}

void Layers::ensure_surface(Size size) {
    if (surface_ && surface_->w == size.width && surface_->h == size.height) return;
    surface_ = make_surface({std::max(1, size.width), std::max(1, size.height)});
    incoming_.reset();
    last_.reset();
}

/// A layer was painted anew: what it lacks, and nothing else any more.
void Layers::note(Layer layer, std::vector<ImageBox> missing) {
    std::erase_if(missing_, [&](Missing const& one) { return one.layer == layer; });
    for (auto& image : missing) missing_.push_back({layer, std::move(image)});
}

std::vector<Rect> Layers::paint(Frame const& now) {
    ensure_surface(now.size);
    std::vector<Rect> changed;
    for (auto const layer : layers_to_paint(last_ ? &*last_ : nullptr, now)) {
        auto const& picture = *picture_of(now, layer);
        note(layer, painter_.paint(picture, *surface_));
        changed.push_back(picture.area);
    }
    last_ = now;
    return changed;
}

std::vector<Rect> Layers::paint_for_fade(Frame const& now) {
    // The old stage stays in the surface until the fade ends; only what is around it is painted.
    auto still = now;
    still.stage = last_->stage;
    auto changed = paint(still);
    incoming_ = make_surface(now.size);
    note(Layer::stage, painter_.paint(now.stage, *incoming_));
    if (now.badge) painter_.paint(*now.badge, *incoming_);
    last_ = now;
    return changed;
}

void Layers::finish_fade() {
    if (!incoming_ || !last_) return;
    auto const area = intersection(last_->stage.area, {0, 0, surface_->w, surface_->h});
    for (int y = area.y; y < area.bottom(); ++y) {
        auto const at = static_cast<std::ptrdiff_t>(y) * surface_->pitch + 4 * area.x;
        std::memcpy(static_cast<std::uint8_t*>(surface_->pixels) + at, static_cast<std::uint8_t*>(incoming_->pixels) + at,
                    static_cast<std::size_t>(area.width) * 4);
    }
    incoming_.reset();
    if (last_->badge) painter_.paint(*last_->badge, *surface_);  // it may have changed meanwhile
}

Rect Layers::paint_spine(Picture const& spine, Rect part) {
    if (last_->badge && overlap(last_->badge->area, part)) part.height = std::max(0, last_->badge->area.y - part.y);
    painter_.paint(spine, part, *surface_);
    last_->spine = spine;
    return intersection(part, spine.area);
}

std::vector<Rect> Layers::complete() {
    std::vector<Rect> changed;
    if (incoming_ || !last_) return changed;
    for (auto const& [layer, image] : std::exchange(missing_, {})) {
        if (!painter_.is_ready(image)) {
            missing_.push_back({layer, image});
            continue;
        }
        painter_.paint(*picture_of(*last_, layer), image.box, *surface_);
        if (last_->badge && overlap(last_->badge->area, image.box)) painter_.paint(*last_->badge, image.box, *surface_);
        changed.push_back(image.box);
    }
    return changed;
}

void Layers::replace(std::vector<std::string> const& names) {
    if (!last_) return;
    for (auto const layer : {Layer::stage, Layer::spine})
        for (auto const& item : picture_of(*last_, layer)->items) {
            auto const* image = std::get_if<ImageBox>(&item);
            if (!image || std::find(names.begin(), names.end(), image->image) == names.end()) continue;
            bool const is_known = std::any_of(missing_.begin(), missing_.end(), [&](Missing const& one) { return one.image == *image; });
            if (!is_known) missing_.push_back({layer, *image});
        }
}

void Layers::forget() {
    last_.reset();
    incoming_.reset();
}

}  // namespace kiosk
