#include "run/display.hpp"

#include <fmt/format.h>

#include "layout/care.hpp"
#include "words/times.hpp"

namespace kiosk {
namespace {

/// Arrows and letters are the same on every keyboard, and in every language.
std::vector<KeyWords> key_words(Words const& words) {
    return {{words[Phrase::key_space], words[Phrase::key_pause]}, {"← →", words[Phrase::key_minute]},
            {"Shift ← →", words[Phrase::key_change]},             {"↑ ↓", words[Phrase::key_speed]},
            {"N", words[Phrase::key_real_time]},                  {"S", words[Phrase::key_screenshot]},
            {"H", words[Phrase::key_help]},                       {"Esc, Q", words[Phrase::key_quit]}};
}

/// "60×", "0.5×"
std::string rate_text(double rate) { return fmt::format("{:.10g}×", rate); }

}  // namespace

Display::Display(Snapshot const& snapshot, Metrics const& metrics, ClockFace face)
    : snapshot_(snapshot), metrics_(metrics), face_(face), scenes_(scenes_of(snapshot)) {}

Shown Display::shown_at(Instant t, Size size, Rehearsal const* rehearsal) {
    auto scene = face_ == ClockFace::shown ? *scenes_.at(t) : *scenes_.at_unknown_time(t);
    scene.scene.spine.is_simulated = rehearsal != nullptr;
    auto frame = layout(scene.scene, snapshot_.theme, size, metrics_);
    auto care = snapshot_.settings.care;
    if (rehearsal && size.height > size.width) care.is_oled = false;  // the badge has the foot of the screen
    frame = cared_for(std::move(frame), care, t, scene.day);
    Shown shown{std::move(frame), scene.slide, {}, scene.until, scene.language};
    if (rehearsal) shown.frame.badge = layout_badge(badge_for(t, *rehearsal), snapshot_.theme, size, metrics_);
    for (auto const& id : scene.now) shown.sessions.push_back(id.value);
    return shown;
}

BadgeContent Display::badge_for(Instant t, Rehearsal const& rehearsal) const {
    auto const& words = snapshot_.languages.front();
    auto const wall = snapshot_.schedule.zone().to_wall(t);
    auto const time = fmt::format("{}, {}", short_day(date::floor<date::days>(wall), words), time_text(wall, words));
    auto const speed = rehearsal.is_paused ? words[Phrase::paused] : words.say(Phrase::speed, {rate_text(rehearsal.rate)});
    BadgeContent badge{words[Phrase::rehearsal],
                       fmt::format("{}  ·  {}  ·  {}", words.say(Phrase::simulated_at, {time}), speed,
                                   words.say(Phrase::press_for_keys, {"H"})), {}};
    if (rehearsal.shows_keys) badge.keys = key_words(words);
    if (words.is_right_to_left) badge.reading = Reading::right_to_left;
    return badge;
}

std::vector<SourceState> Display::sources() const {
    std::vector<SourceState> states;
    for (auto const& source : snapshot_.settings.schedules) {
        SourceState state{source.source, "ok", {}, seconds{0}, 0};
        for (auto const& problem : snapshot_.problems)
            if (problem.where.file == source.source && problem.severity == Severity::error && state.last_error.empty())
                state.last_error = to_line(problem);
        for (auto const& session : snapshot_.schedule.sessions()) state.sessions += session.origin.file == source.source ? 1 : 0;
        if (state.sessions == 0) state.state = "failed";
        states.push_back(std::move(state));
    }
    return states;
}

}  // namespace kiosk
