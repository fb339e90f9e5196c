// The loop while photos are being decoded: it goes on, and they come when they are ready.
#include "paint/png.hpp"
#include "run/fake_order.hpp"

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

/// A show whose photo "slow" can be read when the test says so.
struct PhotoShow {
    Events events;
    PaintBox paint_box;
    Painter painter{*paint_box.fonts, paint_box.images, paint_box.pictograms};
    FakeScreen screen;
    AheadOrder order;
    ManualClock clock;
    Instant const start = clock.now();
    ShowOptions options;
    std::atomic<bool> is_there = false;
    std::atomic<int> reads = 0, decoded = 0, lines = 0;
    std::vector<std::string> said;

    explicit PhotoShow(std::string bytes = red_png()) {
        order.inner.times.crossfade = milliseconds{0};
        paint_box.images.add_unseen("slow", "slow", [this, bytes]() -> Outcome<std::string> {
            ++reads;
            comes_true([this] { return is_there.load(); });
            return {bytes, {}};
        });
        options.say = [this](std::string const& line) {
            said.push_back(line);
            ++lines;
        };
    }
    void at(milliseconds after, std::string slide, Frame frame) { order.inner.shown[start + after] = {std::move(frame), std::move(slide), {"s1"}, {}}; }
    std::string fingerprint_of(Frame const& frame) {
        PaintBox fresh;
        fresh.images.add_unseen("slow", "slow", []() -> Outcome<std::string> { return {red_png(), {}}; });
        auto const surface = make_surface(fake_size);
        Painter(*fresh.fonts, fresh.images, fresh.pictograms).paint(frame, *surface);
        return fingerprint(*surface);
    }
    using Move = std::function<void(milliseconds after)>;
    /// `script` moves the time.
    void play(std::function<void(Move const&)> const& script) {
        Show show(screen, painter, order, clock, options);
        paint_box.images.decode_aside([&] {
            ++decoded;
            show.wait().wake();
        });
        CHECK(kiosk::play(show, [&] {
            script([&](milliseconds after) {
                clock.time = start + after;
                show.wait().wake();
            });
        }) == ShowEnd::told_to);
        paint_box.images.decode_here();
    }
    void shown(int times) {
        comes_true([&] { return screen.shows >= times; });
    }
};

}  // namespace

TEST_CASE("while a photo is being decoded the loop goes on, and then its box alone is presented", "[run]") {
    PhotoShow show;
    show.options.photos_wait = milliseconds{30};
    auto const frame = with_photo(fake_frame(10, 20), "slow");
    show.at(milliseconds{0}, "now", frame);
    auto ticked = frame;
    ticked.spine.ground.g = 21;
    show.at(minutes{1}, "now", ticked);
    show.play([&](auto const& move_to) {
        show.shown(1);  // without it
        move_to(minutes{1});
        show.shown(2);  // the tick
        show.is_there = true;
        show.shown(3);
        time_for_too_much();
    });
    CHECK(show.screen.shows == 3);
    CHECK(show.screen.last_area == box);
    CHECK(show.screen.last_picture == show.fingerprint_of(ticked));
    CHECK(show.reads == 1);
}

TEST_CASE("the first frame waits for a photo that is quickly there", "[run]") {
    PhotoShow show;
    show.options.photos_wait = minutes{1};
    auto const frame = with_photo(fake_frame(10, 20), "slow");
    show.at(milliseconds{0}, "now", frame);
    show.play([&](auto const&) {
        comes_true([&] { return show.reads == 1; });
        time_for_too_much();
        show.is_there = true;
        show.shown(1);
        time_for_too_much();
    });
    CHECK(show.screen.shows == 1);
    CHECK(show.screen.last_picture == show.fingerprint_of(frame));
}

TEST_CASE("the next slide's photos are decoded before it comes, once a slide and not once a minute", "[run]") {
    PhotoShow show;
    auto const frame = with_photo(fake_frame(12, 20), "slow");
    show.is_there = true;
    show.at(milliseconds{0}, "now", fake_frame(10, 20));
    show.at(minutes{1}, "now", fake_frame(10, 21));
    show.at(minutes{2}, "speaker", frame);
    show.order.next = frame;
    show.play([&](auto const& move_to) {
        comes_true([&] { return show.decoded == 1; });
        move_to(minutes{1});
        show.shown(2);
        move_to(minutes{2});
        show.shown(3);
        time_for_too_much();
    });
    CHECK(show.order.looked_ahead == 2);
    CHECK(show.screen.shows == 3);  // no hole that is filled later
    CHECK(show.screen.last_picture == show.fingerprint_of(frame));
    CHECK(show.reads == 1);
}

TEST_CASE("a photo that comes during a fade is shown when the fade is over", "[run]") {
    PhotoShow show;
    show.order.inner.times.crossfade = milliseconds{300};
    auto const frame = with_photo(fake_frame(12, 20), "slow");
    show.at(milliseconds{0}, "now", fake_frame(10, 20));
    show.at(minutes{1}, "speaker", frame);
    show.play([&](auto const& move_to) {
        show.shown(1);
        move_to(minutes{1});
        comes_true([&] { return show.screen.fades > 0; });
        show.is_there = true;
        show.shown(3);
    });
    CHECK(show.screen.fade_ends == 1);
    CHECK(show.screen.last_area == box);
    CHECK(show.screen.last_picture == show.fingerprint_of(frame));
}

TEST_CASE("a photo that turns out to be broken is said once, and the layout is asked again", "[run]") {
    PhotoShow show("no photo");
    show.options.photos_wait = milliseconds{30};
    show.order.has_photo = [&] { return show.paint_box.images.size("slow").has_value(); };
    show.at(milliseconds{0}, "now", with_photo(fake_frame(10, 20), "slow"));
    show.play([&](auto const&) {
        show.shown(1);
        show.is_there = true;
        comes_true([&] { return show.lines == 1 && show.order.inner.asked == 2; });
        time_for_too_much();
    });
    CHECK(show.said == std::vector<std::string>{"slow: warning: the photo cannot be used: it is neither a PNG nor a JPEG nor a WebP; save it anew as JPEG "
                                                "or PNG of at most 4,000 pixels a side [photo-unusable]"});
    CHECK(show.order.inner.asked == 2);
    CHECK(show.screen.last_picture == show.fingerprint_of(fake_frame(10, 20)));
}

TEST_CASE("a photo that is replaced while it is on the screen is painted anew", "[run]") {
    PhotoShow show;
    show.is_there = true;
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
