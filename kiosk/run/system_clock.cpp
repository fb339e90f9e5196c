#include "run/system_clock.hpp"

#include <cstdlib>
#include <ctime>
#include <string_view>

#include <sys/timex.h>
#include <unistd.h>

namespace kiosk {

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

ClockEvidence SystemClock::evidence() const {
    ClockEvidence evidence;
    evidence.now = now();
    char const* const told = std::getenv("KIOSK_CLOCK");
    evidence.is_vouched_for = told && std::string_view(told) == "trusted";
    timex state{};
    evidence.is_synchronised = ntp_adjtime(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
    auto const time = since_boot();
    if (time >= next_look_) {
        has_battery_clock_ = ::access("/sys/class/rtc/rtc0", F_OK) == 0;
        next_look_ = time + seconds{10};
    }
    evidence.has_battery_clock = has_battery_clock_;
    evidence.since_boot = std::chrono::floor<seconds>(time.time_since_epoch());
    return evidence;
}

MonotonicTime since_boot() {
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return MonotonicTime{seconds{time.tv_sec} + milliseconds{time.tv_nsec / 1'000'000}};
}

}  // namespace kiosk
