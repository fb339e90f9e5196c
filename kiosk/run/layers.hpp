// The painted screen, kept between frames, and what of it changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "paint/painter.hpp"
#include "run/running_order.hpp"

namespace kiosk {

enum class Layer { stage, spine, badge };

/// Which layers of `now` must be painted, in painting order. `before` null: all.
/// A badge lies over the others: when what is under it is painted, so is the badge; when it goes or
/// moves, everything is.
std::vector<Layer> layers_to_paint(Frame const* before, Frame const& now);

/// The part of the stage that a crossfade may move: all of it, or what is above a badge that lies
/// across its foot.
Rect area_of_fade(Frame const& frame);

/// The picture of a layer; null: there is no such layer.
Picture const* picture_of(Frame const& frame, Layer layer);

/// Paints into one retained surface: the screen's own if it lends one, so that a picture at rest is kept once.
class Layers {
public:
    explicit Layers(Painter& painter) : painter_(painter) {}

    /// To paint into from now on; null: into a surface of our own. Another one than before is painted from the start.
    void lend(SDL_Surface* canvas);
    SDL_Surface* lent() const { return lent_; }

    /// Paints what differs from the last frame. Returns the areas that changed.
    std::vector<Rect> paint(Frame const& now);
    /// Paints the stage of `now` (and the badge) into a second surface and everything else as paint() does.
    /// The second surface waits in incoming() until finish_fade().
    std::vector<Rect> paint_for_fade(Frame const& now);
    void finish_fade();
    /// Paints `part` of a spine that differs from the last frame's in it alone. Returns what changed: less
    /// where a badge lies over it.
    Rect paint_spine(Picture const& spine, Rect part);
    /// The last frame's spine in other items that draw the same pixels: what is compared with the next one.
    void put_spine(Picture spine);

    /// Paints the photos that were not ready, and are by now, or are known to be none. Returns the areas that changed.
    /// During a fade nothing: it ends on what it began with.
    std::vector<Rect> complete();
    /// The photos of these names show other bytes: complete() paints them, too.
    void replace(std::vector<std::string> const& names);

    /// While a fade is on never the screen's own: that one shows what is between the pictures.
    SDL_Surface const& surface() const { return own_ ? *own_ : *lent_; }
    SDL_Surface const& incoming() const { return *incoming_; }
    bool has_surface() const { return own_ || (lent_ && last_); }
    /// Is the last frame still there? A screen whose memory is lent may have made it anew, at the same place, and black.
    bool keeps_picture() const;
    /// Forgets the last frame: everything is painted anew.
    void forget();

private:
    struct Missing {
        Layer layer;
        ImageBox image;
    };
    void ensure_surface(Size size);
    void note(Layer layer, std::vector<ImageBox> missing);

    Painter& painter_;
    SDL_Surface* target() const { return own_ ? own_.get() : lent_; }

    SDL_Surface* lent_ = nullptr;
    SurfacePointer own_, incoming_;
    std::optional<Frame> last_;
    std::vector<Missing> missing_;  // photos of the last frame
};

}  // namespace kiosk
