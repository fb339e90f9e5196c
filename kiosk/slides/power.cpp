#include "slides/power.hpp"

#include <algorithm>

namespace kiosk {
namespace {

bool is_quiet(Phase phase) { return phase == Phase::before || phase == Phase::over || phase == Phase::event_over; }

bool has_something_to_say(SceneAt const& scene) {
    if (scene.scene.banner || scene.slide == "emergency") return true;
    return std::any_of(scene.in_turn.begin(), scene.in_turn.end(), [](std::string const& name) { return name.starts_with("notice"); });
}

}  // namespace

PowerAt power_at(PowerSettings const& power, Zone const& zone, Phase phase, SceneAt const& scene, Instant t) {
    if (power.off == PowerSettings::Off::never) return {true, end_of_time};
    bool const may_be_dark = is_quiet(phase) && !has_something_to_say(scene);
    if (power.off == PowerSettings::Off::at_night) return {!(may_be_dark && scene.night.is_on), scene.night.until};
    // The hours of the day: from `from` to `to`, over midnight if that is earlier.
    auto const wall = zone.to_wall(t);
    auto const midnight = date::floor<date::days>(wall);
    auto const since = wall - midnight;
    auto const& [from, to] = std::pair(power.from, power.to);
    bool const is_within = from <= to ? since >= from && since < to : since >= from || since < to;
    auto next = WallTime::max();
    for (auto const edge : {from, to})
        for (auto const day : {date::days{0}, date::days{1}})
            if (auto const at = WallTime{midnight + day} + edge; at > wall) next = std::min<WallTime>(next, at);
    return {!(is_within && may_be_dark), std::max(zone.to_instant(next), t + milliseconds{1})};
}

}  // namespace kiosk
