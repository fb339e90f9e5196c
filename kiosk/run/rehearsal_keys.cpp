#include "run/rehearsal_keys.hpp"

#include <algorithm>

#include <SDL.h>

namespace kiosk {

std::optional<KeyAction> action_of(std::int32_t key, bool with_shift, ShowKind kind) {
    if (key == SDLK_ESCAPE || key == SDLK_q) return KeyAction::quit;
    if (kind == ShowKind::real) return {};
    switch (key) {
        case SDLK_SPACE: return KeyAction::pause;
        case SDLK_LEFT: return with_shift ? KeyAction::previous_change : KeyAction::minute_back;
        case SDLK_RIGHT: return with_shift ? KeyAction::next_change : KeyAction::minute_forward;
        case SDLK_UP: return KeyAction::faster;
        case SDLK_DOWN: return KeyAction::slower;
        case SDLK_n: return KeyAction::real_time;
        case SDLK_s: return KeyAction::screenshot;
        case SDLK_h: return KeyAction::keys;
        default: return {};
    }
}

void apply(KeyAction action, Rehearsal& rehearsal, RehearsalClock& clock, Clock const& real, RunningOrder const& order) {
    auto const jump = [&](std::optional<Instant> t) {
        if (t) clock.jump_to(*t);
    };
    switch (action) {
        case KeyAction::pause: rehearsal.is_paused = !rehearsal.is_paused; break;
        case KeyAction::minute_back: jump(clock.now() - minutes{1}); break;
        case KeyAction::minute_forward: jump(clock.now() + minutes{1}); break;
        case KeyAction::previous_change: jump(order.change_before(clock.now())); break;
        case KeyAction::next_change: jump(order.change_after(clock.now())); break;
        case KeyAction::faster: rehearsal.rate = std::min(rehearsal.rate * 2, fastest_rate); break;
        case KeyAction::slower: rehearsal.rate = std::max(rehearsal.rate / 2, slowest_rate); break;
        case KeyAction::real_time:
            rehearsal.rate = 1;
            rehearsal.is_paused = false;
            jump(real.now());
            break;
        case KeyAction::keys: rehearsal.shows_keys = !rehearsal.shows_keys; break;
        case KeyAction::quit:
        case KeyAction::screenshot: break;
    }
    clock.set_rate(rehearsal.is_paused ? 0 : rehearsal.rate);
}

}  // namespace kiosk
