// The pieces that slides are put together from: lines, plates, rules, photos, marks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/geometry.hpp"
#include "layout/metrics.hpp"
#include "layout/picture.hpp"
#include "layout/text_flow.hpp"
#include "slides/slide.hpp"

namespace kiosk {

enum class Align { left, right };

/// A picture in the making. Positions are pixels; vertical ones of text are cap-tops or baselines.
class Sheet {
public:
    Sheet(Rect area, Color ground, Geometry const& geometry, Theme const& theme, Metrics const& metrics);

    Geometry const& geometry;
    Theme const& theme;
    Metrics const& metrics;

    int u(double units) const { return geometry.u(units); }
    FontRef font(int weight, double size) const { return {weight, geometry.u(size)}; }
    int cap_height(FontRef font) const { return metrics.extents(font).cap_height; }
    Paragraph flow(std::string_view text, TextStyle const& style, int width, int height) const {
        return kiosk::flow(text, style, width, height, geometry, metrics);
    }

    /// The parts on one line of at most `width` pixels: each in the fullest wording for which there
    /// is room beside those before it, or not at all. Cut only where no part fits in any wording.
    std::string meta_line(std::vector<MetaPart> const& parts, FontRef font, int width) const;

    /// One line on a baseline, from `x` on or up to it; ink of large type starts 2 u after `x`.
    /// Returns the x after (left) or before (right) it.
    int line(std::string_view text, FontRef font, Color color, int x, int baseline, Align align = Align::left,
             std::optional<Rect> clip = {});
    /// The same with a line through it: what no longer holds.
    int struck_line(std::string_view text, FontRef font, Color color, Color stroke, int x, int baseline);
    /// The first line of a paragraph in the same way; of an empty one, nothing.
    int line(Paragraph const& paragraph, Color color, int x, int baseline, Align align = Align::left);
    /// A paragraph whose first cap-top is at `top`; returns where its box ends (no lines: `top`).
    int paragraph(Paragraph const& paragraph, Color color, int x, int top, std::optional<Rect> clip = {});

    void shape(Shape shape) { picture_.items.push_back(shape); }
    void rule(int x, int y, int width);
    /// A filled label, `height` u high and at most `most` pixels wide; returns its right edge.
    int plate(std::string_view text, Fill fill, int x, int y, int most, double height = 60, int size = 34);
    /// The photo of `person` at 4:5, or initials where there is none.
    void portrait(PersonCard const& person, Rect box);
    bool has_photo(std::string const& photo) const { return !photo.empty() && metrics.image_size(photo).has_value(); }
    void photo(std::string const& name, Rect box);
    void silhouette(Rect box);
    void logo(LogoBox logo) { picture_.items.push_back(std::move(logo)); }
    void pictogram(std::string name, Rect box, Color color);
    /// A white plate with the address as a QR code, at most `side` pixels wide; nothing where that leaves a
    /// module less than two pixels. Returns the plate's width, 0 for nothing.
    int qr(std::string_view address, int x, int y, int side);
    /// The sign of a kind of session, centred; `scale` 1 is UPCOMING's.
    void mark(Mark mark, int center_x, int center_y, double scale, Color color);
    void pager(Pager const& pager);
    /// A ring and small print, level with the pager on the other side. Empty: nothing.
    void status(std::string_view text, Pager const& beside);

    Color fill_color(Fill fill) const;
    Picture take() { return std::move(picture_); }

private:
    int radius_for(int width) const;
    int pager_width(Pager const& pager) const;  ///< 0: it is not drawn
    void frame(Rect box);  ///< around a photo, where the theme has frames
    Picture picture_;
};

}  // namespace kiosk
