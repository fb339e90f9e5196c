#include <sys/epoll.h>
#include <sys/timerfd.h>

#include "io/kernel_events.hpp"
#include "present/kms_screen.hpp"

namespace kiosk {
namespace {

constexpr int look_again_s = 5;

class KernelOutputNews final : public OutputNews {
public:
    KernelOutputNews() : timer_(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)), both_(::epoll_create1(EPOLL_CLOEXEC)) {
        itimerspec period{};
        period.it_interval.tv_sec = period.it_value.tv_sec = look_again_s;
        ::timerfd_settime(timer_.get(), 0, &period, nullptr);
        for (int const one : {timer_.get(), events_.descriptor()}) {
            epoll_event wanted{};
            wanted.events = EPOLLIN;
            if (one >= 0) ::epoll_ctl(both_.get(), EPOLL_CTL_ADD, one, &wanted);
        }
    }

    int descriptor() const override { return both_.get(); }

    Kind take() override {
        std::uint64_t times = 0;
        bool const is_time = ::read(timer_.get(), &times, sizeof times) == sizeof times;
        if (events_.take().contains("drm")) return Kind::likely;
        return is_time ? Kind::perhaps : Kind::none;
    }

private:
    KernelEvents events_;
    Descriptor timer_, both_;
};

}  // namespace

std::unique_ptr<OutputNews> kernel_output_news() { return std::make_unique<KernelOutputNews>(); }

}  // namespace kiosk
