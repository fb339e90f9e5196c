#include "io/kernel_events.hpp"

#include <linux/netlink.h>
#include <sys/socket.h>

namespace kiosk {
namespace {

constexpr unsigned from_kernel = 1;  // the multicast group; 2 is what udev says when it has done its part

Descriptor open_socket() {
    Descriptor socket(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT));
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = from_kernel;
    if (!socket || ::bind(socket.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) return {};
    return socket;
}

}  // namespace

KernelEvents::KernelEvents() : socket_(open_socket()) {}

std::set<std::string> KernelEvents::take() const {
    std::set<std::string> subsystems;
    if (!socket_) return subsystems;
    for (;;) {
        char bytes[8192];
        sockaddr_nl from{};
        socklen_t length = sizeof from;
        auto const received = ::recvfrom(socket_.get(), bytes, sizeof bytes, 0, reinterpret_cast<sockaddr*>(&from), &length);
        if (received <= 0) return subsystems;
        if (from.nl_pid != 0) continue;  // another program
        if (auto const name = subsystem_of({bytes, static_cast<std::size_t>(received)}); !name.empty()) subsystems.emplace(name);
    }
}

std::string_view subsystem_of(std::string_view message) {
    constexpr std::string_view key = "SUBSYSTEM=";
    while (!message.empty()) {
        auto const line = message.substr(0, message.find('\0'));
        if (line.starts_with(key)) return line.substr(key.size());
        message.remove_prefix(std::min(line.size() + 1, message.size()));
    }
    return {};
}

}  // namespace kiosk
