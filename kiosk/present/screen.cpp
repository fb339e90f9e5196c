#include "present/screen.hpp"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

#include "present/kms_screen.hpp"
#include "present/steady_screen.hpp"
#include "present/window.hpp"

namespace kiosk {
namespace {

bool has_gpu_device() {
    std::error_code none;
    for (auto const& entry : std::filesystem::directory_iterator("/dev/dri", none)) {
        auto const name = entry.path().filename().string();
        if (name.starts_with("renderD") || name.starts_with("card")) return true;
    }
    return false;
}

bool is_drawn_by_processor(std::string_view renderer) {
    for (std::string_view const name : {"llvmpipe", "softpipe", "swrast", "software", "SWR"}) {
        if (renderer.find(name) != renderer.npos) return true;
    }
    return false;
}

enum class Way { software, gpu };

/// $KIOSK_PRESENTER; else the GPU where there is one, and where SDL has no window surface.
Way first_way(std::string_view driver) {
    char const* const forced = std::getenv("KIOSK_PRESENTER");
    if (forced && std::string_view(forced) == "software") return Way::software;
    if (forced && std::string_view(forced) == "gpu") return Way::gpu;
    if (driver == "KMSDRM" || driver == "wayland") return Way::gpu;
    if (driver == "offscreen" || driver == "dummy") return Way::software;
    return has_gpu_device() ? Way::gpu : Way::software;
}

bool is_chosen(std::string_view presenter) {
    char const* const forced = std::getenv("KIOSK_PRESENTER");
    return forced && presenter == forced;
}

Outcome<std::unique_ptr<Screen>> missing(std::string_view why) {
    return {{}, {{Severity::error, "display-missing", fmt::format("no display to draw on: {}", why.empty() ? "no reason given" : why),
                  "start it in a desktop session (DISPLAY or WAYLAND_DISPLAY set), or on the console with SDL_VIDEODRIVER=kmsdrm "
                  "as a member of the groups video, render and input",
                  {}}}};
}

/// SDL falls back on drawing into nothing where it finds no display; a show that nobody sees is an error.
/// Whoever wants that (tests, benchmarks) names the driver.
bool draws_into_nothing(std::string_view driver) {
    return (driver == "offscreen" || driver == "dummy") && !std::getenv("SDL_VIDEODRIVER");
}

/// With what follows where it fails: a renderer of its own kind once more, then none.
std::unique_ptr<Screen> kept_up(std::unique_ptr<Screen> screen, std::shared_ptr<VideoSystem> const& video, ScreenOptions const& options) {
    std::vector<OpenScreen> others;
    if (screen->name() != "software")
        others.emplace_back([video, options] {
            std::string drawn_by;
            return open_renderer_screen(video, options, drawn_by);
        });
    others.emplace_back([video, options] { return open_software_screen(video, options); });
    return steady(std::move(screen), std::move(others), options.say);
}

Outcome<std::unique_ptr<Screen>> open_sdl_screen(ScreenOptions const& options) {
    auto const video = std::make_shared<VideoSystem>(options.mode);
    if (!video->is_open()) return missing(SDL_GetError());
    char const* const name = SDL_GetCurrentVideoDriver();
    std::string_view const driver = name ? name : "dummy";  // without memory SDL may be open and have none
    if (draws_into_nothing(driver)) return missing("neither X11 nor Wayland nor a graphics device of the console was found");
    // On the console a window's surface goes through a GL renderer as well, so that nothing is won by it.
    bool const is_settled = std::getenv("KIOSK_PRESENTER") != nullptr || driver == "KMSDRM";
    std::unique_ptr<Screen> screen;
    std::string drawn_by;
    if (first_way(driver) == Way::gpu) {
        screen = open_renderer_screen(video, options, drawn_by);
        if (screen && (is_settled || !is_drawn_by_processor(drawn_by))) return {kept_up(std::move(screen), video, options), {}};
    }
    // Without a GPU our own blending beats a GL renderer that runs on the processor. One window at a time.
    bool const had_renderer = screen != nullptr;
    screen.reset();
    screen = open_software_screen(video, options);
    if (!screen && (had_renderer || first_way(driver) == Way::software)) screen = open_renderer_screen(video, options, drawn_by);
    if (!screen) return missing(SDL_GetError());
    return {kept_up(std::move(screen), video, options), {}};
}

}  // namespace

int rise_at(int rise_px, double t) {
    double const left = 1 - t;
    return static_cast<int>(std::lround(rise_px * left * left * left));
}

Outcome<std::vector<std::unique_ptr<Screen>>> Screen::open_all(std::vector<ScreenOptions> const& options) {
    std::vector<std::unique_ptr<Screen>> screens;
    std::vector<Problem> problems;
    if (is_chosen("kms") || (is_bare_console() && !std::getenv("KIOSK_PRESENTER"))) {
        auto machine = KmsMachine::open();
        problems = std::move(machine.problems);
        if (machine.value) {
            auto const keys = std::make_shared<VideoSystem>(VideoSystem::KeysOnly{});
            for (auto const& one : options) screens.push_back(make_kms_screen(*machine.value, kernel_output_news(), one, keys));
            return {std::move(screens), {}};
        }
        if (is_chosen("kms")) return {{}, std::move(problems)};
    }
    auto screen = open_sdl_screen(options.front());
    if (!screen.value && !problems.empty()) return {{}, std::move(problems)};  // of the card, which say more than SDL does
    if (!screen.value) return {{}, std::move(screen.problems)};
    screens.push_back(std::move(*screen.value));
    return {std::move(screens), std::move(screen.problems)};
}

Outcome<std::unique_ptr<Screen>> Screen::open(ScreenOptions const& options) {
    auto opened = open_all({options});
    if (!opened.value) return {{}, std::move(opened.problems)};
    return {std::move(opened.value->front()), std::move(opened.problems)};
}

}  // namespace kiosk
