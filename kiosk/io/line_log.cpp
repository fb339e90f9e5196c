#include "io/line_log.hpp"

#include <cerrno>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>

namespace kiosk {
namespace {

constexpr std::size_t longest_line = 4000;  // with its end less than PIPE_BUF: a pipe takes all of it or nothing

}  // namespace

/// The journal is a socket; a pipe or a terminal that says that it has room takes a line.
bool LineLog::write_now(std::string_view text) const {
    auto written = ::send(descriptor_, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (written < 0 && errno == ENOTSOCK) {
        pollfd room{descriptor_, POLLOUT, 0};
        if (::poll(&room, 1, 0) <= 0 || (room.revents & POLLOUT) == 0) return false;
        written = ::write(descriptor_, text.data(), text.size());
    }
    return written == static_cast<::ssize_t>(text.size());
}

void LineLog::say(std::string_view line) {
    auto const text = fmt::format("{}\n", line.substr(0, longest_line));
    std::lock_guard const lock(mutex_);
    if (left_out_ > 0 && write_now(fmt::format("kiosk: {} lines were left out here: nobody took them\n", left_out_))) left_out_ = 0;
    if (left_out_ > 0 || !write_now(text)) ++left_out_;
}

}  // namespace kiosk
