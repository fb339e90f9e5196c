#include "run/display.hpp"

#include <fmt/format.h>

#include "layout/care.hpp"
#include "layout/ticking.hpp"
#include "slides/power.hpp"
#include "words/times.hpp"

namespace kiosk {
namespace {

constexpr int most_looks_ahead = 60;  // ticks of a minute, or of a second where the clock shows them

/// Arrows and letters are the same on every keyboard, and in every language.
std::vector<KeyWords> key_words(Words const& words) {
    return {{words[Phrase::key_space], words[Phrase::key_pause]}, {"← →", words[Phrase::key_minute]},
            {"Shift ← →", words[Phrase::key_change]},             {"↑ ↓", words[Phrase::key_speed]},
            {"N", words[Phrase::key_real_time]},                  {"S", words[Phrase::key_screenshot]},
            {"H", words[Phrase::key_help]},                       {"Esc, Q", words[Phrase::key_quit]}};
}

/// Where a session was read from.
std::string to_line_place(Session const& session) { return fmt::format("{}:{}", session.origin.file.text(), session.origin.line); }

/// Why a session of today is not on at `t`. Empty: it is.
std::string reason_not_on(Session const& session, Instant t) {
    if (session.status == Status::cancelled) return "cancelled";
    if (session.status == Status::hidden) return "hidden";
    if (t >= session.when.end) return "over";
    return t < session.when.begin ? "later" : "";
}

/// "60×", "0.5×"
std::string rate_text(double rate) { return fmt::format("{:.10g}×", rate); }

}  // namespace

Display::Display(Snapshot const& snapshot, Metrics const& metrics)
    : snapshot_(snapshot), metrics_(metrics), scenes_(scenes_of(snapshot)) {}

/// A slide that is held stays as long as there is one of its name; an emergency is stronger.
SceneAt Display::scene_at(Instant t, DisplayState const& state) const {
    if (state.face == ClockFace::not_known) return *scenes_.at_unknown_time(t);
    auto usual = *scenes_.at(t);
    if (!state.hold || !state.hold->shown.contains(t) || usual.slide == "emergency") return usual;
    auto const wanted = state.hold->slide.empty() ? scenes_.at(state.hold->shown.begin)->slide : state.hold->slide;
    auto held = scenes_.at(t, wanted);
    if (!held) return usual;
    held->until = std::min(held->until, state.hold->shown.end);
    return *held;
}

Shown Display::shown_at(Instant t, Size size, Rehearsal const* rehearsal, DisplayState const& state) {
    if (!rehearsal)
        if (auto shown = ticked(t, size, state)) return std::move(*shown);
    return made_anew(t, size, rehearsal, state);
}

std::optional<Shown> Display::ticked(Instant t, Size size, DisplayState const& state) {
    if (!ticking_ || t < ticking_->from || t >= ticking_->until || ticking_->shown.frame.size != size) return {};
    bool const is_as_it_was = ticking_->state.face == state.face && ticking_->state.schedule_from == state.schedule_from && !state.hold;
    auto clock = scenes_.clock_at(t, ticking_->shown.language);
    if (!is_as_it_was || !set_clock(ticking_->shown.frame, ticking_->clock, clock, metrics_)) {
        ticking_.reset();
        return {};
    }
    ticking_->clock = std::move(clock);
    ticking_->shown.until = std::min<Instant>(ticking_->until, std::chrono::floor<seconds>(t) + seconds{1});
    return ticking_->shown;
}

Shown Display::made_anew(Instant t, Size size, Rehearsal const* rehearsal, DisplayState const& state) {
    ticking_.reset();
    auto scene = scene_at(t, state);
    scene.scene.spine.is_simulated = rehearsal != nullptr;
    if (scene.scene.status.empty()) scene.scene.status = words_of_missing_schedule(snapshot_);
    if (state.schedule_from) scene.scene.status = age_words(*state.schedule_from, t);
    auto frame = layout(scene.scene, snapshot_.theme, size, metrics_);
    auto care = snapshot_.settings.care;
    if (rehearsal && size.height > size.width) care.is_oled = false;  // the badge has the foot of the screen
    frame = cared_for(std::move(frame), care, t, scene.day);
    Shown shown{std::move(frame), scene.slide, {}, scene.until, scene.language};
    auto power_until = end_of_time;
    if (!rehearsal && state.face == ClockFace::shown) {
        auto const phase = scenes_.programme().at(t).phase;
        auto const power = power_at(snapshot_.settings.power, snapshot_.schedule.zone(), phase, scene, t);
        shown.is_lit = power.is_lit;
        power_until = power.until;
        shown.until = std::min(shown.until, power.until);
    }
    if (rehearsal) shown.frame.badge = layout_badge(badge_for(t, *rehearsal), snapshot_.theme, size, metrics_);
    for (auto const& id : scene.now) shown.sessions.push_back(id.value);
    bool const ticks = scene.ticks_until > scene.until && !rehearsal && !state.hold && shown.until >= scene.until;
    if (ticks) ticking_ = {shown, state, t, std::min(scene.ticks_until, power_until), scene.scene.spine.clock};
    return shown;
}

/// Minutes tick, and sessions may change under the same slide.
std::optional<Frame> Display::slide_after(Instant t, Size size, DisplayState const& state) const {
    auto const now = scene_at(t, state);
    auto then = now;
    for (int i = 0; i < most_looks_ahead && then.until != end_of_time; ++i) {
        then = scene_at(then.until, state);
        if (then.slide != now.slide || then.language != now.language || then.now != now.now)
            return layout(then.scene, snapshot_.theme, size, metrics_);
    }
    return {};
}

/// "Schedule from 09:12 – no connection"; from another day with its date.
std::string Display::age_words(Instant from, Instant t) const {
    auto const& words = snapshot_.languages.front();
    auto const& zone = snapshot_.schedule.zone();
    auto time = time_text(zone.to_wall(from), words);
    if (zone.day_of(from) != zone.day_of(t)) time = short_day(zone.day_of(from), words) + ", " + time;
    return words.say(Phrase::no_connection, {time});
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
            if (problem.where.file.text() == source.source && problem.severity == Severity::error && state.last_error.empty())
                state.last_error = to_line(problem);
        for (auto const& session : snapshot_.schedule.sessions()) state.sessions += session.origin.file.text() == source.source ? 1 : 0;
        if (state.sessions == 0) state.state = "failed";
        states.push_back(std::move(state));
    }
    return states;
}

