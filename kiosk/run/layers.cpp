#include "run/layers.hpp"

#include <algorithm>
#include <cstring>

#include "run/damage.hpp"

namespace kiosk {
namespace {

bool overlap(Rect const& a, Rect const& b) {
    auto const shared = intersection(a, b);
    return shared.width > 0 && shared.height > 0;
}

std::uint8_t* row_of(SDL_Surface& surface, int x, int y) {
    return static_cast<std::uint8_t*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch + 4 * x;
}

/// `area`: within both.
void copy(SDL_Surface& from, Rect const& area, SDL_Surface& to) {
    for (int y = area.y; y < area.bottom(); ++y)
        std::memcpy(row_of(to, area.x, y), row_of(from, area.x, y), static_cast<std::size_t>(area.width) * 4);
}

SurfacePointer copy_of(SDL_Surface& surface) {
    auto made = make_surface({surface.w, surface.h});
    copy(surface, {0, 0, surface.w, surface.h}, *made);
    return made;
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

void Layers::lend(SDL_Surface* canvas) {
    if (canvas == lent_) return;
    lent_ = canvas;
    own_.reset();
    forget();
}

bool Layers::keeps_picture() const {
    if (!lent_) return own_ != nullptr;
    return !own_ && last_ && lent_->userdata == this;  // SDL's own surfaces begin without
}

void Layers::ensure_surface(Size size) {
    auto const is_as_large = [&](SDL_Surface const* surface) { return surface && surface->w == size.width && surface->h == size.height; };
    if (is_as_large(target())) return;
    own_.reset();
    if (!is_as_large(lent_)) own_ = make_surface({std::max(1, size.width), std::max(1, size.height)});
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
    if (!last_) target()->userdata = this;  // all of it is painted now
    std::vector<Rect> changed;
    auto const layers = layers_to_paint(last_ ? &*last_ : nullptr, now);
    if (layers.size() == 1 && last_ && !now.badge) {
        auto const ink_of = [this](TextRun const& run) { return painter_.ink_of(run); };
        auto const& picture = *picture_of(now, layers.front());
        if (auto const damage = damage_of(*picture_of(*last_, layers.front()), picture, ink_of)) {
            painter_.paint(picture, *damage, *target());
            last_ = now;
            return {*damage};
        }
    }
    for (auto const layer : layers) {
        auto const& picture = *picture_of(now, layer);
        note(layer, painter_.paint(picture, *target()));
        changed.push_back(picture.area);
    }
    last_ = now;
    return changed;
}

std::vector<Rect> Layers::paint_for_fade(Frame const& now) {
    if (!own_) own_ = copy_of(*lent_);  // the fade's frames go where the old stage was
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
    if (lent_ && lent_->w == incoming_->w && lent_->h == incoming_->h) own_.reset();  // all around the stage it has been shown what we have
    auto& surface = *target();
    copy(*incoming_, intersection(last_->stage.area, {0, 0, surface.w, surface.h}), surface);
    incoming_.reset();
    if (last_->badge) painter_.paint(*last_->badge, surface);  // it may have changed meanwhile
}

Rect Layers::paint_spine(Picture const& spine, Rect part) {
    if (last_->badge && overlap(last_->badge->area, part)) part.height = std::max(0, last_->badge->area.y - part.y);
    painter_.paint(spine, part, *target());
    last_->spine = spine;
    return intersection(part, spine.area);
}

void Layers::put_spine(Picture spine) {
    if (last_) last_->spine = std::move(spine);
}

std::vector<Rect> Layers::complete() {
    std::vector<Rect> changed;
    if (incoming_ || !last_) return changed;
    for (auto const& [layer, image] : std::exchange(missing_, {})) {
        if (!painter_.is_ready(image)) {
            missing_.push_back({layer, image});
            continue;
        }
        painter_.paint(*picture_of(*last_, layer), image.box, *target());
        if (last_->badge && overlap(last_->badge->area, image.box)) painter_.paint(*last_->badge, image.box, *target());
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
    if (lent_) own_.reset();
}

}  // namespace kiosk
