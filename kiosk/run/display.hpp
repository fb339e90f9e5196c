// One display of an event: the answer to what is on its screen.
#pragma once

#include "command/notes.hpp"
#include "io/event_loader.hpp"
#include "layout/layout.hpp"
#include "run/running_order.hpp"
#include "slides/scene.hpp"

namespace kiosk {

/// What may hold for one picture alone.
struct DisplayState {
    ClockFace face = ClockFace::shown;
    std::optional<Hold> hold = {};  ///< a slide that stays
    std::optional<Instant> schedule_from = {};  ///< the schedule may be old by now: as it was then
};

class Display {
public:
    /// Both outlive the display.
    Display(Snapshot const& snapshot, Metrics const& metrics);

    /// As RunningOrder's. Where the clock shows seconds, most answers are the last one with another second.
    Shown shown_at(Instant t, Size size, Rehearsal const* rehearsal, DisplayState const& state = {});
    /// As RunningOrder's.
    void look_again() { ticking_.reset(); }
    /// As RunningOrder's.
    std::optional<Frame> slide_after(Instant t, Size size, DisplayState const& state = {}) const;
    std::optional<Instant> change_after(Instant t) const { return scenes_.programme().change_after(t); }
    std::optional<Instant> change_before(Instant t) const { return scenes_.programme().change_before(t); }
    std::vector<SourceState> sources() const;
    /// Why this slide is up at `t`, and which others take turns; lines for an operator.
    std::string explanation(Instant t, DisplayState const& state = {}) const;
    /// Those that take turns at `t`.
    std::vector<std::string> slides(Instant t) const { return scenes_.at(t)->in_turn; }

private:
    /// An answer that holds but for its clock.
    struct Ticking {
        Shown shown;
        DisplayState state;
        Instant from, until;
        std::string clock;
    };
    Shown made_anew(Instant t, Size size, Rehearsal const* rehearsal, DisplayState const& state);
    std::optional<Shown> ticked(Instant t, Size size, DisplayState const& state);
    std::string reason_for(std::string const& slide, Instant t, DisplayState const& state) const;
    std::string age_words(Instant from, Instant t) const;
    SceneAt scene_at(Instant t, DisplayState const& state) const;
    BadgeContent badge_for(Instant t, Rehearsal const& rehearsal) const;

    Snapshot const& snapshot_;
    Metrics const& metrics_;
    SceneMaker scenes_;
    std::optional<Ticking> ticking_;
};

}  // namespace kiosk
