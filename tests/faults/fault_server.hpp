// An HTTP server on the loopback address that misbehaves as told.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "faults/fault_scripts.hpp"
#include "io/descriptor.hpp"

namespace kiosk {

class FaultServer {
public:
    /// Listens at a free port, and serves `body` at every path.
    explicit FaultServer(std::string body);
    ~FaultServer();
    FaultServer(FaultServer const&) = delete;
    FaultServer& operator=(FaultServer const&) = delete;

    std::string url(std::string_view path = "/") const { return origin_ + std::string(path); }
    /// What the next requests meet, from now on. Names: fault_names().
    void behave(std::string_view name);
    /// Another body at one path.
    void serve(std::string path, std::string body);
    /// The answer that a careful client may take for whole, to the request that came last.
    std::optional<std::string> whole() const;
    /// The headers of the requests since behave().
    std::vector<std::string> requests() const;

private:
    struct Connection;
    void run();
    void accept_one();
    void answer(Connection& connection);
    static bool send_some(Connection& connection);
    static bool read_some(Connection& connection);

    std::string origin_;
    Descriptor listener_, stop_;
    std::vector<Connection> connections_;  // of the thread
    mutable std::mutex mutex_;             // for the following
    std::string name_ = "ok";
    std::map<std::string, std::string> bodies_;
    std::vector<std::string> requests_;
    std::optional<std::string> whole_;
    std::thread thread_;
};

}  // namespace kiosk
