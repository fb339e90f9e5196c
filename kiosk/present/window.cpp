#include "present/window.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "present/drm_cards.hpp"

namespace kiosk {
namespace {

bool is_x11() {
    char const* const driver = SDL_GetCurrentVideoDriver();
    return driver && std::string_view(driver) == "x11";
}

/// Can SDL start in this Wayland session? It dereferences null where the session has no seat (SDL
/// 2.26, Weston without keyboard and mouse), so another process tries first.
bool survives_wayland() {
    auto const child = ::fork();
    if (child < 0) return true;
    if (child == 0) {
        std::signal(SIGSEGV, SIG_DFL);  // a sanitizer would write a report
        ::close(STDERR_FILENO);         // the parent says it all once more
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "wayland");
        ::_exit(SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 ? 0 : 1);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return !WIFSIGNALED(status);
}

/// SDL's drivers that have a display here, in its own order. A Wayland driver that is asked where no
/// session is talks to stderr.
std::string drivers_of_this_session() {
    std::string drivers;
    if (std::getenv("DISPLAY")) drivers += "x11,";
    if (std::getenv("WAYLAND_DISPLAY")) drivers += "wayland,";
    return drivers + "KMSDRM";
}

/// On the console SDL 2.26 chooses a renderer that shows nothing but the clear colour, and says no word of it; and of several
/// graphics cards the one that it finds last, monitor or not. An environment that names them wins.
void choose_for_console() {
    for (auto const* hint : {SDL_HINT_RENDER_DRIVER, SDL_HINT_FRAMEBUFFER_ACCELERATION}) SDL_SetHint(hint, "opengles2");
    if (auto const card = card_with_monitor(drm_connectors())) SDL_SetHint(SDL_HINT_KMSDRM_DEVICE_INDEX, std::to_string(*card).c_str());
}

bool is_console(std::string drivers) {
    std::transform(drivers.begin(), drivers.end(), drivers.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return drivers == "kmsdrm";
}

/// Xlib's own struct of an error, as far as it is read here. Source: XErrorEvent, <X11/Xlib.h>.
struct XError {
    int type;
    void* display;
    unsigned long resource, serial;
    unsigned char code;
};
constexpr unsigned char bad_window = 3, bad_drawable = 9;

// Xlib ends the process by itself when the X server goes or the window is destroyed by somebody
// else: with code 1, which is "the input has errors" here. COMMANDS.md: 3 is "the display is lost".
[[noreturn]] void leave() {
    constexpr std::string_view line = "kiosk: the display was lost: restart me\n";
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
    ::_exit(3);
}
int on_x_connection_lost(void*) { leave(); }
int on_x_error(void*, XError* error) {
    if (error->code == bad_window || error->code == bad_drawable) leave();
    return 0;  // a request of SDL's that this server has not got
}

void watch_x11() {
    static void* const xlib = dlopen("libX11.so.6", RTLD_LAZY);  // stays: it calls us back
    if (!xlib) return;
    auto const set_lost = reinterpret_cast<void (*)(int (*)(void*))>(dlsym(xlib, "XSetIOErrorHandler"));
    auto const set_error = reinterpret_cast<void (*)(int (*)(void*, XError*))>(dlsym(xlib, "XSetErrorHandler"));
    if (set_lost) set_lost(on_x_connection_lost);
    if (set_error) set_error(on_x_error);
}

}  // namespace

void settle_environment() {
    constexpr int if_not_set = 0;
    ::setenv("XCOMPOSEFILE", "/dev/null", if_not_set);  // Xlib: 10 ms for what nobody types here
    ::setenv("LC_ALL", "C", if_not_set);                // SDL: a dozen files for how a locale would type it
    ::setenv("XCURSOR_PATH", "/dev/null", if_not_set);  // Xlib: every theme of icons, for a pointer that is hidden
    // libdbus starts programs to find a bus by itself. SDL would tell it that a screen saver is to wait, as it tells X11.
    auto const* const session = std::getenv("XDG_RUNTIME_DIR");
    bool const has_bus = session && ::access((std::string(session) + "/bus").c_str(), F_OK) == 0;
    if (!has_bus) ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", if_not_set);
}

VideoSystem::VideoSystem(WindowMode mode) {
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");  // run/ ends the program itself
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    // Left alone, SDL ends with its "offscreen" driver, and a show without a display would go on unseen.
    char const* const wanted = std::getenv("SDL_VIDEODRIVER");
    auto const drivers = wanted ? std::string(wanted) : drivers_of_this_session();
    if (!wanted) SDL_SetHint(SDL_HINT_VIDEODRIVER, drivers.c_str());
    if (is_console(drivers)) choose_for_console();
    // Decorations are for windows; the library that draws them talks to stderr where it finds no theme.
    if (mode == WindowMode::fullscreen) SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0");
    if (drivers.starts_with("wayland") && !survives_wayland()) {
        SDL_SetError("SDL fails in this Wayland session, as it does in one without a seat (keyboard or mouse)");
        return;
    }
    is_open_ = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    if (!is_open_) return;  // with SDL_GetError() as it is
    SDL_DisableScreenSaver();
    if (is_x11()) watch_x11();
}

VideoSystem::VideoSystem(KeysOnly) {
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "evdev");  // it draws nowhere, and reads /dev/input
    is_open_ = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 || SDL_InitSubSystem(SDL_INIT_EVENTS) == 0;
}

VideoSystem::~VideoSystem() {
    if (is_open_) SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
}

bool is_bare_console() {
    return !std::getenv("DISPLAY") && !std::getenv("WAYLAND_DISPLAY") && !std::getenv("SDL_VIDEODRIVER");
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
