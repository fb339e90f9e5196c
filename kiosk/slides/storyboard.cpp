#include "slides/storyboard.hpp"

#include "programme/timeline.hpp"
#include "slides/wording_of.hpp"

namespace kiosk {
namespace {

/// The middle to the minute, so that the pictures look as they do for most of the row.
Instant middle_of(Span span) { return std::chrono::floor<minutes>(span.begin + span.length() / 2); }

}  // namespace

std::vector<StoryboardRow> storyboard_of(SceneMaker const& scenes, Schedule const& schedule, Span range) {
    std::vector<StoryboardRow> rows;
    for (auto const& programme : timeline(scenes.programme(), range)) {
        StoryboardRow row{programme.valid, programme.phase, {}, {}};
        // The poster is for those who run the displays: its own words are English, as the timeline's.
        for (auto const* session : programme.now) row.title += (row.title.empty() ? "" : " + ") + list_title_of(*session, schedule, english_words());
        auto const t = std::max(middle_of(programme.valid), programme.valid.begin);
        for (auto const& slide : scenes.slides_at(programme.valid.begin))
            if (auto scene = scenes.at(t, slide)) row.pictures.push_back({slide, std::move(scene->scene)});
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace kiosk
