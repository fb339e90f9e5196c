#include <csignal>

#include <nlohmann/json.hpp>

#include "layout/level.hpp"
#include "paint/png.hpp"
#include "run/stagehand.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

Presented FakeScreen::show(SDL_Surface const& now, Rect const& changed) {
    ++shows;
    last_area = changed;
    last_picture = fingerprint(now);
    return answer;
}

TEST_CASE("the first frame is whole, and nothing is presented while nothing changes", "[run]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    auto show = hand.show();
    CHECK(play(show, [&] {
        hand.shown(1);
        time_for_too_much();
    }) == ShowEnd::told_to);
    CHECK(show.frames() == 1);
    CHECK(hand.screen.last_area == Rect{0, 0, 160, 90});
    CHECK(hand.screen.last_picture == hand.fingerprint_of(10, 20));
    CHECK(hand.order.asked == 1);
    CHECK_FALSE(hand.order.last_rehearsal);
}

TEST_CASE("a minute's tick shows the spine alone, at its time and without a fade", "[run]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.at(minutes{1}, "now", 10, 21);
    auto show = hand.show();
    int early = 0;
    play(show, [&] {
        hand.shown(1);
        hand.move_to(minutes{1} - milliseconds{1}, show);
        time_for_too_much();
        early = hand.screen.shows;
        hand.move_to(minutes{1}, show);
        hand.shown(2);
    });
    CHECK(early == 1);
    CHECK(hand.screen.shows == 2);
    CHECK(hand.screen.last_area == Rect{0, 0, 40, 90});
    CHECK(hand.screen.fades == 0);
    CHECK(hand.screen.last_picture == hand.fingerprint_of(10, 21));
}

TEST_CASE("other words on the same slide are a cut; another slide is a crossfade that ends on the new stage", "[run]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.order.times.crossfade = milliseconds{400};
    hand.at(minutes{1}, "now", 11, 20);
    hand.at(minutes{2}, "next", 12, 20);
    auto show = hand.show();
    play(show, [&] {
        hand.shown(1);
        hand.move_to(minutes{1}, show);
        hand.shown(2);
        hand.move_to(minutes{2}, show);
        hand.shown(3);
        time_for_too_much();
    });
    CHECK(hand.screen.shows == 3);
    CHECK(hand.screen.fade_ends == 1);
    CHECK(hand.screen.fades >= 2);   // 400 ms at 16 ms a frame, on a machine that may be busy
    CHECK(hand.screen.fades <= 26);
    CHECK(std::is_sorted(hand.screen.times.begin(), hand.screen.times.end()));
    CHECK(hand.screen.times.back() < 1);
    CHECK(hand.screen.last_area == Rect{40, 0, 120, 90});
    CHECK(hand.screen.last_picture == hand.fingerprint_of(12, 20));
}

TEST_CASE("a spine that ticks during a fade is shown at once, and a new slide ends the fade", "[run]") {
    Stagehand hand;
    hand.order.times.crossfade = milliseconds{300};
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.at(minutes{1}, "next", 12, 20);
    hand.at(minutes{2}, "next", 12, 21);
    hand.at(minutes{3}, "day", 13, 21);
    auto show = hand.show();
    play(show, [&] {
        hand.shown(1);
        hand.move_to(minutes{1}, show);
        comes_true([&] { return hand.screen.fades > 0; });
        hand.move_to(minutes{2}, show);
        hand.shown(2);
        hand.move_to(minutes{3}, show);
        hand.shown(4);
        time_for_too_much();
    });
    CHECK(hand.screen.fade_ends == 2);
    CHECK(hand.screen.shows == 4);
    CHECK(hand.screen.last_picture == hand.fingerprint_of(13, 21));
}

