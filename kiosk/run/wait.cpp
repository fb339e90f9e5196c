#include "run/wait.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include <SDL.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <fmt/format.h>

#include "io/kernel_events.hpp"

namespace kiosk {
namespace {

constexpr milliseconds longest_sleep = hours{1};
constexpr int most_input_devices = 32;

// Signal handlers reach nothing but globals.
volatile std::sig_atomic_t stop_asked = 0, hangup_came = 0;
std::atomic<int> wake_descriptor{-1};

void ring(int descriptor) {
    std::uint64_t const one = 1;
    [[maybe_unused]] auto const written = ::write(descriptor, &one, sizeof one);
}

extern "C" void on_stop_signal(int) {
    int const saved = errno;
    stop_asked = 1;
    ring(wake_descriptor.load());
    errno = saved;
}

extern "C" void on_hangup(int) {
    int const saved = errno;
    hangup_came = 1;
    ring(wake_descriptor.load());
    errno = saved;
}

void drain(int descriptor) {
    char bytes[4096];
    while (::read(descriptor, bytes, sizeof bytes) > 0) {
    }
}

/// A timer far away that only reports when the clock is set: then "until" means another moment.
int clock_change_descriptor() {
    int const descriptor = ::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    itimerspec far{};
    far.it_value.tv_sec = 0x7FFF'0000'0000;
    if (descriptor >= 0) ::timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &far, nullptr);
    return descriptor;
}

/// On the console nobody wakes us for a key but the keyboards themselves. SDL reads them on its own
/// descriptors; these are for waiting only.
std::vector<int> input_descriptors() {
    std::vector<int> descriptors;
    for (int i = 0; i < most_input_devices; ++i) {
        int const descriptor = ::open(fmt::format("/dev/input/event{}", i).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (descriptor >= 0) descriptors.push_back(descriptor);
    }
    return descriptors;
}

void close_all(std::vector<int>& descriptors) {
    for (int const one : descriptors) ::close(one);
    descriptors.clear();
}

bool driver_is(std::string_view name) {
    char const* const driver = SDL_GetCurrentVideoDriver();
    return driver && name == driver;
}

}  // namespace

struct Wait::Parts {
    int bell = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    int clock_change = clock_change_descriptor();
    std::optional<KernelEvents> events;  // on the console: of keyboards that are plugged in
    std::vector<int> inputs, watched;
    bool sdl_waits = driver_is("x11") || driver_is("wayland");
    struct sigaction old_term {}, old_int {};
    std::atomic<bool> ends = false;
    std::thread messenger;  // carries our descriptors' news into SDL's wait

    void poll(timespec const* timeout) {
        std::vector<pollfd> all{{bell, POLLIN, 0}, {clock_change, POLLIN, 0}};
        if (events && events->descriptor() >= 0) all.push_back({events->descriptor(), POLLIN, 0});
        for (auto const* const more : {&watched, &inputs})
            for (int const one : *more) all.push_back({one, POLLIN, 0});
        if (::ppoll(all.data(), all.size(), timeout, nullptr) <= 0) return;
        for (auto const& entry : all) {
            if (entry.fd == clock_change && entry.revents) {
                ::close(clock_change);  // reports for ever once it has
                clock_change = clock_change_descriptor();
            } else if (std::find(watched.begin(), watched.end(), entry.fd) != watched.end()) {
                continue;
            } else if (events && entry.fd == events->descriptor()) {
                if (entry.revents && events->take().contains("input")) open_inputs();
            } else if (entry.revents & POLLIN) {
                drain(entry.fd);
            } else if (entry.revents) {  // an unplugged keyboard
                ::close(entry.fd);
                std::erase(inputs, entry.fd);
            }
        }
    }

    void open_inputs() {
        close_all(inputs);
        inputs = input_descriptors();
    }

    void carry_messages() {
        sigset_t all;
        sigfillset(&all);
        ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
        while (!ends) {
            poll(nullptr);
            SDL_Event event{};
            event.type = SDL_USEREVENT;
            SDL_PushEvent(&event);
        }
    }
};

Wait::Wait() : parts_(std::make_unique<Parts>()) {
    stop_asked = 0;
    wake_descriptor = parts_->bell;
    struct sigaction action {};
    action.sa_handler = on_stop_signal;
    ::sigaction(SIGTERM, &action, &parts_->old_term);
    ::sigaction(SIGINT, &action, &parts_->old_int);
    if (driver_is("KMSDRM") || driver_is("evdev")) {
        parts_->events.emplace();
        parts_->open_inputs();
    }
    if (parts_->sdl_waits) parts_->messenger = std::thread([parts = parts_.get()] { parts->carry_messages(); });
}

Wait::~Wait() {
    ::sigaction(SIGTERM, &parts_->old_term, nullptr);
    ::sigaction(SIGINT, &parts_->old_int, nullptr);
    std::signal(SIGHUP, SIG_DFL);
    parts_->ends = true;
    wake();
    if (parts_->messenger.joinable()) parts_->messenger.join();
    wake_descriptor = -1;
    close_all(parts_->inputs);
    ::close(parts_->clock_change);
    ::close(parts_->bell);
}

void Wait::watch(int descriptor) {
    if (descriptor >= 0) parts_->watched.push_back(descriptor);
}

bool Wait::is_stopped() const { return stop_asked != 0; }

void Wait::heed_hangups() {
    struct sigaction action {};
    action.sa_handler = on_hangup;
    ::sigaction(SIGHUP, &action, nullptr);
}

bool Wait::take_hangup() {
    if (hangup_came == 0) return false;
    hangup_came = 0;
    return true;
}

void Wait::wake() const { ring(parts_->bell); }

void Wait::sleep(milliseconds longest) {
    longest = std::clamp(longest, milliseconds{0}, longest_sleep);
    if (is_stopped() || longest.count() == 0) return;
    if (parts_->sdl_waits) {
        SDL_WaitEventTimeout(nullptr, static_cast<int>(longest.count()));
        return;
    }
    if (SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT)) return;
    timespec const timeout{longest.count() / 1000, longest.count() % 1000 * 1'000'000};
    parts_->poll(&timeout);
}

}  // namespace kiosk
