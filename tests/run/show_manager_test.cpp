// A show that a service manager has started.
#include <csignal>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>

#include "io/descriptor.hpp"
#include "run/stagehand.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

TEST_CASE("who watches over the display hears of the first picture, and of each time that it could be drawn", "[run]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.at(minutes{1}, "upcoming", 30, 20);
    TemporaryFolder const folder;
    Descriptor const socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    auto const path = (folder.path / "notify").string();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(socket.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0);
    ServiceManager manager([&](char const* name) -> char const* {
        return std::string_view(name) == "NOTIFY_SOCKET" ? path.c_str() : std::string_view(name) == "WATCHDOG_USEC" ? "900000" : nullptr;
    });
    ShowOptions options;
    options.manager = &manager;
    auto show = hand.show(options);
    std::jthread const script([&] {
        hand.shown(1);
        hand.move_to(minutes{1}, show);
        hand.shown(2);
        std::this_thread::sleep_for(milliseconds{1000});
        ::kill(::getpid(), SIGTERM);
    });
    CHECK(show.run() == ShowEnd::told_to);
    std::string heard;
    char bytes[256];
    for (long size; (size = ::recv(socket.get(), bytes, sizeof bytes, 0)) >= 0;) heard += std::string(bytes, static_cast<std::size_t>(size)) + ";";
    CHECK(heard.starts_with("READY=1;STATUS=now;WATCHDOG=1;"));
    CHECK(heard.find("STATUS=upcoming;") != heard.npos);
    CHECK(heard.ends_with(";STOPPING=1;"));
    CHECK(manager.pings() >= 2);  // three or four are due
}

TEST_CASE("what a service has started ends by no key and no closed window, but when it is told to", "[run][G9]") {
    Stagehand hand;
    hand.at(milliseconds{0}, "now", 10, 20);
    hand.at(minutes{1}, "now", 10, 21);
    ServiceManager manager([](char const* name) -> char const* { return std::string_view(name) == "NOTIFY_SOCKET" ? "@nobody-listens" : nullptr; });
    ShowOptions options;
    options.manager = &manager;
    auto show = hand.show(options);
    std::jthread const script([&] {
        hand.shown(1);
        for (auto const key : {SDLK_ESCAPE, SDLK_q}) Events::key(key);
        SDL_Event event{};
        event.type = SDL_WINDOWEVENT;
        event.window.event = SDL_WINDOWEVENT_CLOSE;
        SDL_PushEvent(&event);
        event.type = SDL_QUIT;
        SDL_PushEvent(&event);
        show.wait().wake();
        time_for_too_much();
        hand.move_to(minutes{1}, show);
        hand.shown(2);
        ::kill(::getpid(), SIGTERM);
    });
    CHECK(show.run() == ShowEnd::told_to);
    CHECK(hand.screen.shows == 2);
}
