#include "io/machine_health.hpp"

#include <atomic>
#include <thread>

#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

/// A sysfs made by hand.
struct Sys {
    TemporaryFolder folder;
    fs::path const& path() const { return folder.path; }
    void write(std::string const& file, std::string const& text) const {
        fs::create_directories((path() / file).parent_path());
        REQUIRE(write_atomically(path() / file, text).empty());
    }
};

void make_pi(Sys const& sys) {
    sys.write("firmware/devicetree/base/model", std::string("Raspberry Pi 4 Model B Rev 1.4\0", 31));
    sys.write("class/hwmon/hwmon0/name", "cpu_thermal\n");
    sys.write("class/hwmon/hwmon1/name", "rpi_volt\n");
    sys.write("class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
    sys.write("class/thermal/thermal_zone0/type", "cpu-thermal\n");
    sys.write("class/thermal/thermal_zone0/temp", "52582\n");
}

/// The line about `subject`, with a sign for what was found; empty: there is none.
std::string line_about(std::string const& subject, MachineHealth const& health) {
    for (auto const& line : health_lines(health))
        if (line.subject == subject) return (line.finding == Finding::good ? "+ " : "! ") + line.text;
    return {};
}

MachineHealth of(Sys const& sys) { return read_machine({}, sys.path()); }

MachineHealth with_network(NetworkReading network) {
    MachineHealth health;
    health.network = std::move(network);
    return health;
}

}  // namespace

TEST_CASE("a Raspberry Pi's supply and heat are told", "[health]") {
    Sys const sys;
    make_pi(sys);
    CHECK(of(sys).is_pi);
    CHECK(line_about("supply", of(sys)) == "+ its voltage is right");
    CHECK(line_about("heat", of(sys)) == "+ 52 °C (cpu-thermal)");
    sys.write("class/hwmon/hwmon1/in0_lcrit_alarm", "1\n");
    CHECK(line_about("supply", of(sys)) == "! its voltage is too low; use the board's own supply and a short cable");
    sys.write("class/thermal/thermal_zone0/temp", "79999\n");
    CHECK(line_about("heat", of(sys)) == "+ 79 °C (cpu-thermal)");
    sys.write("class/thermal/thermal_zone0/temp", "80000\n");
    CHECK(line_about("heat", of(sys)) == "! 80 °C (cpu-thermal): the processor slows down; give it air");
}

TEST_CASE("an older kernel gives the firmware's word: what is now, and what was before", "[health]") {
    Sys const sys;
    make_pi(sys);
    std::string const word = "devices/platform/soc/soc:firmware/get_throttled";
    sys.write(word, "50005\n");
    CHECK_FALSE(read_supply(sys.path()).throttled);  // reading it makes a newer kernel complain
    fs::remove(sys.path() / "class/hwmon/hwmon1/in0_lcrit_alarm");
    CHECK(read_supply(sys.path()).throttled == 0x50005U);
    CHECK(line_about("supply", of(sys)) == "! its voltage is too low; use the board's own supply and a short cable");
    CHECK(line_about("heat", of(sys)) == "+ 52 °C (cpu-thermal)");  // slowed for want of power
    sys.write(word, "50000\n");
    CHECK(line_about("supply", of(sys)) == "! its voltage was too low before; use the board's own supply and a short cable");
    sys.write(word, "80008\n");
    CHECK(line_about("supply", of(sys)) == "+ its voltage is right");
    CHECK(line_about("heat", of(sys)) == "! 52 °C (cpu-thermal): the firmware slows the processor; give it air");
    sys.write(word, "0\n");
    CHECK(line_about("heat", of(sys)) == "+ 52 °C (cpu-thermal)");
}

TEST_CASE("what a machine does not tell is left out, or said plainly, and is no fault", "[health]") {
    Sys const sys;
    CHECK(line_about("supply", of(sys)).empty());
    CHECK(line_about("heat", of(sys)) == "+ not to be read here");
    CHECK(line_about("storage", of(sys)).empty());
    CHECK(line_about("network", MachineHealth{}) == "+ not to be read here");
    sys.write("firmware/devicetree/base/model", "Raspberry Pi Zero 2 W Rev 1.0");
    CHECK(line_about("supply", of(sys)) == "+ not to be read here");
    for (auto const* nonsense : {"", "hot", "52582 ", "-274000", "9999999999999", "250000", "0x20"}) {
        CAPTURE(nonsense);
        sys.write("class/hwmon/hwmon0/name", "rpi_volt");
        sys.write("class/hwmon/hwmon0/in0_lcrit_alarm", std::string(nonsense) + "?");
        sys.write("devices/platform/soc/soc:firmware/get_throttled", std::string(nonsense) + "?");
        sys.write("class/thermal/thermal_zone0/temp", std::string(nonsense) + "?");
        CHECK(line_about("supply", of(sys)) == "+ not to be read here");
        CHECK(line_about("heat", of(sys)) == "+ not to be read here");
    }
}

