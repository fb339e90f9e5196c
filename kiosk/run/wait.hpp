// Sleeping until something is to be done, without polling.
#pragma once

#include <memory>

#include "time/instant.hpp"

namespace kiosk {

/// SIGTERM and SIGINT ask to stop while this lives; there is one at a time. It needs an open Screen:
/// what it sleeps on depends on SDL's video driver. Only X11 and Wayland let SDL wait without
/// polling (others wake up 850 times a second); elsewhere this sleeps on its own descriptors.
class Wait {
public:
    Wait();
    ~Wait();
    Wait(Wait const&) = delete;
    Wait& operator=(Wait const&) = delete;

    /// Sleeps until `longest` has passed, SDL has an event, the machine's clock was set, wake() was
    /// called or the program is asked to stop. Range: negative counts as 0, and an hour is the most.
    /// May return early for no reason.
    void sleep(milliseconds longest);
    /// Ends a sleep as well when `descriptor` is readable. Whoever owns it reads it, and closes it after this. Negative: none.
    void watch(int descriptor);
    /// Was a signal to stop received?
    bool is_stopped() const;
    /// From now on SIGHUP ends no program, but a sleep.
    void heed_hangups();
    /// Did one come since the last call?
    bool take_hangup();
    /// Ends a sleep, or the next one. For any thread, and for signal handlers.
    void wake() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace kiosk
