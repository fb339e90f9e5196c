// SDL's libraries, ahead of their first call.
#pragma once

namespace kiosk {

/// Loads SDL and SDL_ttf, as their first calls would. For any thread: to load them takes as long as to read a schedule.
void load_sdl();

}  // namespace kiosk
