// The keys of a rehearsal.
#pragma once

#include <cstdint>
#include <optional>

#include "run/running_order.hpp"
#include "time/clock.hpp"

namespace kiosk {

enum class KeyAction {
    quit,
    pause,
    minute_back, minute_forward,
    previous_change, next_change,
    faster, slower,
    real_time,
    screenshot,
    keys,
};

enum class ShowKind { real, rehearsal };

/// What a key does. `key`: SDL's key code. A real show knows Esc and Q only. Empty: nothing.
std::optional<KeyAction> action_of(std::int32_t key, bool with_shift, ShowKind kind);

inline constexpr double slowest_rate = 0.125, fastest_rate = 7680;

/// Does what concerns time and the badge: everything but quit and screenshot.
void apply(KeyAction action, Rehearsal& rehearsal, RehearsalClock& clock, Clock const& real, RunningOrder const& order);

}  // namespace kiosk
