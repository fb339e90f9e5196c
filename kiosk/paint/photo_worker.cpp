#include "paint/photo_worker.hpp"

#include <algorithm>

#include "io/blocked_signal.hpp"

namespace kiosk {

PhotoWorker::PhotoWorker(std::function<void()> on_done) : on_done_(std::move(on_done)) {
    thread_ = std::jthread([this](std::stop_token const& stop) { run(stop); });
}

PhotoWorker::~PhotoWorker() {
    thread_.request_stop();
    thread_.join();
}

void PhotoWorker::ask(std::vector<Job> jobs) {
    {
        std::lock_guard const lock(mutex_);
        auto const is_done = [&](DrawnPhoto const& photo) {
            return std::any_of(done_.begin(), done_.end(), [&](Done const& done) { return done.photo == photo; });
        };
        std::erase_if(jobs, [&](Job const& job) { return in_hand_ == job.photo || is_done(job.photo); });
        jobs_ = std::move(jobs);
    }
    bell_.notify_all();
}

std::vector<PhotoWorker::Done> PhotoWorker::take() {
    std::lock_guard const lock(mutex_);
    return std::exchange(done_, {});
}

void PhotoWorker::later(std::function<void()> errand) {
    {
        std::lock_guard const lock(mutex_);
        errands_.push_back(std::move(errand));
    }
    bell_.notify_all();
}

void PhotoWorker::wait(milliseconds longest) {
    std::unique_lock lock(mutex_);
    bell_.wait_for(lock, longest, [&] { return jobs_.empty() && !in_hand_; });
}

void PhotoWorker::run(std::stop_token const& stop) {
    leave_signals_to_the_loop();
    std::unique_lock lock(mutex_);
    while (bell_.wait(lock, stop, [&] { return !jobs_.empty() || !errands_.empty(); }) && !stop.stop_requested()) {
        if (jobs_.empty()) {
            auto const errand = std::move(errands_.front());
            errands_.pop_front();
            lock.unlock();
            errand();
            lock.lock();
            continue;
        }
        auto const job = std::move(jobs_.front());
        jobs_.erase(jobs_.begin());
        in_hand_ = job.photo;
        lock.unlock();
        auto drawn = job.draw(stop);
        lock.lock();
        in_hand_.reset();
        done_.push_back({job.photo, std::move(drawn)});
        lock.unlock();
        bell_.notify_all();
        if (on_done_ && !stop.stop_requested()) on_done_();
        lock.lock();
    }
}

}  // namespace kiosk
