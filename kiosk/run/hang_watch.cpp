#include "run/hang_watch.hpp"

#include <array>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>

#include "io/blocked_signal.hpp"

namespace kiosk {
namespace {

// A program that was stopped and goes on finds its time used up: it gets a little more.
constexpr milliseconds grace{500};

itimerspec once_after(milliseconds time) {
    itimerspec spec{};
    spec.it_value = {time.count() / 1000, time.count() % 1000 * 1'000'000};
    return spec;
}

}  // namespace

HangWatch::HangWatch(milliseconds longest, std::function<void()> on_hang)
    : longest_(longest), on_hang_(std::move(on_hang)), timer_(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)),
      bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    // Without these two the service manager's watchdog is left, which takes a little longer.
    if (timer_ && bell_) thread_ = std::thread([this] { run(); });
}

HangWatch::~HangWatch() {
    if (!thread_.joinable()) return;
    ::eventfd_write(bell_.get(), 1);
    thread_.join();
}

void HangWatch::begin() {
    ++turn_;
    auto const spec = once_after(longest_);
    if (timer_) ::timerfd_settime(timer_.get(), 0, &spec, nullptr);
}

void HangWatch::end() {
    ++turn_;
    itimerspec const never{};
    if (timer_) ::timerfd_settime(timer_.get(), 0, &never, nullptr);
}

void HangWatch::run() {
    leave_signals_to_the_loop();
    std::array<pollfd, 2> news{{{bell_.get(), POLLIN, 0}, {timer_.get(), POLLIN, 0}}};
    for (;;) {
        if (::poll(news.data(), news.size(), -1) <= 0) continue;
        if (news[0].revents) return;
        std::uint64_t expirations = 0;
        if (::read(timer_.get(), &expirations, sizeof expirations) <= 0) continue;  // the turn ended meanwhile
        auto const hanging = turn_.load();
        if (::poll(news.data(), 1, static_cast<int>(grace.count())) > 0) return;
        if (hanging % 2 == 0 || turn_.load() != hanging) continue;
        return on_hang_();
    }
}

}  // namespace kiosk
