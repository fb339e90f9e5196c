#include "run/command_file_watch.hpp"

#include <sys/stat.h>

#include "base/limits.hpp"
#include "command/command_file.hpp"
#include "io/files.hpp"

namespace kiosk {

CommandFileWatch::CommandFileWatch(std::filesystem::path file, std::function<void()> wake, WatchOptions watching)
    : file_(std::move(file)), wake_(std::move(wake)) {
    watch_ = std::make_unique<FileWatch>(std::vector{file_}, [this] {
        read();
        if (wake_) wake_();
    }, watching);
    read();
}

void CommandFileWatch::read() {
    Reading reading;
    struct stat status {};
    if (::stat(file_.c_str(), &status) != 0 && errno == ENOENT) {
        reading.text = SourceText{file_.string(), {}};
    } else {
        auto text = read_text(file_, file_.string(), longest_command_file);
        reading.text = std::move(text.value);
        reading.problems = std::move(text.problems);
        reading.written = Instant{seconds{status.st_mtim.tv_sec}};
    }
    std::lock_guard const lock(mutex_);
    news_ = std::move(reading);
}

std::optional<CommandFileWatch::Reading> CommandFileWatch::take() {
    std::lock_guard const lock(mutex_);
    return std::exchange(news_, std::nullopt);
}

bool CommandFileWatch::has_news() const {
    std::lock_guard const lock(mutex_);
    return news_.has_value();
}

}  // namespace kiosk