TEST_CASE("of several places the warmest counts, and a PC may be warmer than a Raspberry Pi", "[health]") {
    Sys const sys;
    auto const zone = [&](std::string const& number, std::string const& type, std::string const& temperature) {
        sys.write("class/thermal/thermal_zone" + number + "/type", type);
        sys.write("class/thermal/thermal_zone" + number + "/temp", temperature);
    };
    zone("0", "acpitz", "27800\n");
    zone("1", "x86_pkg_temp", "88000\n");
    zone("2", "broken", "-274000\n");
    CHECK(line_about("heat", of(sys)) == "+ 88 °C (x86_pkg_temp)");
    zone("1", "x86_pkg_temp", "95000\n");
    CHECK(line_about("heat", of(sys)) == "! 95 °C (x86_pkg_temp): the processor slows down; give it air");
}

TEST_CASE("storage that is nearly full, read-only or silent is to be looked at", "[health]") {
    auto const line = [](StorageReading reading) {
        MachineHealth health;
        health.storage = std::move(reading);
        return line_about("storage", health);
    };
    CHECK(line({"/state", true, 12'345'678'901, false}) == "+ 12 GB free in /state");
    CHECK(line({"/state", true, 50'000'000, false}) == "+ 50 MB free in /state");
    CHECK(line({"/state", true, 49'999'999, false}) == "! only 49 MB free in /state: make room for what is kept over a restart");
    CHECK(line({"/state", true, 5'000'000'000, true}) ==
          "! 5000 MB free in /state, which has become read-only: nothing is kept over a restart; look at the card");
    CHECK(line({"/state", false}) == "! /state does not answer: its disk or share hangs");

    TemporaryFolder const folder;
    auto const here = read_storage(folder.path);
    REQUIRE(here);
    CHECK((here->has_answered && here->free_bytes > 0 && !here->is_read_only));
    CHECK_FALSE(read_storage(folder.path / "gone"));
}

TEST_CASE("nobody waits for a disk that hangs, nor leaves a second thread in it", "[health][H8]") {
    std::atomic<bool> hangs = true, is_back = false;
    std::atomic<int> looks = 0;
    LookAtStorage const look = [&](fs::path const& folder) {
        ++looks;
        while (hangs) std::this_thread::sleep_for(milliseconds{1});
        is_back = true;
        return std::optional(StorageReading{folder, true, 7, false});
    };
    for (int i = 0; i < 3; ++i) CHECK_FALSE(read_storage("/share", milliseconds{20}, look)->has_answered);
    CHECK(looks == 1);
    hangs = false;
    auto reading = read_storage("/share", seconds{3}, look);
    for (int i = 0; i < 1000 && !reading->has_answered; ++i) {
        std::this_thread::sleep_for(milliseconds{2});
        reading = read_storage("/share", seconds{3}, look);
    }
    CHECK((is_back && reading->has_answered && reading->free_bytes == 7));
}

TEST_CASE("the interfaces that are up are told with their addresses, and the way out", "[health]") {
    using Interface = NetworkReading::Interface;
    Interface const cable{"eth0", true, {"192.168.1.20", "2001:db8:1::20"}}, unplugged{"eth0", false, {}}, wireless{"wlan0", true, {"10.0.0.7"}};
    auto const line = [](NetworkReading network) { return line_about("network", with_network(std::move(network))); };
    CHECK(line({{cable}, {"eth0"}}) == "+ eth0 192.168.1.20, 2001:db8:1::20; default route by eth0");
    CHECK(line({{cable, wireless}, {"wlan0", "eth0"}}) ==
          "+ eth0 192.168.1.20, 2001:db8:1::20; wlan0 10.0.0.7; default route by wlan0 and eth0");
    CHECK(line({{unplugged, wireless}, {"wlan0"}}) == "+ wlan0 10.0.0.7; default route by wlan0");
    // Without a network an event of files is shown as well as ever.
    CHECK(line({}) == "+ none: no interface is up");
    CHECK(line({{unplugged}, {}}) == "+ none: eth0 without a cable or a wireless network");
    CHECK(line({{cable}, {}}) == "+ eth0 192.168.1.20, 2001:db8:1::20; no default route");
    CHECK(line({{{"eth0", true, {}}}, {}}) == "! eth0 has no address; no default route");
    CHECK(line({{{"eth0", true, {"169.254.3.4"}}}, {}}) ==
          "! eth0 169.254.3.4 (given by itself: nobody answers its DHCP); no default route");
}

TEST_CASE("this machine's network can be read, wherever it leads", "[health]") {
    auto const network = read_network();
    REQUIRE(network);
    for (auto const& interface : network->interfaces) {
        CHECK_FALSE(interface.name.empty());
        CHECK(interface.name != "lo");
        for (auto const& address : interface.addresses) CHECK_FALSE(address.starts_with("fe80:"));
    }
    for (auto const& name : network->way_out)
        CHECK(std::any_of(network->interfaces.begin(), network->interfaces.end(), [&](auto const& one) { return one.name == name; }));
}

TEST_CASE("a status marks what is to be looked at", "[health]") {
    CHECK(to_status_text({{Finding::good, "heat", "52 °C"}, {Finding::doubtful, "storage", "full"}}) ==
          "heat      52 °C\nstorage   warning: full\n");
    CHECK(to_status_text({}).empty());
}
