#include "control/control_socket.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "base/limits.hpp"
#include "command/command_words.hpp"
#include "io/blocked_signal.hpp"
#include "time/instant.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr int most_waiting = 8;
constexpr seconds longest_line_takes{2}, longest_reply_takes{5};

Outcome<std::unique_ptr<ControlSocket>> unavailable(fs::path const& path, std::string const& why, std::string const& hint) {
    return {{}, {{Severity::warning, "control-unavailable", fmt::format("`kiosk ctl` cannot reach this display: {}", why), hint, {path.string(), 0, {}}}}};
}

std::optional<sockaddr_un> address_of(fs::path const& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    auto const name = path.string();
    if (name.size() >= sizeof address.sun_path) return {};
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    return address;
}

Descriptor new_socket() { return Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

bool somebody_listens(sockaddr_un const& address) {
    auto const probe = new_socket();
    return probe && ::connect(probe.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
}

/// In a folder that others may write to, they could stand in our place.
bool is_ours_alone(fs::path const& folder) {
    struct stat status {};
    if (::lstat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return false;
    return status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

void give(int socket, seconds longest) {
    timeval const time{static_cast<time_t>(longest.count()), 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

/// Up to the line's end, or what came before the other side stopped. Longer than a command: cut one byte later.
std::string read_line(int socket) {
    std::string line;
    for (char bytes[1024]; line.size() <= longest_command;) {
        auto const count = ::recv(socket, bytes, sizeof bytes, 0);
        if (count <= 0) break;
        line.append(bytes, static_cast<std::size_t>(count));
        if (auto const end = line.find('\n'); end != line.npos) {
            line.resize(end);
            break;
        }
    }
    if (line.size() > longest_command) line.resize(longest_command + 1);
    return line;
}

void send_all(int socket, std::string_view text) {
    while (!text.empty()) {
        auto const count = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace

Outcome<std::unique_ptr<ControlSocket>> ControlSocket::open(fs::path path, Handler handler) {
    auto const address = address_of(path);
    if (!address) return unavailable(path, "its path is too long for a socket", "set KIOSK_RUNTIME_DIR to a shorter one");
    std::error_code error;
    auto const folder = path.parent_path();
    if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
    if (!is_ours_alone(folder)) return unavailable(path, "its folder is not this user's alone", "set KIOSK_RUNTIME_DIR to a folder of its own");
    if (somebody_listens(*address)) return unavailable(path, "another display of that name runs here", "give each [[display]] a name, and start it with --display");
    ::unlink(path.c_str());
    auto listener = new_socket();
    auto const mask = ::umask(0177);  // nobody may connect before the permissions are right
    bool const is_bound = listener && ::bind(listener.get(), reinterpret_cast<sockaddr const*>(&*address), sizeof *address) == 0;
    int const why = errno;
    ::umask(mask);
    if (!is_bound || ::listen(listener.get(), most_waiting) != 0) return unavailable(path, std::strerror(why), "");
    return {std::unique_ptr<ControlSocket>(new ControlSocket(std::move(path), std::move(listener), std::move(handler))), {}};
}

ControlSocket::ControlSocket(fs::path path, Descriptor listener, Handler handler)
    : path_(std::move(path)), listener_(std::move(listener)), stop_(::eventfd(0, EFD_CLOEXEC)), handler_(std::move(handler)) {
    thread_ = std::thread([this] { run(); });
}

ControlSocket::~ControlSocket() {
    std::uint64_t const one = 1;
    [[maybe_unused]] auto const written = ::write(stop_.get(), &one, sizeof one);
    thread_.join();
    ::unlink(path_.c_str());
}

void ControlSocket::run() {
    leave_signals_to_the_loop();
    for (;;) {
        pollfd waiting[]{{listener_.get(), POLLIN, 0}, {stop_.get(), POLLIN, 0}};
        if (::poll(waiting, 2, -1) < 0 && errno != EINTR) return;
        if (waiting[1].revents) return;
        if (!waiting[0].revents) continue;
        Descriptor connection(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (connection) serve(std::move(connection));
    }
}

void ControlSocket::serve(Descriptor connection) const {
    give(connection.get(), longest_line_takes);
    auto line = read_line(connection.get());
    if (line.empty()) return;
    auto answer = handler_(std::move(line));
    Reply reply{false, "the display is busy: the command may still take effect; ask for its status\n"};
    if (answer.wait_for(longest_reply_takes) == std::future_status::ready) reply = answer.get();
    send_all(connection.get(), (reply.is_done ? "ok\n" : "no\n") + reply.text);
}

}  // namespace kiosk