TEST_CASE("the level moves to where it belongs, in small strips of the spine, and ends exactly there", "[run]") {
    Stagehand hand;
    auto const leveled = [](int height) {
        auto frame = fake_frame(10, 20);
        SpineLevel level{frame.spine, frame.spine, {0, 90, 40, 0}, {0, 90 - height, 40, height}};
        level.flooded.ground = {0, 0, 200, 255};
        frame.spine = with_level(level, level.filled);
        frame.level = level;
        return frame;
    };
    hand.order.shown[hand.start] = {leveled(80), "now", {}, {}};
    hand.order.shown[hand.start + minutes{1}] = {leveled(40), "now", {}, {}};
    auto show = hand.show();
    play(show, [&] {
        hand.shown(1);
        hand.move_to(minutes{1}, show);
        std::this_thread::sleep_for(milliseconds{1000});
    });
    CHECK(hand.screen.shows >= 3);   // 600 ms in steps of 60 ms, on a machine that may be busy
    CHECK(hand.screen.shows <= 42);
    CHECK(hand.screen.last_area.height < 90);
    auto const surface = make_surface(fake_size);
    hand.painter.paint(leveled(40), *surface);
    CHECK(hand.screen.last_picture == fingerprint(*surface));

    hand.order.times.reduce_motion = true;
    hand.screen.shows = 0;
    hand.clock.time = hand.start;
    auto still = hand.show();
    play(still, [&] {
        hand.shown(1);
        hand.move_to(minutes{1}, still);
        hand.shown(2);
        time_for_too_much();
    });
    CHECK(hand.screen.shows == 2);
}

TEST_CASE("no crossfade means cuts", "[run]") {
    Stagehand hand;
    hand.order.times.crossfade = milliseconds{0};
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.at(minutes{1}, "next", 12, 20);
    auto show = hand.show({.frames = 2});
    CHECK(play(show, [&] {
        hand.shown(1);
        hand.move_to(minutes{1}, show);
        hand.shown(2);
    }) == ShowEnd::frames_presented);
    CHECK(hand.screen.fades == 0);
}

TEST_CASE("another size of the window is painted anew, an uncovered window is shown again", "[run]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    auto show = hand.show({.frames = 2});
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    SDL_PushEvent(&event);
    CHECK(show.run() == ShowEnd::frames_presented);
    CHECK(hand.order.asked == 1);
    hand.screen.pixels = {320, 180};
    event.window.event = SDL_WINDOWEVENT_SIZE_CHANGED;
    SDL_PushEvent(&event);
    Events::key(SDLK_q);
    CHECK(hand.show().run() == ShowEnd::told_to);
}

TEST_CASE("a lost screen ends the show, and so does SIGTERM, promptly", "[run]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.screen.answer = Presented::screen_lost;
    CHECK(hand.show().run() == ShowEnd::screen_lost);
    hand.screen.answer = Presented::yes;
    auto show = hand.show();
    auto const begin = std::chrono::steady_clock::now();
    std::jthread const killer([&] {
        hand.asked(2);
        time_for_too_much();
        ::kill(::getpid(), SIGTERM);
    });
    CHECK(show.run() == ShowEnd::told_to);
    CHECK(std::chrono::steady_clock::now() - begin < seconds{20});
}

TEST_CASE("SIGHUP does not end a real show, which hears of it in its loop", "[run][H12]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    int heard = 0;
    auto show = hand.show({.on_hangup = [&heard] {
        ++heard;
        ::kill(::getpid(), SIGTERM);
    }});
    std::jthread const hangs_up([&] {
        hand.shown(1);
        time_for_too_much();
        ::kill(::getpid(), SIGHUP);
    });
    CHECK(show.run() == ShowEnd::told_to);
    CHECK(heard == 1);
}

TEST_CASE("the stats file says what is on the screen", "[run]") {
    Stagehand hand;
    TemporaryFolder const folder;
    hand.at(milliseconds{0}, "now", 10, 20);
    auto show = hand.show({.stats = folder.path / "stats.json"});
    play(show, [&] {
        hand.shown(1);
        time_for_too_much();
    });
    auto const json = nlohmann::json::parse(read_whole(folder.path / "stats.json"));
    CHECK(json["slide"] == "now");
    CHECK(json["session"] == std::vector<std::string>{"s1"});
    CHECK(json["frames"] == 1);
    CHECK(json["fingerprint"] == hand.fingerprint_of(10, 20));
    CHECK(json["first_frame_ms"] > 0);
    CHECK(json["rss_kb"] > 1000);
}

