// One display of an event: the answer to what is on its screen.
#pragma once

#include "io/event_loader.hpp"
#include "layout/layout.hpp"
#include "run/running_order.hpp"
#include "slides/scene.hpp"

namespace kiosk {

class Display final : public RunningOrder {
public:
    /// Both outlive the display. `face`: whether a real clock can be held against the schedule.
    Display(Snapshot const& snapshot, Metrics const& metrics, ClockFace face);

    Shown shown_at(Instant t, Size size, Rehearsal const* rehearsal) override;
    std::optional<Instant> change_after(Instant t) const override { return scenes_.programme().change_after(t); }
    std::optional<Instant> change_before(Instant t) const override { return scenes_.programme().change_before(t); }
    Timing const& timing() const override { return snapshot_.settings.timing; }
    std::vector<SourceState> sources() const override;

private:
    BadgeContent badge_for(Instant t, Rehearsal const& rehearsal) const;

    Snapshot const& snapshot_;
    Metrics const& metrics_;
    ClockFace face_;
    SceneMaker scenes_;
};

}  // namespace kiosk
