// What the kernel says of devices that come, go and change.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "io/descriptor.hpp"

namespace kiosk {

/// Hears the kernel's own messages, as udev does; no rights are needed for that. Source: netlink(7),
/// NETLINK_KOBJECT_UEVENT; Documentation/core-api/kobject.
class KernelEvents {
public:
    KernelEvents();  ///< where the machine allows no such socket, it hears nothing

    /// Readable when there is something to take; negative: there never will be.
    int descriptor() const { return socket_.get(); }
    /// The subsystems ("drm", "input") that said something since the last call.
    std::set<std::string> take() const;

private:
    Descriptor socket_;
};

/// The subsystem of one message; empty: it names none. `message`: "change@/devices/…", then lines KEY=VALUE, each with a
/// zero after it.
std::string_view subsystem_of(std::string_view message);

}  // namespace kiosk
