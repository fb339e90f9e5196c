// When nobody needs the panel, and its own power may be off.
#pragma once

#include "programme/programme.hpp"
#include "settings/settings.hpp"
#include "slides/scene.hpp"

namespace kiosk {

struct PowerAt {
    bool is_lit = true;
    Instant until{};  ///< the answer holds before it, as long as the scene does
};

/// Is the panel needed at `t`? `scene`: what would be on it. What an operator has to say always needs it; so does a day whose
/// sessions are on or near, whatever hours the event file names. Errors: none.
PowerAt power_at(PowerSettings const& power, Zone const& zone, Phase phase, SceneAt const& scene, Instant t);

}  // namespace kiosk
