// Decodes photos on a thread of its own, so that the loop never waits for one.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "base/problem.hpp"
#include "paint/photo_crop.hpp"
#include "paint/pixels.hpp"
#include "time/instant.hpp"

namespace kiosk {

using SharedPixels = std::shared_ptr<Pixels const>;

/// One photo, as it is wanted on the screen.
struct DrawnPhoto {
    std::string name;
    std::uint64_t version = 0;  ///< of the name's bytes
    Crop crop;
    friend bool operator==(DrawnPhoto const&, DrawnPhoto const&) = default;
};

class PhotoWorker {
public:
    struct Job {
        DrawnPhoto photo;
        /// Reads and decodes, on the worker's thread. Told to stop, it may give up.
        std::function<Outcome<SharedPixels>(std::stop_token const&)> draw;
    };
    struct Done {
        DrawnPhoto photo;
        Outcome<SharedPixels> drawn;  ///< no value: it is broken
    };

    /// `on_done`: there is something to take; on the worker's thread.
    explicit PhotoWorker(std::function<void()> on_done);
    ~PhotoWorker();
    PhotoWorker(PhotoWorker const&) = delete;
    PhotoWorker& operator=(PhotoWorker const&) = delete;

    /// These are wanted now, in this order, instead of what was asked for before; what is being drawn goes on.
    void ask(std::vector<Job> jobs);
    std::vector<Done> take();
    /// Does this when nothing is left that was asked for. What is not begun when this ends is not done. For any thread.
    void later(std::function<void()> errand);
    /// Returns when all that was asked for is done, or after `longest`.
    void wait(milliseconds longest);

private:
    void run(std::stop_token const& stop);

    std::function<void()> on_done_;
    std::mutex mutex_;  // of all that follows
    std::condition_variable_any bell_;
    std::vector<Job> jobs_;  // the next one first
    std::deque<std::function<void()>> errands_;
    std::optional<DrawnPhoto> in_hand_;
    std::vector<Done> done_;
    std::jthread thread_;
};

}  // namespace kiosk
