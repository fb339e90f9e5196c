// How the machine fares that a display runs on: what a technician wants to know first.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "time/instant.hpp"

namespace kiosk {

/// What was found: as it should be; to be looked at; or such that the display cannot do its work.
enum class Finding { good, doubtful, bad };

struct HealthLine {
    Finding finding = Finding::good;
    std::string subject, text;
};

/// A Raspberry Pi's supply. Source: Linux, Documentation/hwmon/raspberrypi-hwmon.rst; Raspberry Pi documentation, vcgencmd
/// get_throttled.
struct SupplyReading {
    std::optional<bool> is_low = {};               ///< below 4.63 V within the last two seconds; empty: not told
    std::optional<std::uint32_t> throttled = {};  ///< bits 0 to 3: low, capped, throttled, warm now; 16 to 19: before
};

/// The warmest place of the machine that says so. Source: Linux, Documentation/ABI/testing/sysfs-class-thermal.
struct TemperatureReading {
    std::string zone;  ///< "cpu-thermal"
    int degrees = 0;   ///< Celsius, -40 to 150: others are a sensor's fault
};

/// Where the display keeps what it must find again. Source: statvfs(3).
struct StorageReading {
    std::filesystem::path folder;
    bool has_answered = true;         ///< false: the file system hangs, and nothing else is known of it
    std::uintmax_t free_bytes = 0;    ///< for who is not root
    bool is_read_only = false;
};

/// How one gets away from here. Sources: getifaddrs(3); for `way_out` connect(2), ip(7), ipv6(7).
struct NetworkReading {
    struct Interface {
        std::string name;
        bool is_connected = false;               ///< a cable, or a wireless network
        std::vector<std::string> addresses = {};  ///< those of IPv4, then of IPv6; without link-local ones of IPv6
    };
    std::vector<Interface> interfaces = {};  ///< that are switched on, by name; without the loopback
    std::vector<std::string> way_out = {};   ///< the interfaces of the default routes, IPv4's first; empty: there are none
};

struct MachineHealth {
    bool is_pi = false;  ///< a Raspberry Pi
    SupplyReading supply = {};
    std::optional<TemperatureReading> temperature = {};  ///< empty: no place says it
    std::optional<StorageReading> storage = {};          ///< empty: there is no folder
    std::optional<NetworkReading> network = {};          ///< empty: the kernel does not say
};

/// `sys`: where sysfs is. What is not there, cannot be read or makes no sense is empty. Blocks for a few milliseconds at
/// most (the Pi's firmware is asked).
bool is_raspberry_pi(std::filesystem::path const& sys);
SupplyReading read_supply(std::filesystem::path const& sys);
std::optional<TemperatureReading> read_temperature(std::filesystem::path const& sys);

using LookAtStorage = std::function<std::optional<StorageReading>(std::filesystem::path const&)>;

/// statvfs(3). Empty: it fails, as for a folder that is not there. Blocks as long as the file system does.
std::optional<StorageReading> look_at_storage(std::filesystem::path const& folder);

/// The same, for at most `longest`: then it has not answered, and whoever asks before it does hears that at once.
std::optional<StorageReading> read_storage(std::filesystem::path const& folder, milliseconds longest = seconds{1},
                                           LookAtStorage const& look = look_at_storage);

/// Asks the kernel, sends nothing, and needs no /proc. Empty: it refuses.
std::optional<NetworkReading> read_network();

/// All of it, for any thread but the loop's: for a second at most. `state`: the folder of the state; empty: there is none.
MachineHealth read_machine(std::filesystem::path const& state, std::filesystem::path const& sys = "/sys");

/// What to say of it, a line for each thing; nothing of a supply that is not a Pi's, nor of a folder that is not there.
std::vector<HealthLine> health_lines(MachineHealth const& health);

/// As `kiosk ctl status` prints them; what is not as it should be begins with "warning: ".
std::string to_status_text(std::vector<HealthLine> const& lines);

}  // namespace kiosk
