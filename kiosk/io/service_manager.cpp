#include "io/service_manager.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

std::optional<long long> number(char const* text) {
    long long value = 0;
    if (!text) return {};
    auto const end = text + std::strlen(text);
    auto const read = std::from_chars(text, end, value);
    return read.ec == std::errc{} && read.ptr == end && value > 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

ServiceManager::ServiceManager() : ServiceManager([](char const* name) -> char const* { return std::getenv(name); }) {}

ServiceManager::ServiceManager(std::function<char const*(char const*)> const& value_of) {
    auto const* path = value_of("NOTIFY_SOCKET");
    bool const is_address = path && (path[0] == '/' || path[0] == '@') && path[1] && std::strlen(path) < sizeof(sockaddr_un::sun_path);
    if (!is_address) return;
    socket_ = Descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    path_ = path;
    auto const microseconds = number(value_of("WATCHDOG_USEC")), pid = number(value_of("WATCHDOG_PID"));
    if (microseconds && (!pid || *pid == ::getpid())) interval_ = std::max(milliseconds{1}, milliseconds{*microseconds / 3000});
}

void ServiceManager::say(std::string_view line) {
    if (!socket_) return;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path_.begin(), path_.end(), address.sun_path);
    if (path_.front() == '@') address.sun_path[0] = '\0';
    auto const size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path_.size() + (path_.front() == '@' ? 0 : 1));
    // Nobody who listens: then nobody watches either.
    (void)::sendto(socket_.get(), line.data(), line.size(), MSG_NOSIGNAL, reinterpret_cast<sockaddr const*>(&address), size);
}

void ServiceManager::ready() {
    if (!std::exchange(is_ready_, true)) say("READY=1");
}

void ServiceManager::status(std::string_view text) {
    auto line = clean_line(text);
    if (line == status_) return;
    status_ = std::move(line);
    say("STATUS=" + status_);
}

void ServiceManager::stopping() { say("STOPPING=1"); }

void ServiceManager::alive(MonotonicTime now) {
    if (!interval_ || (last_ping_ && now - *last_ping_ < *interval_)) return;
    last_ping_ = now;
    ++pings_;
    say("WATCHDOG=1");
}

std::optional<milliseconds> ServiceManager::rest(MonotonicTime now) const {
    if (!interval_) return {};
    return last_ping_ ? std::max(milliseconds{0}, *last_ping_ + *interval_ - now) : milliseconds{0};
}

}  // namespace kiosk
