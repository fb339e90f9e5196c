#include "present/window.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

#include <dlfcn.h>

namespace kiosk {
namespace {

bool is_x11() {
    char const* const driver = SDL_GetCurrentVideoDriver();
    return driver && std::string_view(driver) == "x11";
}

/// SDL's drivers that have a display here, in its own order. A Wayland driver that is asked where no
/// session is talks to stderr.
std::string drivers_of_this_session() {
    std::string drivers;
    if (std::getenv("DISPLAY")) drivers += "x11,";
    if (std::getenv("WAYLAND_DISPLAY") || std::getenv("XDG_RUNTIME_DIR")) drivers += "wayland,";
    return drivers + "KMSDRM";
}

}  // namespace

VideoSystem::VideoSystem() {
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");  // run/ ends the program itself
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    // Left alone, SDL ends with its "offscreen" driver, and a show without a display would go on unseen.
    if (!std::getenv("SDL_VIDEODRIVER")) SDL_SetHint(SDL_HINT_VIDEODRIVER, drivers_of_this_session().c_str());
    is_open_ = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    if (is_open_) SDL_DisableScreenSaver();
}

VideoSystem::~VideoSystem() {
    if (is_open_) SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

// SDL asks the window manager to make a window fullscreen. With none (a bare X server on a kiosk)
// nobody answers: SDL waits 0.1 s and the window keeps its size. So the window covers the display
// by itself, and the manager is asked only where there is one.
Window open_window(ScreenOptions const& options) {
    if (options.mode == WindowMode::windowed) {
        return Window(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options.size.width,
                                       options.size.height, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI));
    }
    SDL_Rect display{0, 0, options.size.width, options.size.height};
    SDL_GetDisplayBounds(0, &display);
    Uint32 flags = SDL_WINDOW_BORDERLESS | SDL_WINDOW_ALLOW_HIGHDPI;
    if (!is_x11() || has_x11_window_manager()) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    Window window(SDL_CreateWindow(options.title.c_str(), display.x, display.y, display.w, display.h, flags));
    if (window) SDL_ShowCursor(SDL_DISABLE);
    return window;
}

// Xlib is there when SDL draws on X11, and only then: it is looked up, not linked.
bool has_x11_window_manager() {
    if (!is_x11()) return false;
    void* const xlib = dlopen("libX11.so.6", RTLD_LAZY);
    if (!xlib) return false;
    auto const open = reinterpret_cast<void* (*)(char const*)>(dlsym(xlib, "XOpenDisplay"));
    auto const close = reinterpret_cast<int (*)(void*)>(dlsym(xlib, "XCloseDisplay"));
    auto const root = reinterpret_cast<unsigned long (*)(void*)>(dlsym(xlib, "XDefaultRootWindow"));
    auto const atom = reinterpret_cast<unsigned long (*)(void*, char const*, int)>(dlsym(xlib, "XInternAtom"));
    auto const property = reinterpret_cast<int (*)(void*, unsigned long, unsigned long, long, long, int, unsigned long,
                                                   unsigned long*, int*, unsigned long*, unsigned long*, unsigned char**)>(
        dlsym(xlib, "XGetWindowProperty"));
    auto const release = reinterpret_cast<int (*)(void*)>(dlsym(xlib, "XFree"));
    bool found = false;
    void* const display = open && close && root && atom && property && release ? open(nullptr) : nullptr;
    if (display) {
        unsigned long type = 0, count = 0, left = 0;
        int format = 0;
        unsigned char* value = nullptr;
        auto const check = atom(display, "_NET_SUPPORTING_WM_CHECK", 1);
        if (check && property(display, root(display), check, 0, 1, 0, 0, &type, &format, &count, &left, &value) == 0)
            found = count > 0;
        if (value) release(value);
        close(display);
    }
    dlclose(xlib);
    return found;
}

}  // namespace kiosk
