// What the painter gets: whole pixels, final words, no decisions left.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "settings/font_chain.hpp"
#include "settings/theme.hpp"

namespace kiosk {

struct Size {
    int width = 0, height = 0;  ///< pixels
    friend bool operator==(Size const&, Size const&) = default;
};

struct Rect {
    int x = 0, y = 0, width = 0, height = 0;  ///< pixels; x, y: top left
    int right() const { return x + width; }
    int bottom() const { return y + height; }
    friend bool operator==(Rect const&, Rect const&) = default;
};

/// A weight of the display's family at a size.
struct FontRef {
    int weight = 400;   ///< 400 to 900, CSS
    int size_px = 28;   ///< em size in device pixels
    HanShapes han = HanShapes::by_text;  ///< `by_text`: what the line itself says, else the display's
    friend auto operator<=>(FontRef const&, FontRef const&) = default;
};

enum class ShapeKind {
    rectangle,  ///< corners of `radius`; a disc has radius width / 2
    ring,       ///< an ellipse outline, `stroke` wide, inside the box
    diamond,    ///< corners at the middles of the box's sides
};

/// One filled shape with smooth edges.
struct Shape {
    ShapeKind kind = ShapeKind::rectangle;
    Rect box;
    Color color;
    int radius = 0;  ///< pixels
    int stroke = 0;  ///< pixels; ring only
    friend bool operator==(Shape const&, Shape const&) = default;
};

/// One line of text, laid out from `x` on the baseline `y`.
struct TextRun {
    std::string text;  ///< UTF-8, logical order
    FontRef font;
    Color color;
    int x = 0;  ///< pixels; the pen's start
    int y = 0;  ///< pixels; the baseline
    std::optional<Rect> clip;  ///< nothing is drawn outside it
    friend bool operator==(TextRun const&, TextRun const&) = default;
};

/// A photo that covers the box: scaled, cut to its shape, corners rounded.
struct ImageBox {
    std::string image;  ///< name in Images
    Rect box;
    int radius = 0;
    friend bool operator==(ImageBox const&, ImageBox const&) = default;
};

/// The event's logo, whole, in its own colours. The box has its shape.
struct LogoBox {
    std::string logo;  ///< name in Logos
    Rect box;
    int radius = 0;    ///< of one that is its own plate
    friend bool operator==(LogoBox const&, LogoBox const&) = default;
};

/// A pictogram of images/pictograms/, tinted.
struct Pictogram {
    std::string name;  ///< "coffee", "lunch", "posters", …
    Rect box;
    Color color;
    bool is_flipped = false;  ///< left to right
    friend bool operator==(Pictogram const&, Pictogram const&) = default;
};

using Item = std::variant<Shape, TextRun, ImageBox, LogoBox, Pictogram>;

/// Items in painting order on a ground that fills `area`. Coordinates are the screen's.
struct Picture {
    Rect area;
    Color ground;
    std::vector<Item> items;
    friend bool operator==(Picture const&, Picture const&) = default;
};

/// The spine's level, for those who let it move: the spine as it is without any fill and wholly filled.
struct SpineLevel {
    Picture drained;
    Picture flooded;      ///< of the part that can be filled; its ground is the fill's color
    Rect empty;           ///< where a fill begins: without height (or width)
    Rect filled;          ///< what is filled
    int edge_px = 0;      ///< a line along the fill's end, in themes that have one
    Color edge_color = {};
    friend bool operator==(SpineLevel const&, SpineLevel const&) = default;
};

/// One screen: layers that change at different times. Stage and spine do not overlap; the badge lies on them.
struct Frame {
    Size size;
    Picture stage;                 ///< what and who
    Picture spine;                 ///< where, when, how long
    std::optional<Picture> badge;  ///< over the others: the rehearsal's strip and keys
    std::optional<SpineLevel> level = {};  ///< of the spine; empty: it has none
    friend bool operator==(Frame const&, Frame const&) = default;
};

}  // namespace kiosk
