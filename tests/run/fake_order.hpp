// A programme of plain colours, for tests of the loop.
#pragma once

#include <atomic>
#include <map>
#include <thread>

#include <SDL.h>

#include "paint/painting.hpp"
#include "present/screen.hpp"
#include "run/running_order.hpp"
#include "run/show.hpp"
#include "support/comes_true.hpp"
#include "support/manual_clock.hpp"

namespace kiosk {

inline constexpr Size fake_size{160, 90};

/// Stage right, spine left, badge (if any) across the foot.
inline Frame fake_frame(std::uint8_t stage, std::uint8_t spine) {
    return {fake_size, {{40, 0, 120, 90}, {stage, 0, 0, 255}, {}}, {{0, 0, 40, 90}, {0, spine, 0, 255}, {}}, {}};
}

struct FakeOrder final : RunningOrder {
    std::map<Instant, Shown> shown;  // by its beginning; the first holds before as well
    Timing times;
    std::atomic<int> asked = 0;
    std::optional<Rehearsal> last_rehearsal;

    Shown shown_at(Instant t, Size, Rehearsal const* rehearsal) override {
        ++asked;
        last_rehearsal = rehearsal ? std::optional(*rehearsal) : std::nullopt;
        auto after = shown.upper_bound(t);
        auto answer = after == shown.begin() ? after->second : std::prev(after)->second;
        answer.until = after == shown.end() ? end_of_time : after->first;
        return answer;
    }
    std::optional<Instant> change_after(Instant t) const override {
        auto const after = shown.upper_bound(t);
        return after == shown.end() ? std::nullopt : std::optional(after->first);
    }
    std::optional<Instant> change_before(Instant t) const override {
        auto const at = shown.lower_bound(t);
        return at == shown.begin() ? std::nullopt : std::optional(std::prev(at)->first);
    }
    Timing const& timing() const override { return times; }
};

/// Counts what it is given and remembers the last shown pixels.
struct FakeScreen final : PlainScreen {
    Size pixels = fake_size;
    std::atomic<int> shows = 0, fades = 0, fade_ends = 0;
    Rect last_area;
    std::string last_picture;
    std::vector<double> times;
    Presented answer = Presented::yes;

    Size size() const override { return pixels; }
    Presented show(SDL_Surface const& now, Rect const& changed) override;
    SDL_Surface* canvas() override { return nullptr; }
    void begin_fade(Fade const&) override { times.clear(); }
    Presented fade(double t) override {
        ++fades;
        times.push_back(t);
        return answer;
    }
    void end_fade() override { ++fade_ends; }
    bool keeps_time() const override { return false; }
    std::string name() const override { return "fake"; }
    ScreenNews take_news() override { return news.exchange(ScreenNews::none); }
    bool set_lit(bool lit) override {
        lamp.push_back(lit);
        return true;
    }
    std::atomic<ScreenNews> news = ScreenNews::none;
    std::vector<bool> lamp;  ///< as it was switched
};

/// SDL's events without a display.
struct Events {
    Events() {
        ::setenv("SDL_VIDEODRIVER", "dummy", 1);
        SDL_InitSubSystem(SDL_INIT_VIDEO);
        SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    }
    ~Events() { SDL_QuitSubSystem(SDL_INIT_VIDEO); }
    static void key(SDL_Keycode key, Uint16 modifiers = 0) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym.sym = key;
        event.key.keysym.mod = modifiers;
        SDL_PushEvent(&event);
    }
};

/// Time in which too much could happen.
inline void time_for_too_much() { std::this_thread::sleep_for(milliseconds{60}); }

/// Runs a show while `script` plays on another thread, and Q is pressed at its end.
template <class Script>
ShowEnd play(Show& show, Script const& script) {
    std::jthread const thread([&] {
        script();
        Events::key(SDLK_q);
        show.wait().wake();
    });
    return show.run();
}

}  // namespace kiosk
