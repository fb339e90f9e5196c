// A show in fakes, whose time the test moves.
#pragma once

#include <string>

#include "paint/png.hpp"
#include "run/fake_order.hpp"
#include "support/comes_true.hpp"

namespace kiosk {

/// Everything that a show needs, in fakes where it would be seen or heard.
struct Stagehand {
    Events events;
    PaintBox box;
    Painter painter{*box.fonts, box.images, box.pictograms};
    FakeScreen screen;
    FakeOrder order;
    ManualClock clock;
    Instant const start = clock.now();

    Stagehand() { order.times.crossfade = milliseconds{160}; }
    void at(milliseconds after, std::string slide, std::uint8_t stage, std::uint8_t spine) {
        order.shown[start + after] = {fake_frame(stage, spine), std::move(slide), {"s1"}, {}};
    }
    std::string fingerprint_of(std::uint8_t stage, std::uint8_t spine) {
        auto const surface = make_surface(fake_size);
        painter.paint(fake_frame(stage, spine), *surface);
        return fingerprint(*surface);
    }
    Show show(ShowOptions options = {}) { return Show(screen, painter, order, clock, std::move(options)); }
    void shown(int times) {
        comes_true([&] { return screen.shows >= times; });
    }
    void asked(int times) {
        comes_true([&] { return order.asked >= times; });
    }
    void move_to(milliseconds after, Show const& show) {
        clock.time = start + after;
        show.wait().wake();
    }
};

}  // namespace kiosk
