// The door for `kiosk ctl`: a local socket that only its owner may use.
#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "base/problem.hpp"
#include "control/reply.hpp"
#include "io/descriptor.hpp"

namespace kiosk {

/// Takes lines on a thread of its own while this lives. A line of at most 4 KiB comes in, "ok" or "no" and the
/// reply's text go out, and the connection ends.
class ControlSocket {
public:
    using Handler = std::function<std::future<Reply>(std::string line)>;

    /// `path`: of the socket; its folder is made if it is not there. What a display that crashed left is replaced;
    /// where another one listens, there is no door. Problems: `control-unavailable`, a warning.
    static Outcome<std::unique_ptr<ControlSocket>> open(std::filesystem::path path, Handler handler);
    ~ControlSocket();
    ControlSocket(ControlSocket const&) = delete;
    ControlSocket& operator=(ControlSocket const&) = delete;

private:
    ControlSocket(std::filesystem::path path, Descriptor listener, Handler handler);
    void run();
    void serve(Descriptor connection) const;

    std::filesystem::path path_;
    Descriptor listener_, stop_;
    Handler handler_;
    std::thread thread_;
};

}  // namespace kiosk
