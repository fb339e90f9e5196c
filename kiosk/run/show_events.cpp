// What keys and windows do to the loop.
#include <algorithm>
#include <chrono>
#include <string_view>

#include <SDL.h>
#include <date/date.h>

#include "io/files.hpp"
#include "paint/png.hpp"
#include "run/show.hpp"

namespace kiosk {
namespace {

/// The window system lost our pixels, or gave the window another size.
bool needs_painting(SDL_Event const& event) {
    if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) return true;
    if (event.type == SDL_DISPLAYEVENT) return true;
    if (event.type != SDL_WINDOWEVENT) return false;
    switch (event.window.event) {
        case SDL_WINDOWEVENT_EXPOSED:
        case SDL_WINDOWEVENT_SIZE_CHANGED:
        case SDL_WINDOWEVENT_RESTORED:
        case SDL_WINDOWEVENT_SHOWN: return true;
        default: return false;
    }
}

/// SDL answers the end of a Wayland session with SDL_QUIT; somebody who closes the window is told by
/// the window's own event before.
bool means_display_is_gone() {
    char const* const driver = SDL_GetCurrentVideoDriver();
    return driver && std::string_view(driver) == "wayland";
}

}  // namespace

void Show::poll_events(std::vector<Show*> const& shows) {
    std::vector<Show*> to_repaint;
    SDL_Event event{};
    while (SDL_PollEvent(&event))
        for (auto* const show : shows)
            if (show->handle(event) && std::find(to_repaint.begin(), to_repaint.end(), show) == to_repaint.end()) to_repaint.push_back(show);
    for (auto* const show : to_repaint) show->repaint();
}

/// Must the screen be painted anew?
bool Show::handle(SDL_Event const& event) {
    bool const is_closed = event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_CLOSE;
    if (is_closed && !is_supervised()) end_ = ShowEnd::told_to;
    if (event.type == SDL_QUIT && !end_) {
        if (means_display_is_gone()) end_ = ShowEnd::screen_lost;
        else if (!is_supervised()) end_ = ShowEnd::told_to;
    }
    if (event.type == SDL_KEYDOWN) handle_key(event);
    if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) screen_.forget_pictures();
    return needs_painting(event);
}

void Show::repaint() {
    if (end_ || !shown_) return;
    follow_canvas();
    if (is_moving()) finish_motion();
    if (is_fading()) finish_fade();
    auto const size = screen_.size();
    if (size == shown_->frame.size && layers_.keeps_picture())
        return count_frame(screen_.show(layers_.surface(), {0, 0, size.width, size.height}));
    layers_.forget();
    is_stale_ = true;
}

void Show::handle_key(SDL_Event const& event) {
    auto const kind = rehearsal_clock_ ? ShowKind::rehearsal : ShowKind::real;
    auto const action = action_of(event.key.keysym.sym, (event.key.keysym.mod & KMOD_SHIFT) != 0, kind);
    if (!action) {
        if (event.key.repeat == 0) order_.press(SDL_GetKeyName(event.key.keysym.sym));
        return;
    }
    if (*action == KeyAction::quit) {
        if (!is_supervised()) end_ = ShowEnd::told_to;
    } else if (*action == KeyAction::screenshot) {
        save_screenshot({});
    } else {
        apply(*action, rehearsal_, *rehearsal_clock_, *real_clock_, order_);
        is_stale_ = true;
    }
}

/// `path` empty: a name of its own in the folder for screenshots.
void Show::save_screenshot(std::filesystem::path path) {
    if (is_moving()) finish_motion();
    if (is_fading()) finish_fade();
    if (!layers_.has_surface()) return;
    auto const time = std::chrono::floor<seconds>(clock_.now());
    if (path.empty()) path = options_.screenshot_folder / ("kiosk-" + date::format("%Y%m%dT%H%M%SZ", time) + ".png");
    auto const problems = write_atomically(path, to_png(layers_.surface()));
    if (!options_.say) return;
    options_.say(problems.empty() ? "screenshot saved as " + path.string() : to_line(problems.front()));
}

}  // namespace kiosk