/// Why this slide, and not the next in turn.
std::string Display::reason_for(std::string const& slide, Instant t, DisplayState const& state) const {
    if (state.face == ClockFace::not_known) return "the clock is not trusted: no other slide is sure to be right";
    if (slide == "emergency") return "an emergency comes before everything";
    bool const is_held = state.hold && state.hold->shown.contains(t) && (state.hold->slide.empty() || state.hold->slide == slide);
    if (is_held) return "an operator holds it";
    return slides(t).size() > 1 ? "it is its turn" : "there is no other";
}

std::string Display::explanation(Instant t, DisplayState const& state) const {
    auto const programme = scenes_.programme().at(t);
    auto const scene = scene_at(t, state);
    auto const& zone = snapshot_.schedule.zone();
    auto text = fmt::format("phase     {}, until {}\n", to_word(programme.phase),
                            programme.valid.end == end_of_time ? "further notice" : zone.to_iso_with_offset(programme.valid.end));
    for (auto const* session : programme.now) text += fmt::format("now       {} \"{}\" ({})\n", session->id.value, session->title, to_line_place(*session));
    if (!programme.next.empty()) text += fmt::format("next      {} \"{}\"\n", programme.next.front()->id.value, programme.next.front()->title);
    text += fmt::format("slide     {}, until {}\n", scene.slide, zone.to_iso_with_offset(scene.until));
    text += fmt::format("because   {}\n", reason_for(scene.slide, t, state));
    text += fmt::format("in turn   {}\n", fmt::join(slides(t), ", "));
    auto const rooms = snapshot_.display.rooms;
    text += fmt::format("rooms     {}\n", rooms.empty() ? std::string("the event's") : fmt::format("{}", fmt::join(rooms, ", ")));
    for (auto const* session : programme.today) {
        auto const why = reason_not_on(*session, t);
        if (!why.empty()) text += fmt::format("not       {} \"{}\": {}\n", session->id.value, session->title, why);
    }
    return text;
}

}  // namespace kiosk
