#include "run/system_clock.hpp"

#include <sys/timex.h>

namespace kiosk {

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

bool SystemClock::is_synchronised() const {
    timex state{};
    return ntp_adjtime(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}

}  // namespace kiosk
