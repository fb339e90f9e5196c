// A file descriptor that closes itself.
#pragma once

#include <utility>

#include <unistd.h>

namespace kiosk {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this == &other) return *this;
        close();
        fd_ = std::exchange(other.fd_, -1);
        return *this;
    }

    int get() const { return fd_; }  ///< negative: there is none
    explicit operator bool() const { return fd_ >= 0; }
    /// As close(2): 0, or -1 with errno. Closing nothing is fine.
    int close() { return fd_ >= 0 ? ::close(std::exchange(fd_, -1)) : 0; }

private:
    int fd_ = -1;
};

}  // namespace kiosk
