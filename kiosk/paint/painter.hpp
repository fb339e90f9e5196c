// Pictures as pixels: the same bytes on every run, for screens, PNG files and tests alike.
#pragma once

#include <SDL.h>

#include <optional>
#include <vector>

#include "layout/picture.hpp"
#include "paint/canvas.hpp"
#include "paint/fonts.hpp"
#include "paint/images.hpp"
#include "paint/pictograms.hpp"

namespace kiosk {

class Painter {
public:
    /// All three outlive the painter.
    Painter(Fonts& fonts, Images& images, Pictograms& pictograms)
        : fonts_(fonts), images_(images), pictograms_(pictograms) {}

    /// Fills the picture's area with its ground and draws its items in order, nothing outside.
    /// `screen` is XRGB8888 or ARGB8888 and stands for the whole screen. Errors: an item whose
    /// photo, logo or pictogram is missing is not drawn. Returns the photos that a worker is to bring yet: they are
    /// left out, or as they were before they were replaced.
    std::vector<ImageBox> paint(Picture const& picture, SDL_Surface& screen);
    /// Only what of it lies in `part`.
    std::vector<ImageBox> paint(Picture const& picture, Rect const& part, SDL_Surface& screen);

    /// The pixels outside which a line leaves no ink, in any font. Empty: that is told of Latin text alone.
    std::optional<Rect> ink_of(TextRun const& run) const;

    /// Stage, spine, then badge.
    void paint(Frame const& frame, SDL_Surface& screen);

    /// Has the photos of a frame decoded that is about to be painted, and then those of the one that may come after it.
    void prepare(Frame const& now, Frame const* soon = nullptr);
    /// Waits until they are there, but no longer.
    void wait_for_photos(milliseconds longest) { images_.wait(longest); }
    /// Takes the photos that have been decoded; whether they change anything.
    PhotoNews collect_photos() { return images_.collect(); }
    bool is_ready(ImageBox const& image) const { return images_.is_ready(image.image, crop_of(image)); }

private:
    Crop crop_of(ImageBox const& image) const;
    Images::Wanted photos_of(Frame const& frame) const;
    void draw(Shape const& shape, Canvas& canvas);
    void draw(TextRun const& run, Canvas& canvas);
    void draw(ImageBox const& image, Canvas& canvas);
    void draw(LogoBox const& logo, Canvas& canvas);
    void draw(Pictogram const& pictogram, Canvas& canvas);

    Fonts& fonts_;
    Images& images_;
    Pictograms& pictograms_;
    std::vector<ImageBox> missing_;  // of what is being painted
};

/// A 32-bit surface for pictures, all black. Null: no memory.
SurfacePointer make_surface(Size size);

}  // namespace kiosk
