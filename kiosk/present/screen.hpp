// The way from painted surfaces to a display. Three ways exist: SDL's own are slow where there is no GPU, and where
// there is no window system they need OpenGL, which shows finished pictures no better than the kernel does by itself.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "layout/picture.hpp"

struct SDL_Surface;

namespace kiosk {

enum class WindowMode { fullscreen, windowed };

struct ScreenOptions {
    WindowMode mode = WindowMode::fullscreen;
    Size size{1280, 720};  ///< of a window; fullscreen takes the display's
    std::string title = "kiosk";
    std::string output = {};           ///< on the console: of the monitor, "HDMI-A-1"; empty: the first
    bool tells_television = true;      ///< on the console: set_lit() speaks HDMI-CEC as well
    std::optional<Size> video_mode = {};  ///< on the console: wanted of the monitor; empty: what it prefers
    std::function<void(std::string const&)> say = {};  ///< a line for the log; none: nobody listens
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

/// What became of the display while nothing was presented.
enum class ScreenNews { none, repaint };

class Screen {
public:
    /// Fullscreen without a pointer, screen saver off. $KIOSK_PRESENTER chooses: kms (straight from the kernel), gpu or
    /// software (both through SDL); else the machine does. Errors: `display-missing` says why and what to do (exit code 3).
    static Outcome<std::unique_ptr<Screen>> open(ScreenOptions const& options);
    /// Several screens of one machine, in the same order. Only the console has more than one: else the first alone is opened.
    /// A monitor that is not there is waited for.
    static Outcome<std::vector<std::unique_ptr<Screen>>> open_all(std::vector<ScreenOptions> const& options);
    virtual ~Screen() = default;

    virtual Size size() const = 0;  ///< in pixels, as of now
    /// Shows the part `changed` of `now`, which is the whole screen's surface.
    virtual Presented show(SDL_Surface const& now, Rect const& changed) = 0;
    /// The screen's own memory, XRGB8888, if it lends that: what is painted there is seen with show(), which copies nothing then.
    /// Good until the next events of SDL's, and until this is asked again: it may be another one then, all black. Null: paint
    /// elsewhere.
    virtual SDL_Surface* canvas() = 0;
    /// From here to end_fade(), show() is for what lies outside the fade's area.
    virtual void begin_fade(Fade const& fade) = 0;
    /// One frame of the fade. `t`: 0 (from) to 1 (to).
    virtual Presented fade(double t) = 0;
    virtual void end_fade() = 0;
    /// True: presenting waits for the display; false: the caller keeps the time between frames.
    virtual bool keeps_time() const = 0;
    virtual std::string name() const = 0;  ///< "kms", "software" or the renderer's name, for people
    virtual std::string output() const = 0;  ///< the monitor and its mode, for people; empty: not known

    /// To be asked when its descriptor is readable, and after SDL's events. `repaint`: all of it, perhaps in another size.
    virtual ScreenNews take_news() = 0;
    virtual int news_descriptor() const = 0;  ///< negative: SDL's events tell
    /// Switches the monitor's own power. False: that cannot be done here.
    virtual bool set_lit(bool is_lit) = 0;
    /// What the graphics chip has kept of pictures may be gone: they are handed over anew.
    virtual void forget_pictures() = 0;
};

/// A screen that knows of nothing but pictures, as a window does: of the rest SDL's events tell. What stands in front of another
/// screen derives from Screen itself, and the compiler names what it forgets to hand on.
class PlainScreen : public Screen {
public:
    std::string output() const override { return {}; }
    ScreenNews take_news() override { return ScreenNews::none; }
    int news_descriptor() const override { return -1; }
    bool set_lit(bool /*is_lit*/) override { return false; }
    void forget_pictures() override {}
};

/// How much lower the incoming stage still is at `t`: ease-out cubic. Source: DISPLAY.md section 6.
int rise_at(int rise_px, double t);

}  // namespace kiosk
