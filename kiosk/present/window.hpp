// The window that covers the display.
#pragma once

#include <memory>

#include <SDL.h>

#include "present/screen.hpp"

namespace kiosk {

/// Tells the libraries below SDL what not to look for, so that the first frame need not wait: the tables of a keyboard's compose
/// key, and a session bus where no session is. Where something is set already it stays. Before there are other threads.
void settle_environment();

/// SDL's video part, for as long as this lives.
class VideoSystem {
public:
    explicit VideoSystem(WindowMode mode);
    /// Without a picture: SDL reads the keyboards alone. It is open even where there is none.
    struct KeysOnly {};
    explicit VideoSystem(KeysOnly);
    ~VideoSystem();
    VideoSystem(VideoSystem const&) = delete;
    VideoSystem& operator=(VideoSystem const&) = delete;
    bool is_open() const { return is_open_; }

private:
    bool is_open_ = false;
};

struct DestroyWindow {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};
using Window = std::unique_ptr<SDL_Window, DestroyWindow>;

/// Null: SDL_GetError() says why.
Window open_window(ScreenOptions const& options);

/// Is there an EWMH window manager on the X11 display? False as well: there is no X11.
bool has_x11_window_manager();

/// Is no window system there, and did nobody choose a driver of SDL's?
bool is_bare_console();

/// SDL's two ways to present. Null: this machine has not got it; SDL_GetError() says why.
std::unique_ptr<Screen> open_software_screen(std::shared_ptr<VideoSystem> video, ScreenOptions const& options);
/// `drawn_by` is set to what the driver calls its GPU.
std::unique_ptr<Screen> open_renderer_screen(std::shared_ptr<VideoSystem> video, ScreenOptions const& options,
                                             std::string& drawn_by);

}  // namespace kiosk
