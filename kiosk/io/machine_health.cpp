#include "io/machine_health.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstring>
#include <future>
#include <map>
#include <memory>
#include <string_view>
#include <system_error>
#include <thread>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/statvfs.h>

#include "io/blocked_signal.hpp"
#include "io/descriptor.hpp"
#include "io/files.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr int pi_slows_at = 80;      // degrees Celsius; Raspberry Pi documentation, "Frequency management and thermal control"
constexpr int others_slow_at = 95;   // most processors of a PC do at 95 to 105
constexpr int coldest = -40, warmest = 150;
constexpr std::uintmax_t megabyte = 1'000'000, too_little_free = 50 * megabyte;
constexpr std::uint32_t low_bit = 1U << 0, slowed_bits = 0b1110U;  // now; the same 16 bits further up: before
constexpr int before_shift = 16;

/// A file's text without blanks and zeros at its end. Empty: it cannot be read.
std::string text_in(fs::path const& path) {
    auto file = read_text(path, {}, 1U << 16);
    if (!file.value) return {};
    auto text = std::move(file.value->text);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ' || text.back() == '\0')) text.pop_back();
    return text;
}

template <class Number>
std::optional<Number> number_of(std::string_view text, int base) {
    Number number{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The folders in `folder` whose name starts so, by name.
std::vector<fs::path> folders_in(fs::path const& folder, std::string_view start) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().filename().string().starts_with(start)) found.push_back(entry->path());
    std::sort(found.begin(), found.end());
    return found;
}

template <class Address>
std::string written(int family, Address const& address) {
    char text[INET6_ADDRSTRLEN] = {};
    return ::inet_ntop(family, &address, text, sizeof text) ? text : "";
}

std::string address_in(sockaddr const* any) {
    if (!any) return {};
    if (any->sa_family == AF_INET) {
        sockaddr_in address{};
        std::memcpy(&address, any, sizeof address);
        return written(AF_INET, address.sin_addr);
    }
    if (any->sa_family != AF_INET6) return {};
    sockaddr_in6 address{};
    std::memcpy(&address, any, sizeof address);
    return IN6_IS_ADDR_LINKLOCAL(&address.sin6_addr) ? "" : written(AF_INET6, address.sin6_addr);
}

