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
    evidence.has_battery_clock = ::access("/sys/class/rtc/rtc0", F_OK) == 0;
    evidence.since_boot = std::chrono::floor<seconds>(since_boot().time_since_epoch());
    return evidence;
}

MonotonicTime since_boot() {
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return MonotonicTime{seconds{time.tv_sec} + milliseconds{time.tv_nsec / 1'000'000}};
}

}  // namespace kiosk
