// Preloaded: the machine's clock is off by the seconds that stand in the file $KIOSK_SHIFT (8 bytes, as they lie in memory).
// Whoever writes them anew sets the clock while the program runs.
#include <cstdint>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

std::int64_t const* shift() {
    static std::int64_t const none = 0;
    static std::int64_t const* const shared = [] {
        char const* const file = std::getenv("KIOSK_SHIFT");
        int const descriptor = file ? ::open(file, O_RDONLY | O_CLOEXEC) : -1;
        if (descriptor < 0) return &none;
        auto* const memory = ::mmap(nullptr, sizeof none, PROT_READ, MAP_SHARED, descriptor, 0);
        ::close(descriptor);
        return memory == MAP_FAILED ? &none : static_cast<std::int64_t const*>(memory);
    }();
    return shared;
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
    auto const result = static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += *shift();
    return result;
}

extern "C" time_t time(time_t* out) noexcept {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    if (out) *out = now.tv_sec;
    return now.tv_sec;
}

extern "C" int gettimeofday(timeval* out, void*) noexcept {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    *out = {now.tv_sec, now.tv_nsec / 1000};
    return 0;
}