/// The address from which this machine would talk to one far away. Empty: no route leads there. Connecting a datagram
/// socket sends nothing; the addresses are for documents, and nobody's (RFC 5737, RFC 3849).
std::string address_towards_the_world(int family) {
    Descriptor const probe(::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_storage storage{};
    auto* const any = reinterpret_cast<sockaddr*>(&storage);
    socklen_t size = family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    constexpr in_port_t discard = 9;
    if (family == AF_INET) {
        auto& address = reinterpret_cast<sockaddr_in&>(storage);
        address.sin_port = htons(discard);
        ::inet_pton(AF_INET, "203.0.113.1", &address.sin_addr);
    } else {
        auto& address = reinterpret_cast<sockaddr_in6&>(storage);
        address.sin6_port = htons(discard);
        ::inet_pton(AF_INET6, "2001:db8::1", &address.sin6_addr);
    }
    storage.ss_family = static_cast<sa_family_t>(family);
    if (!probe || ::connect(probe.get(), any, size) != 0) return {};
    size = sizeof storage;
    return ::getsockname(probe.get(), any, &size) == 0 ? address_in(any) : "";
}

bool has(std::vector<std::string> const& all, std::string const& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

std::string amount(std::uintmax_t bytes) {
    constexpr std::uintmax_t many = 10'000 * megabyte;
    return bytes < many ? fmt::format("{} MB", bytes / megabyte) : fmt::format("{} GB", bytes / (1000 * megabyte));
}

constexpr char const* not_told = "not to be read here";

std::optional<HealthLine> supply_line(MachineHealth const& health) {
    constexpr char const* subject = "supply";
    constexpr char const* remedy = "use the board's own supply and a short cable";
    auto const& [is_low, word] = health.supply;
    if (!is_low && !word) return health.is_pi ? std::optional(HealthLine{Finding::good, subject, not_told}) : std::nullopt;
    bool const is_low_now = is_low.value_or(false) || (word.value_or(0) & low_bit);
    bool const was_low = word.value_or(0) >> before_shift & low_bit;
    if (!is_low_now && !was_low) return HealthLine{Finding::good, subject, "its voltage is right"};
    return HealthLine{Finding::doubtful, subject, fmt::format("its voltage {}; {}", is_low_now ? "is too low" : "was too low before", remedy)};
}

HealthLine heat_line(MachineHealth const& health) {
    auto const& place = health.temperature;
    auto const text = place ? fmt::format("{} °C ({})", place->degrees, place->zone) : not_told;
    auto const word = health.supply.throttled.value_or(0);
    // The firmware also slows the processor when the supply is weak; then the line above says so.
    bool const is_slowed = (word & slowed_bits) && !(word & low_bit);
    bool const is_hot = place && place->degrees >= (health.is_pi ? pi_slows_at : others_slow_at);
    if (!is_slowed && !is_hot) return {Finding::good, "heat", text};
    auto const* const who = is_slowed ? "the firmware slows the processor" : "the processor slows down";
    return {Finding::doubtful, "heat", fmt::format("{}: {}; give it air", text, who)};
}

HealthLine storage_line(StorageReading const& storage) {
    constexpr char const* subject = "storage";
    auto const place = storage.folder.string();
    if (!storage.has_answered) return {Finding::doubtful, subject, place + " does not answer: its disk or share hangs"};
    auto const free = fmt::format("{} free in {}", amount(storage.free_bytes), place);
    if (storage.is_read_only)
        return {Finding::doubtful, subject, free + ", which has become read-only: nothing is kept over a restart; look at the card"};
    if (storage.free_bytes < too_little_free)
        return {Finding::doubtful, subject, fmt::format("only {}: make room for what is kept over a restart", free)};
    return {Finding::good, subject, free};
}

/// An address that a machine gives itself when nobody gives it one. Source: RFC 3927.
bool is_self_given(std::string const& address) { return address.starts_with("169.254."); }

HealthLine network_line(std::optional<NetworkReading> const& network) {
    constexpr char const* subject = "network";
    if (!network) return {Finding::good, subject, not_told};
    bool const leads_out = !network->way_out.empty();
    auto finding = Finding::good;
    std::vector<std::string> connected, others;
    for (auto const& one : network->interfaces) {
        if (!one.is_connected) {
            others.push_back(one.name);
            continue;
        }
        auto const& addresses = one.addresses;
        auto text = addresses.empty() ? one.name + " has no address" : fmt::format("{} {}", one.name, fmt::join(addresses, ", "));
        bool const is_stranded = std::all_of(addresses.begin(), addresses.end(), is_self_given);
        // A second interface may well be idle; one that leads out is enough.
        if (is_stranded && !leads_out) finding = Finding::doubtful;
        if (is_stranded && !leads_out && !addresses.empty()) text += " (given by itself: nobody answers its DHCP)";
        connected.push_back(std::move(text));
    }
    if (!connected.empty()) {
        auto const way = leads_out ? fmt::format("default route by {}", fmt::join(network->way_out, " and ")) : "no default route";
        return {finding, subject, fmt::format("{}; {}", fmt::join(connected, "; "), way)};
    }
    if (others.empty()) return {Finding::good, subject, "none: no interface is up"};
    return {Finding::good, subject, fmt::format("none: {} without a cable or a wireless network", fmt::join(others, ", "))};
}

}  // namespace

bool is_raspberry_pi(fs::path const& sys) { return text_in(sys / "firmware/devicetree/base/model").starts_with("Raspberry Pi"); }

SupplyReading read_supply(fs::path const& sys) {
    SupplyReading supply;
    for (auto const& device : folders_in(sys / "class/hwmon", "hwmon")) {
        if (text_in(device / "name") != "rpi_volt") continue;
        if (auto const alarm = number_of<int>(text_in(device / "in0_lcrit_alarm"), 10)) supply.is_low = *alarm != 0;
    }
    // Where the device above is, the kernel takes a look at the older file for a mistake, and says so in its log.
    auto const word = sys / "devices/platform/soc/soc:firmware/get_throttled";
    if (!supply.is_low) supply.throttled = number_of<std::uint32_t>(text_in(word), 16);
    return supply;
}

std::optional<TemperatureReading> read_temperature(fs::path const& sys) {
    std::optional<TemperatureReading> found;
    for (auto const& zone : folders_in(sys / "class/thermal", "thermal_zone")) {
        auto const thousandths = number_of<int>(text_in(zone / "temp"), 10);
        if (!thousandths) continue;  // a wireless card that is off does not say
        int const degrees = *thousandths / 1000;
        if (degrees < coldest || degrees > warmest || (found && found->degrees >= degrees)) continue;
        auto name = text_in(zone / "type");
        found = TemperatureReading{name.empty() ? zone.filename().string() : std::move(name), degrees};
    }
    return found;
}

std::optional<StorageReading> look_at_storage(fs::path const& folder) {
    struct statvfs status {};
    if (::statvfs(folder.c_str(), &status) != 0) return {};
    return StorageReading{folder, true, std::uintmax_t{status.f_bavail} * status.f_frsize, (status.f_flag & ST_RDONLY) != 0};
}

std::optional<StorageReading> read_storage(fs::path const& folder, milliseconds longest, LookAtStorage const& look) {
    StorageReading const silent{folder, false};
    static std::atomic_flag is_waiting = ATOMIC_FLAG_INIT;
    if (is_waiting.test_and_set()) return silent;  // one thread in a disk that hangs is enough
    std::promise<std::optional<StorageReading>> promise;
    auto answer = promise.get_future();
    try {
        // Nobody can call back a thread that a dead share holds: it is left alone, with all that it needs.
        std::thread([folder, look, promise = std::move(promise)]() mutable {
            leave_signals_to_the_loop();
            auto reading = look(folder);
            is_waiting.clear();
            promise.set_value(std::move(reading));
        }).detach();
    } catch (std::system_error const&) {
        is_waiting.clear();
        return {};
    }
    return answer.wait_for(longest) == std::future_status::ready ? answer.get() : silent;
}

std::optional<NetworkReading> read_network() {
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) return {};
    std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> const owner(first, ::freeifaddrs);
    std::map<std::string, NetworkReading::Interface> by_name;
    for (auto const family : {AF_INET, AF_INET6})
        for (auto const* one = first; one; one = one->ifa_next) {
            if (!(one->ifa_flags & IFF_UP) || (one->ifa_flags & IFF_LOOPBACK)) continue;
            auto& interface = by_name[one->ifa_name];
            interface.name = one->ifa_name;
            interface.is_connected = (one->ifa_flags & IFF_RUNNING) != 0;
            if (!one->ifa_addr || one->ifa_addr->sa_family != family) continue;
            if (auto address = address_in(one->ifa_addr); !address.empty()) interface.addresses.push_back(std::move(address));
        }
    NetworkReading network;
    for (auto const family : {AF_INET, AF_INET6}) {
        auto const from = address_towards_the_world(family);
        for (auto const& [name, interface] : by_name) {
            if (has(interface.addresses, from) && !has(network.way_out, name)) network.way_out.push_back(name);
        }
    }
    for (auto& [name, interface] : by_name) network.interfaces.push_back(std::move(interface));
    return network;
}

MachineHealth read_machine(fs::path const& state, fs::path const& sys) {
    MachineHealth health;
    health.is_pi = is_raspberry_pi(sys);
    health.supply = read_supply(sys);
    health.temperature = read_temperature(sys);
    if (!state.empty()) health.storage = read_storage(state);
    health.network = read_network();
    return health;
}

std::vector<HealthLine> health_lines(MachineHealth const& health) {
    std::vector<HealthLine> lines;
    if (auto line = supply_line(health)) lines.push_back(std::move(*line));
    lines.push_back(heat_line(health));
    if (health.storage) lines.push_back(storage_line(*health.storage));
    lines.push_back(network_line(health.network));
    return lines;
}

std::string to_status_text(std::vector<HealthLine> const& lines) {
    std::string text;
    for (auto const& line : lines)
        text += fmt::format("{:<9} {}{}\n", line.subject, line.finding == Finding::good ? "" : "warning: ", line.text);
    return text;
}

}  // namespace kiosk
