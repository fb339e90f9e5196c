// One function for each kind of slide, each in a file of its own. They draw inside geometry.content.
#pragma once

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

}  // namespace kiosk
