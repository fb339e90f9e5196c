// The loop while photos are being decoded: it goes on, and they come when they are ready.
#include <atomic>
#include <thread>

#include "paint/png.hpp"
#include "run/fake_order.hpp"
#include "run/show.hpp"
#include "run/system_clock.hpp"

using namespace kiosk;

namespace {

constexpr Rect box{60, 10, 40, 50};

Frame with_photo(Frame frame, std::string const& name) {
    frame.stage.items.push_back(ImageBox{name, box, 0});
    return frame;
}

std::string red_png() {
    auto const surface = make_surface({80, 100});
    SDL_FillRect(surface.get(), nullptr, 0xFF0000);
    return to_png(*surface);
}

/// A programme whose next slide is known.
struct AheadOrder final : RunningOrder {
    FakeOrder inner;
    std::optional<Frame> next;
    mutable int looked_ahead = 0;
    std::function<bool()> has_photo;

    Shown shown_at(Instant t, Size size, Rehearsal const* rehearsal) override {
        auto shown = inner.shown_at(t, size, rehearsal);
        if (has_photo && !has_photo()) std::erase_if(shown.frame.stage.items, [](Item const& item) { return std::holds_alternative<ImageBox>(item); });
        return shown;
    }
    std::optional<Instant> change_after(Instant t) const override { return inner.change_after(t); }
    std::optional<Instant> change_before(Instant t) const override { return inner.change_before(t); }
    Timing const& timing() const override { return inner.times; }
    std::optional<Frame> slide_after(Instant, Size) const override {
        ++looked_ahead;
        return next;
    }
};

/// A show whose photo "slow" takes its time.
struct PhotoShow {
    Events events;
    PaintBox paint_box;
    Painter painter{*paint_box.fonts, paint_box.images, paint_box.pictograms};
    FakeScreen screen;
    AheadOrder order;
    SystemClock clock;
    Instant const start = clock.now();
    std::atomic<int> reads = 0;
    std::vector<std::string> said;

    explicit PhotoShow(milliseconds slowness, std::string bytes = red_png()) {
        order.inner.times.crossfade = milliseconds{0};
        paint_box.images.add_unseen("slow", "slow", [this, slowness, bytes]() -> Outcome<std::string> {
            ++reads;
            std::this_thread::sleep_for(slowness);
            return {bytes, {}};
        });
    }
    void at(milliseconds after, std::string slide, Frame frame) { order.inner.shown[start + after] = {std::move(frame), std::move(slide), {"s1"}, {}}; }
    std::string fingerprint_of(Frame const& frame) {
        PaintBox fresh;
        fresh.images.add_unseen("slow", "slow", []() -> Outcome<std::string> { return {red_png(), {}}; });
        auto const surface = make_surface(fake_size);
        Painter(*fresh.fonts, fresh.images, fresh.pictograms).paint(frame, *surface);
        return fingerprint(*surface);
    }
    void run_for(milliseconds length) {
        Show show(screen, painter, order, clock, {.say = [this](std::string const& line) { said.push_back(line); }});
        paint_box.images.decode_aside([&] { show.wait().wake(); });
        std::jthread const end([&] {
            std::this_thread::sleep_for(length);
            Events::key(SDLK_q);
            show.wait().wake();
        });
        CHECK(show.run() == ShowEnd::told_to);
        paint_box.images.decode_here();
    }
};

}  // namespace

TEST_CASE("while a photo is being decoded the loop goes on, and then its box alone is presented", "[run]") {
    PhotoShow show(milliseconds{700});
    auto const frame = with_photo(fake_frame(10, 20), "slow");
    show.at(milliseconds{0}, "now", frame);
    auto ticked = frame;
    ticked.spine.ground.g = 21;
    show.at(milliseconds{450}, "now", ticked);
    show.run_for(milliseconds{1200});
    CHECK(show.screen.shows == 3);  // without it after 300 ms, the tick, and the photo
    CHECK(show.screen.last_area == box);
    CHECK(show.screen.last_picture == show.fingerprint_of(ticked));
    CHECK(show.reads == 1);
}

