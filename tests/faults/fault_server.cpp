#include "faults/fault_server.hpp"

#include <algorithm>
#include <cerrno>
#include <stdexcept>

#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <fmt/format.h>

namespace kiosk {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
constexpr milliseconds accept_delay{150};

SteadyTime steady_now() { return std::chrono::steady_clock::now(); }

bool is_tls(std::string_view request) { return request.starts_with('\x16'); }  // RFC 8446 §5.1: handshake

Descriptor listening_socket(std::string& origin) {
    Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket.get(), any, size) != 0 || ::listen(socket.get(), 64) != 0 ||
        ::getsockname(socket.get(), any, &size) != 0)
        throw std::runtime_error("the test's server cannot listen");
    origin = fmt::format("http://127.0.0.1:{}", ntohs(address.sin_port));
    return socket;
}

}  // namespace

struct FaultServer::Connection {
    Descriptor socket;
    std::string request = {};
    FaultScript script = {};
    bool is_answered = false, is_over = false;
    std::size_t step = 0, sent = 0;
    SteadyTime due = {};

    bool has_more() const { return is_answered && step < script.steps.size(); }
    void schedule() {
        if (has_more()) due = steady_now() + script.steps[step].pause;
    }
};

FaultServer::FaultServer(std::string body)
    : listener_(listening_socket(origin_)), stop_(::eventfd(0, EFD_CLOEXEC)) {
    bodies_[""] = std::move(body);
    thread_ = std::thread([this] { run(); });
}

FaultServer::~FaultServer() {
    ::eventfd_write(stop_.get(), 1);
    thread_.join();
}

void FaultServer::behave(std::string_view name) {
    std::lock_guard const lock(mutex_);
    name_ = name;
    requests_.clear();
    whole_.reset();
}

void FaultServer::serve(std::string path, std::string body) {
    std::lock_guard const lock(mutex_);
    bodies_[std::move(path)] = std::move(body);
}

std::optional<std::string> FaultServer::whole() const {
    std::lock_guard const lock(mutex_);
    return whole_;
}

std::vector<std::string> FaultServer::requests() const {
    std::lock_guard const lock(mutex_);
    return requests_;
}

void FaultServer::accept_one() {
    {
        std::lock_guard const lock(mutex_);
        if (name_ == "slow-accept") std::this_thread::sleep_for(accept_delay);
    }
    Descriptor socket(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (socket) connections_.push_back({std::move(socket)});
}

void FaultServer::answer(Connection& connection) {
    std::lock_guard const lock(mutex_);
    requests_.push_back(connection.request);
    auto const from = connection.request.find(' ') + 1;
    auto const path = connection.request.substr(from, connection.request.find(' ', from) - from);
    auto const own = bodies_.find(path);
    auto const& body = own == bodies_.end() ? bodies_.at("") : own->second;
    // As servers do when somebody begins with TLS where there is none.
    auto const name = is_tls(connection.request) ? "400" : name_;
    connection.script = fault_script(name, {path, origin_, body, static_cast<int>(requests_.size())});
    connection.is_answered = true;
    connection.schedule();
    whole_ = connection.script.whole;
}

/// False: the connection is over.
bool FaultServer::read_some(Connection& connection) {
    char bytes[4096];
    auto const got = ::recv(connection.socket.get(), bytes, sizeof bytes, 0);
    if (got > 0 && !connection.is_answered) connection.request.append(bytes, static_cast<std::size_t>(got));
    return got > 0 || (got < 0 && errno == EAGAIN);
}

/// Sends what is due. False: the connection is over.
bool FaultServer::send_some(Connection& connection) {
    while (connection.has_more() && connection.due <= steady_now()) {
        auto const& step = connection.script.steps[connection.step];
        auto const left = step.bytes.size() - connection.sent;
        auto const put = ::send(connection.socket.get(), step.bytes.data() + connection.sent,
                                step.in_drips ? std::min<std::size_t>(left, 1) : left, MSG_NOSIGNAL);
        if (put < 0) return errno == EAGAIN;
        connection.sent += static_cast<std::size_t>(put);
        if (connection.sent == step.bytes.size()) {
            connection.sent = 0;
            if (!step.for_ever) ++connection.step;
            connection.schedule();
        } else if (step.in_drips) {
            connection.schedule();
        }
        if (step.for_ever) break;  // others want their turn
    }
    if (!connection.is_answered || connection.has_more() || connection.script.ending == FaultEnding::hold)
        return true;
    if (connection.script.ending == FaultEnding::reset) {
        linger const at_once{1, 0};
        ::setsockopt(connection.socket.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    return false;
}

void FaultServer::run() {
    for (;;) {
        std::vector<pollfd> polled{{stop_.get(), POLLIN, 0}, {listener_.get(), POLLIN, 0}};
        auto next = steady_now() + seconds{10};
        for (auto const& connection : connections_) {
            bool const is_due = connection.has_more() && connection.due <= steady_now();
            if (connection.has_more() && !is_due) next = std::min(next, connection.due);
            polled.push_back(
                {connection.socket.get(), static_cast<short>(POLLIN | (is_due ? POLLOUT : 0)), 0});
        }
        auto const wait = std::chrono::ceil<milliseconds>(next - steady_now());
        ::poll(polled.data(), polled.size(), static_cast<int>(std::max<long>(wait.count(), 0)));
        if (polled[0].revents) return;
        for (std::size_t i = 2; i < polled.size(); ++i) {
            auto& connection = connections_[i - 2];
            if (polled[i].revents & (POLLIN | POLLHUP | POLLERR)) connection.is_over = !read_some(connection);
            bool const is_asked =
                connection.request.find("\r\n\r\n") != std::string::npos || is_tls(connection.request);
            if (!connection.is_over && is_asked && !connection.is_answered) answer(connection);
            if (!connection.is_over) connection.is_over = !send_some(connection);
        }
        std::erase_if(connections_, [](Connection const& connection) { return connection.is_over; });
        if (polled[1].revents) accept_one();
    }
}

}  // namespace kiosk
