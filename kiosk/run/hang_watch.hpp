// Notices a turn of the loop that does not come to its end: a display's driver may wait for ever.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "io/descriptor.hpp"
#include "time/instant.hpp"

namespace kiosk {

class HangWatch {
public:
    /// `on_hang` is called at most once, on a thread of its own, when a turn takes longer than `longest`. While all is well
    /// that thread sleeps.
    HangWatch(milliseconds longest, std::function<void()> on_hang);
    ~HangWatch();
    HangWatch(HangWatch const&) = delete;
    HangWatch& operator=(HangWatch const&) = delete;

    /// A turn, from here to its destruction. For one thread, one at a time. `watch`: null: nobody watches.
    class Turn {
    public:
        explicit Turn(HangWatch* watch) : watch_(watch) {
            if (watch_) watch_->begin();
        }
        ~Turn() {
            if (watch_) watch_->end();
        }
        Turn(Turn const&) = delete;
        Turn& operator=(Turn const&) = delete;

    private:
        HangWatch* watch_;
    };

private:
    void begin();
    void end();
    void run();

    milliseconds longest_;
    std::function<void()> on_hang_;
    Descriptor timer_, bell_;               // the bell ends the thread
    std::atomic<unsigned long long> turn_{0};  // odd: one is going on
    std::thread thread_;
};

}  // namespace kiosk
