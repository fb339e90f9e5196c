#include "slides/scene.hpp"

#include <algorithm>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

/// Speakers share one dash of the pager, whoever it is.
std::string_view pager_kind(std::string_view name) { return name.substr(0, name.find(':')); }

Pager pager_of(std::vector<std::string> const& in_turn, std::string_view current) {
    std::vector<std::string_view> kinds;
    for (auto const& name : in_turn)
        if (std::find(kinds.begin(), kinds.end(), pager_kind(name)) == kinds.end()) kinds.push_back(pager_kind(name));
    auto const found = std::find(kinds.begin(), kinds.end(), pager_kind(current));
    if (found == kinds.end()) return {};
    return {static_cast<int>(kinds.size()), static_cast<int>(found - kinds.begin())};
}

}  // namespace

SceneMaker::SceneMaker(Schedule const& schedule, std::vector<std::string> rooms, Timing timing, Words words, ClockFace clock)
    : schedule_(schedule), rooms_(std::move(rooms)), timing_(std::move(timing)), words_(std::move(words)), clock_(clock),
      programme_(schedule, rooms_) {}

std::optional<SceneAt> SceneMaker::at(Instant t, std::optional<std::string> const& wanted) const {
    auto const programme = programme_.at(t);
    SlideContext const context{schedule_, programme, words_, rooms_, t};
    auto const playlist = playlist_for(context, timing_);
    auto const moment = moment_at(playlist, t);

    SceneAt result;
    result.in_turn = slides_of(playlist);
    result.slide = wanted.value_or(playlist.turns[moment.turn].slide);
    if (result.slide == "now") result.slide = main_slide_name(programme);
    auto slide = make_slide(context, result.slide);
    if (!slide) return {};
    result.scene.slide = std::move(*slide);
    bool const main = result.slide == main_slide_name(programme);
    result.scene.spine = make_spine(context, rooms_, main ? MainSlide::is_shown : MainSlide::is_not_shown);
    if (timing_.seconds) result.scene.spine.clock = clock_reading_with_seconds(context.wall(t), words_).digits;
    if (clock_ == ClockFace::not_known) {
        result.scene.spine.clock = "–:––";
        result.scene.spine.clock_note = words_[Phrase::clock_not_set];
        if (auto* welcome = std::get_if<WelcomeSlide>(&result.scene.slide)) welcome->date.clear();
    }
    result.scene.pager = pager_of(result.in_turn, result.slide);
    for (auto const* session : programme.now) result.now.push_back(session->id);
    auto const next_second = std::chrono::floor<seconds>(t) + seconds{1};
    result.until = std::min({moment.when.end, programme.valid.end, words_hold_until(context)});
    if (timing_.seconds) result.until = std::min<Instant>(result.until, next_second);
    return result;
}

std::vector<std::string> SceneMaker::slides_at(Instant t) const {
    auto const programme = programme_.at(t);
    std::vector<std::string> names;
    // A span holds up to three playlists, one after the other.
    for (Instant part = std::max(programme.valid.begin, Instant{}); part < programme.valid.end;) {
        SlideContext const context{schedule_, programme, words_, rooms_, part};
        auto const playlist = playlist_for(context, timing_);
        for (auto const& name : slides_of(playlist))
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        part = std::max(playlist.valid.end, part + milliseconds{1});
    }
    return names;
}

}  // namespace kiosk
