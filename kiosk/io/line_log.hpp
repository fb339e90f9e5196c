// Lines for whoever reads the log, who may be slow, gone or out of room: no picture waits for them.
#pragma once

#include <cstdint>
#include <mutex>
#include <string_view>

namespace kiosk {

class LineLog {
public:
    /// `descriptor` stays its owner's.
    explicit LineLog(int descriptor) : descriptor_(descriptor) {}

    /// Writes `line`, or leaves it out where that would have to wait or fails. How many were left out is said before the next
    /// one that can be written. What is beyond 4000 bytes is cut. For any thread.
    void say(std::string_view line);

private:
    bool write_now(std::string_view text) const;

    int descriptor_;
    std::mutex mutex_;
    std::uint64_t left_out_ = 0;
};

}  // namespace kiosk
