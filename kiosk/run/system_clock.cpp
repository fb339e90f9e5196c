#include "run/system_clock.hpp"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>

#include <sys/timex.h>

#include "run/clock_trust.hpp"

namespace kiosk {

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

bool SystemClock::trusted() const {
    char const* const told = std::getenv("KIOSK_CLOCK");
    if (told && std::string_view(told) == "trusted") return true;
    timespec since_boot{};
    ::clock_gettime(CLOCK_BOOTTIME, &since_boot);
    std::error_code none;
    bool const has_battery_clock = std::filesystem::exists("/sys/class/rtc/rtc0", none);
    return is_trustworthy({now(), is_synchronised(), has_battery_clock, seconds{since_boot.tv_sec}});
}

bool SystemClock::is_synchronised() const {
    timex state{};
    return ntp_adjtime(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}

}  // namespace kiosk
