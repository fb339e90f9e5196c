#include "run/errands.hpp"

#include "io/blocked_signal.hpp"


namespace kiosk {

Errands::Errands() : thread_([this] { work(); }) {}

Errands::~Errands() {
    {
        std::lock_guard const lock(mutex_);
        ends_ = true;
    }
    bell_.notify_all();
    thread_.join();
}

void Errands::run(std::function<void()> errand) {
    {
        std::lock_guard const lock(mutex_);
        waiting_.push_back(std::move(errand));
    }
    bell_.notify_all();
}

void Errands::work() {
    leave_signals_to_the_loop();
    for (;;) {
        std::unique_lock lock(mutex_);
        bell_.wait(lock, [&] { return ends_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        auto const errand = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        errand();
    }
}

}  // namespace kiosk
