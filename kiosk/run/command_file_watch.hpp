// A file of commands, read again whenever it changes, on a thread of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "io/watch.hpp"

namespace kiosk {

class CommandFileWatch {
public:
    struct Reading {
        std::optional<SourceText> text;  ///< of a file that is not there: nothing; empty: it cannot be read, what it said holds
        std::vector<Problem> problems;   ///< `file-unreadable`
        Instant written{};               ///< when the file was, by whatever clock wrote it
    };

    /// `wake` is called on that thread when there is another reading to take.
    CommandFileWatch(std::filesystem::path file, std::function<void()> wake, WatchOptions watching = {});

    /// The newest reading that nobody took yet. For any thread.
    std::optional<Reading> take();
    bool has_news() const;
    std::filesystem::path const& file() const { return file_; }

private:
    void read();

    std::filesystem::path file_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::optional<Reading> news_;
    std::unique_ptr<FileWatch> watch_;  // last: its thread uses the others
};

}  // namespace kiosk
