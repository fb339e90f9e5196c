// One function for each kind of slide, each in a file of its own. They draw inside geometry.content.
#pragma once

#include <functional>

#include "layout/sheet.hpp"
#include "slides/slide.hpp"

namespace kiosk {

void lay_out(NowSlide const& slide, Sheet& sheet);
void lay_out(PauseSlide const& slide, Sheet& sheet);
void lay_out(UpcomingSlide const& slide, Sheet& sheet);
void lay_out(DaySlide const& slide, Sheet& sheet);
void lay_out(SpeakerSlide const& slide, Sheet& sheet);
void lay_out(WelcomeSlide const& slide, Sheet& sheet);
void lay_out(EndSlide const& slide, Sheet& sheet);
void lay_out(NoticeSlide const& slide, Sheet& sheet);
// These have the whole screen.
void lay_out(EmergencySlide const& slide, Sheet& sheet);
void lay_out(NightSlide const& slide, Sheet& sheet);
void lay_out(DirectorySlide const& slide, Sheet& sheet);
/// What comes, in a column beside the slide.
void lay_out_ahead(std::string_view title, std::vector<DayRow> const& rows, Rect column, Sheet& sheet);
/// On the top of the stage.
void lay_out_banner(Banner const& banner, Rect area, Sheet& sheet);

struct SpinePictures {
    Picture spine;
    std::optional<SpineLevel> level;
};
SpinePictures lay_out_spine(Spine const& spine, Geometry const& geometry, Theme const& theme, Metrics const& metrics);

/// Plate, type and time side by side, the time below where they are too wide for `width`.
/// Returns the bottom of the last of them.
int head_row(Sheet& sheet, std::string_view plate, Fill fill, std::string_view type, std::string_view time, int width);

/// What a logo takes of a slide, with its plate if it needs one; of no size: there is none.
struct LogoPlace {
    Size size;                   ///< pixels, plate included
    std::optional<Color> plate;  ///< its colour; empty: the logo stands by itself
    bool is_opaque = false;      ///< it is its own plate: its corners are as round
    int inset = 0;               ///< pixels from the plate's edge to the logo
};
/// The event's logo `name` on `ground`, in at most `most` pixels.
LogoPlace place_for_logo(std::string const& name, Size most, Color ground, Sheet const& sheet);
void draw_logo(std::string const& name, LogoPlace const& place, int x, int y, Sheet& sheet);

/// Draws the event's logo at the top right of the content, beside a head row of `plate` and `date`. Returns
/// what it takes, of no width if there is none.
Rect lay_out_logo(std::string const& name, std::string_view plate, std::string_view date, Sheet& sheet);
/// The content's width, or what a logo at its right leaves of it.
int width_beside(Rect const& logo, Sheet const& sheet);

/// A headline that has been set, and its first cap-top.
struct PlacedHeadline {
    Paragraph paragraph;
    int top = 0;
};
/// Sets a headline whose first cap-top is at `top` into `width`.
using SetHeadline = std::function<Paragraph(int top, int width)>;
/// A headline at `top` or beneath: where the logo reaches down to it, beside the logo, or below it if it is
/// larger there and ends above `bottom`.
PlacedHeadline headline_by_logo(Rect const& logo, int top, int bottom, SetHeadline const& set,
                                Sheet const& sheet);

}  // namespace kiosk