TEST_CASE("the first frame waits for a photo that is quickly there", "[run]") {
    PhotoShow show(milliseconds{20});
    auto const frame = with_photo(fake_frame(10, 20), "slow");
    show.at(milliseconds{0}, "now", frame);
    show.run_for(milliseconds{500});
    CHECK(show.screen.shows == 1);
    CHECK(show.screen.last_picture == show.fingerprint_of(frame));
}

TEST_CASE("the next slide's photos are decoded before it comes, once a slide and not once a minute", "[run]") {
    PhotoShow show(milliseconds{50});
    auto const frame = with_photo(fake_frame(12, 20), "slow");
    show.at(milliseconds{0}, "now", fake_frame(10, 20));
    show.at(milliseconds{150}, "now", fake_frame(10, 21));
    show.at(milliseconds{300}, "speaker", frame);
    show.order.next = frame;
    show.run_for(milliseconds{600});
    CHECK(show.order.looked_ahead == 2);
    CHECK(show.screen.shows == 3);  // no hole that is filled later
    CHECK(show.screen.last_picture == show.fingerprint_of(frame));
    CHECK(show.reads == 1);
}

TEST_CASE("a photo that comes during a fade is shown when the fade is over", "[run]") {
    PhotoShow show(milliseconds{100});
    show.order.inner.times.crossfade = milliseconds{300};
    auto const frame = with_photo(fake_frame(12, 20), "slow");
    show.at(milliseconds{0}, "now", fake_frame(10, 20));
    show.at(milliseconds{50}, "speaker", frame);
    show.run_for(milliseconds{900});
    CHECK(show.screen.fade_ends == 1);
    CHECK(show.screen.last_area == box);
    CHECK(show.screen.last_picture == show.fingerprint_of(frame));
}

TEST_CASE("a photo that turns out to be broken is said once, and the layout is asked again", "[run]") {
    PhotoShow show(milliseconds{400}, "no photo");
    show.order.has_photo = [&] { return show.paint_box.images.size("slow").has_value(); };
    show.at(milliseconds{0}, "now", with_photo(fake_frame(10, 20), "slow"));
    show.run_for(milliseconds{900});
    CHECK(show.said == std::vector<std::string>{"slow: warning: the photo cannot be used: it is neither a PNG nor a JPEG nor a WebP; save it anew as JPEG "
                                                "or PNG of at most 4,000 pixels a side [photo-unusable]"});
    CHECK(show.order.inner.asked == 2);
    CHECK(show.screen.last_picture == show.fingerprint_of(fake_frame(10, 20)));
}

TEST_CASE("a photo that is replaced while it is on the screen is painted anew", "[run]") {
    PhotoShow show(milliseconds{10});
    auto const frame = with_photo(fake_frame(10, 20), "slow");
    Layers layers(show.painter);
    show.paint_box.images.decode_aside({});
    show.painter.prepare(frame);
    show.painter.wait_for_photos(seconds{10});
    show.painter.collect_photos();
    layers.paint(frame);
    CHECK(pixel(layers.surface(), 70, 20).r == 255);
    CHECK(layers.complete().empty());
    show.paint_box.images.add_unseen("slow", "slow", []() -> Outcome<std::string> {
        auto const surface = make_surface({80, 100});
        SDL_FillRect(surface.get(), nullptr, 0x0000FF);
        return {to_png(*surface), {}};
    });
    layers.replace(show.painter.collect_photos().replaced);
    show.painter.prepare(frame);
    CHECK(pixel(layers.surface(), 70, 20).r == 255);
    show.painter.wait_for_photos(seconds{10});
    show.painter.collect_photos();
    CHECK(layers.complete() == std::vector<Rect>{box});
    CHECK(pixel(layers.surface(), 70, 20).b == 255);
    CHECK(layers.complete().empty());
}
