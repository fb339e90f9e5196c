// The way from painted surfaces to a display. Two ways exist, because SDL's own are slow where
// there is no GPU and missing where there is no window system: see PERFORMANCE.md.
#pragma once

#include <memory>
#include <string>

#include "base/problem.hpp"
#include "layout/picture.hpp"

struct SDL_Surface;

namespace kiosk {

enum class WindowMode { fullscreen, windowed };

struct ScreenOptions {
    WindowMode mode = WindowMode::fullscreen;
    Size size{1280, 720};  ///< of a window; fullscreen takes the display's
    std::string title = "kiosk";
};

/// A change of stage. Both surfaces stand for the whole screen and outlive the fade.
struct Fade {
    SDL_Surface const* from = nullptr;
    SDL_Surface const* to = nullptr;
    Rect area;         ///< nothing else changes
    int rise_px = 0;   ///< how much lower the incoming stage starts
    Color ground;      ///< above it meanwhile
};

/// What the presenter did with a frame.
enum class Presented { yes, screen_lost };

class Screen {
public:
    /// Fullscreen without a pointer, screen saver off. $KIOSK_PRESENTER=software or gpu chooses;
    /// else the machine does. Errors: `display-missing` says what SDL said and what to do (exit code 3).
    static Outcome<std::unique_ptr<Screen>> open(ScreenOptions const& options);
    virtual ~Screen() = default;

    virtual Size size() const = 0;  ///< in pixels, as of now
    /// Shows the part `changed` of `now`, which is the whole screen's surface.
    virtual Presented show(SDL_Surface const& now, Rect const& changed) = 0;
    /// From here to end_fade(), show() is for what lies outside the fade's area.
    virtual void begin_fade(Fade const& fade) = 0;
    /// One frame of the fade. `t`: 0 (from) to 1 (to).
    virtual Presented fade(double t) = 0;
    virtual void end_fade() = 0;
    /// True: presenting waits for the display; false: the caller keeps the time between frames.
    virtual bool keeps_time() const = 0;
    virtual std::string name() const = 0;  ///< "software" or the renderer's name, for people
};

/// How much lower the incoming stage still is at `t`: ease-out cubic. Source: DISPLAY.md section 6.
int rise_at(int rise_px, double t);

}  // namespace kiosk
