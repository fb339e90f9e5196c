// What may take a while, one thing after the other, while the loop goes on.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kiosk {

class Errands {
public:
    Errands();
    /// Returns when all that was asked for is done.
    ~Errands();
    Errands(Errands const&) = delete;
    Errands& operator=(Errands const&) = delete;

    /// For any thread. `errand` must not throw.
    void run(std::function<void()> errand);

private:
    void work();

    std::mutex mutex_;
    std::condition_variable bell_;
    std::deque<std::function<void()>> waiting_;
    bool ends_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace kiosk
