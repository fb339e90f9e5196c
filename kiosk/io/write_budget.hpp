// How much may be written again and again to memory that wears: an SD card of a display that hangs there for years.
#pragma once

#include <cstdint>

#include "time/instant.hpp"

namespace kiosk {

/// Bytes on the disk, with what a file system writes beside them.
struct WriteLimit {
    std::uintmax_t at_once = 0;  ///< in the beginning; later what is saved up at most
    std::uintmax_t a_day = 0;    ///< what comes to that
};

/// A bucket that fills slowly. Whatever is written when it is not empty may take more than is in it: then it takes
/// longer until the next.
class WriteBudget {
public:
    explicit WriteBudget(WriteLimit limit) : limit_(limit), left_(static_cast<std::intmax_t>(limit.at_once)) {}

    /// May something be written at `t`? Where the clock was set, no more comes of it than a day would give.
    bool allows(Instant t);
    /// A file of `bytes` was written.
    void take(std::uintmax_t bytes) { left_ -= static_cast<std::intmax_t>(cost_of(bytes)); }
    /// Of a file of `bytes` that is written durably: whole blocks of 4 KiB, and four more for names and the journal.
    static std::uintmax_t cost_of(std::uintmax_t bytes);

private:
    WriteLimit limit_;
    std::intmax_t left_;
    Instant filled_{};
    bool is_begun_ = false;
};

}  // namespace kiosk
