#include "control/tell.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "io/descriptor.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_reply = 1 << 20;

Outcome<Reply> unreachable(std::filesystem::path const& socket, std::string const& why) {
    return {{}, {{Severity::error, "control-unavailable", why, "is the display running, and is this its user?", {socket.string(), 0, {}}}}};
}

}  // namespace

Outcome<Reply> tell(std::filesystem::path const& socket, std::string_view line, milliseconds longest) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    auto const name = socket.string();
    if (name.size() >= sizeof address.sun_path) return unreachable(socket, "the path is too long for a socket");
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    Descriptor const connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    timeval const time{static_cast<time_t>(longest.count() / 1000), static_cast<suseconds_t>(longest.count() % 1000 * 1000)};
    ::setsockopt(connection.get(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    ::setsockopt(connection.get(), SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
    if (::connect(connection.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
        return unreachable(socket, std::strerror(errno));
    auto const message = std::string(line) + "\n";
    if (::send(connection.get(), message.data(), message.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(message.size()))
        return unreachable(socket, std::strerror(errno));
    std::string text;
    char bytes[4096];
    ssize_t count = 0;
    while (text.size() < longest_reply && (count = ::recv(connection.get(), bytes, sizeof bytes, 0)) > 0)
        text.append(bytes, static_cast<std::size_t>(count));
    if (count < 0) return unreachable(socket, fmt::format("no reply within {} s", longest.count() / 1000));
    auto const end = text.find('\n');
    if (end == text.npos) return unreachable(socket, "no reply");
    return {Reply{text.substr(0, end) == "ok", text.substr(end + 1)}, {}};
}

}  // namespace kiosk
