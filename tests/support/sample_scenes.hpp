// One small event that has a bit of everything, and a scene of each kind of slide from it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "settings/settings.hpp"
#include "slides/scene.hpp"
#include "support/schedule_builder.hpp"

namespace kiosk {

/// Which scene, and when it is shown.
struct SampleScene {
    std::string_view name;   ///< of the scene: "now-several-speakers"
    std::string_view clock;  ///< on the event's first day: "10:28"
    std::string_view slide;  ///< as SceneMaker takes it
    std::vector<std::string> rooms = {"Room 211-213"};
    std::vector<Announcement> posted = {};
    int day = 0;
    std::string_view language = "en-US";
    std::string_view second_language = {};  ///< empty: there is one
};

/// Every kind of slide, and what each can lack or have too much of.
std::vector<SampleScene> const& sample_scenes();

/// The event's schedule: invented people in invented rooms.
Schedule const& sample_schedule();

/// The one of sample_scenes() called `name`. Must exist.
SampleScene const& sample_called(std::string_view name);
/// In words.
Scene scene_of(SampleScene const& sample);

/// The photo that its people have, and its logo.
inline constexpr std::string_view sample_photo = "portrait.png", sample_logo = "logo.svg";

}  // namespace kiosk
