// Signals that must not end the program where they arrive.
#pragma once

#include <csignal>
#include <ctime>

#include <pthread.h>

namespace kiosk {

/// For threads beside the loop's, first of all: all signals are the loop's. Source: pthread_sigmask(3).
inline void leave_signals_to_the_loop() {
    sigset_t all;
    sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

/// Keeps a signal that a failing write() sends to its own thread (SIGPIPE, SIGXFSZ) from being delivered
/// while this lives; the write's error says the same. Other threads are left alone.
class BlockedSignal {
public:
    explicit BlockedSignal(int signal) {
        sigemptyset(&set_);
        sigaddset(&set_, signal);
        sigset_t pending;
        sigpending(&pending);
        was_pending_ = sigismember(&pending, signal) == 1;
        ::pthread_sigmask(SIG_BLOCK, &set_, &before_);
    }
    ~BlockedSignal() {
        timespec const at_once{};
        if (!was_pending_) ::sigtimedwait(&set_, nullptr, &at_once);
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    BlockedSignal(BlockedSignal const&) = delete;
    BlockedSignal& operator=(BlockedSignal const&) = delete;

private:
    sigset_t set_, before_;
    bool was_pending_ = false;
};

}  // namespace kiosk
