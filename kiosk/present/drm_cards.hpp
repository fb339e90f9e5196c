// Which graphics card has a monitor, where no window system says so.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

/// A place where a monitor can be plugged in, as the kernel calls it.
struct DrmConnector {
    int card = 0;      ///< of /dev/dri/cardN; it changes between boots
    std::string name;  ///< "HDMI-A-1"
    bool is_connected = false;
    friend bool operator==(DrmConnector const&, DrmConnector const&) = default;
};

/// All of them, by card and name. `folder`: /sys/class/drm, or one like it. Source: Documentation/gpu/drm-uapi, sysfs.
std::vector<DrmConnector> drm_connectors(std::filesystem::path const& folder = "/sys/class/drm");

/// The first card with a monitor. SDL 2.26 takes the one that it finds last, monitor or not. Empty: no card has one.
std::optional<int> card_with_monitor(std::vector<DrmConnector> const& connectors);

}  // namespace kiosk
