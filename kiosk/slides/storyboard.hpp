// The day as a poster: which pictures to draw, and when each is shown.
#pragma once

#include <string>
#include <vector>

#include "slides/scene.hpp"

namespace kiosk {

/// One row: a stretch in which the same is on, and the slides that take turns in it.
struct StoryboardRow {
    Span when;
    Phase phase = Phase::before;
    std::string title;  ///< what is on, in words
    struct Picture {
        std::string slide;
        Scene scene;
    };
    std::vector<Picture> pictures;
};

/// Rows without holes over `range`; each slide stands for the middle of its row.
std::vector<StoryboardRow> storyboard_of(SceneMaker const& scenes, Schedule const& schedule, Span range);

}  // namespace kiosk