TEST_CASE("a rehearsal runs at its speed and obeys its keys", "[run]") {
    Stagehand hand;
    TemporaryFolder const folder;
    hand.order.times.crossfade = milliseconds{0};
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.at(hours{1}, "next", 12, 20);
    RehearsalClock clock(hand.clock, hand.start, 60);
    std::vector<std::string> said;
    Show show(hand.screen, hand.painter, hand.order, clock, hand.clock,
              {.screenshot_folder = folder.path, .say = [&](std::string const& line) { said.push_back(line); }});
    Events::key(SDLK_SPACE);
    Events::key(SDLK_RIGHT, KMOD_LSHIFT);
    Events::key(SDLK_s);
    Events::key(SDLK_h);
    CHECK(play(show, [&] {
        hand.shown(2);
        time_for_too_much();
    }) == ShowEnd::told_to);
    CHECK(clock.now() == hand.start + hours{1});
    CHECK(hand.screen.last_picture == hand.fingerprint_of(12, 20));
    CHECK(hand.order.last_rehearsal == Rehearsal{60, true, true});
    REQUIRE(said.size() == 1);
    CHECK(said[0].starts_with("screenshot saved as " + folder.path.string() + "/kiosk-"));
    CHECK(read_whole(said[0].substr(20)).substr(1, 3) == "PNG");
}

TEST_CASE("a panel is switched once when nobody needs it, and comes back with a whole picture", "[run]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.at(minutes{1}, "night", 11, 20);
    hand.at(minutes{2}, "night", 11, 21);
    hand.at(minutes{3}, "now", 12, 20);
    hand.order.times.crossfade = milliseconds{0};
    for (auto& [begin, shown] : hand.order.shown) shown.is_lit = shown.slide != "night";
    auto show = hand.show();
    play(show, [&] {
        for (int minute = 0; minute <= 3; ++minute) {
            hand.move_to(minutes{minute}, show);
            hand.asked(minute + 1);
        }
        time_for_too_much();
    });
    CHECK(hand.screen.lamp == std::vector<bool>{false, true});
    CHECK(hand.screen.last_area == Rect{0, 0, 160, 90});
    CHECK(hand.screen.last_picture == hand.fingerprint_of(12, 20));
}

TEST_CASE("a monitor that comes back is painted whole, in its own size", "[run][G5]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    auto show = hand.show();
    play(show, [&] {
        hand.shown(1);
        hand.screen.news = ScreenNews::repaint;
        show.wait().wake();
        hand.shown(2);
        time_for_too_much();
    });
    CHECK(hand.screen.shows == 2);
    CHECK(hand.screen.last_area == Rect{0, 0, 160, 90});
}

TEST_CASE("two screens run in one loop, each with its own programme, and end together", "[run]") {
    Stagehand left, right;
    left.at(milliseconds{0}, "now", 10, 20);
    left.at(minutes{1}, "now", 10, 21);
    right.at(milliseconds{0}, "now", 30, 40);
    auto const wait = std::make_shared<Wait>();
    auto first = left.show({.wait = wait}), second = right.show({.wait = wait});
    std::jthread const script([&] {
        left.shown(1);
        right.shown(1);
        left.move_to(minutes{1}, first);
        left.shown(2);
        time_for_too_much();
        Events::key(SDLK_q);
        wait->wake();
    });
    CHECK(Show::run_together({&first, &second}) == ShowEnd::told_to);
    CHECK(left.screen.last_picture == left.fingerprint_of(10, 21));
    CHECK(right.screen.last_picture == right.fingerprint_of(30, 40));
    CHECK(first.frames() == 2);
    CHECK(second.frames() == 1);
}

TEST_CASE("a screen that is lost ends the others as well: all are started again", "[run]") {
    Stagehand left, right;
    left.at(milliseconds{0}, "now", 10, 20);
    right.at(milliseconds{0}, "now", 30, 40);
    right.screen.answer = Presented::screen_lost;
    auto const wait = std::make_shared<Wait>();
    auto first = left.show({.wait = wait}), second = right.show({.wait = wait});
    CHECK(Show::run_together({&first, &second}) == ShowEnd::screen_lost);
}
