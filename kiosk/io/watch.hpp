// Noticing that files have changed, however editors and scripts change them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "time/instant.hpp"

namespace kiosk {

struct WatchOptions {
    milliseconds quiet{200};          ///< for so long a file has to stay as it is before its change is told
    milliseconds longest_wait{1000};  ///< a file that never stays as it is, is told after this
    milliseconds look_every{2000};    ///< where the kernel cannot tell: on network drives, or at its limits
    bool ask_kernel = true;           ///< false: look only
};

/// Watches files on a thread of its own, while this lives. They and their folders need not exist: what
/// counts is what opening the name would find. So a file is watched through renames, removal, links that
/// are turned, and folders that are replaced. Sleeps while nothing happens. Source: inotify(7).
class FileWatch {
public:
    /// `on_change` is called on that thread after each change, for example to wake another one; what has
    /// changed is in changed().
    FileWatch(std::vector<std::filesystem::path> files, std::function<void()> on_change,
              WatchOptions options = {});
    ~FileWatch();
    FileWatch(FileWatch const&) = delete;
    FileWatch& operator=(FileWatch const&) = delete;

    /// The files that have come, gone or changed since the last call, as they were named; each once. For any
    /// thread.
    std::vector<std::filesystem::path> changed();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace kiosk
