// What systemd, or whatever else started the display and watches it, is told.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "io/descriptor.hpp"
#include "io/refresh_policy.hpp"

namespace kiosk {

/// Talks to the socket in $NOTIFY_SOCKET; without one it says nothing. For one thread. Source: sd_notify(3),
/// sd_watchdog_enabled(3), both of which are a line to a datagram socket, so that no library is needed.
class ServiceManager {
public:
    /// `value_of`: a variable of the environment, null if it is not set.
    explicit ServiceManager(std::function<char const*(char const*)> const& value_of);
    ServiceManager();  ///< by the environment of this process

    bool is_there() const { return !path_.empty(); }
    void ready();                            ///< the first picture is on the screen; once
    void status(std::string_view text);      ///< a line for `systemctl status`; not said twice in a row
    void stopping();
    /// The picture is alive: to be called after each frame, and often enough at rest. Says so when that is due.
    void alive(MonotonicTime now);
    /// How long it may rest before alive() is due again. Empty: nobody watches.
    std::optional<milliseconds> rest(MonotonicTime now) const;
    long long pings() const { return pings_; }

private:
    void say(std::string_view line);

    Descriptor socket_;
    std::string path_;                        // "@…": in the abstract namespace
    std::optional<milliseconds> interval_;    // a third of what the watchdog waits
    std::optional<MonotonicTime> last_ping_;
    std::string status_;
    bool is_ready_ = false;
    long long pings_ = 0;
};

}  // namespace kiosk
