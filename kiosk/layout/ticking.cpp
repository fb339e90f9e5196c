#include "layout/ticking.hpp"

namespace kiosk {
namespace {

/// The lines of a picture that say just this.
std::vector<TextRun*> runs_that_say(Picture& picture, std::string const& text) {
    std::vector<TextRun*> runs;
    for (auto& item : picture.items)
        if (auto* const run = std::get_if<TextRun>(&item); run && run->text == text) runs.push_back(run);
    return runs;
}

}  // namespace

bool set_clock(Frame& frame, std::string const& before, std::string const& now, Metrics const& metrics) {
    auto runs = runs_that_say(frame.spine, before);
    if (runs.empty()) return false;
    if (frame.level)
        for (auto* const picture : {&frame.level->drained, &frame.level->flooded})
            for (auto* const run : runs_that_say(*picture, before)) runs.push_back(run);
    for (auto const* run : runs)
        if (metrics.text_width(now, run->font) != metrics.text_width(before, run->font)) return false;
    for (auto* const run : runs) run->text = now;
    return true;
}

}  // namespace kiosk
