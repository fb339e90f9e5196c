#include "io/watch.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "io/blocked_signal.hpp"
#include "io/descriptor.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr milliseconds between_looks{20};  // a folder where much happens must not keep us busy
// Of a folder that is renamed its own watch tells, not that of the folder above.
constexpr std::uint32_t on_the_way = IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
constexpr std::uint32_t inside =
    on_the_way | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB;
using Folders = std::map<fs::path, std::uint32_t>;  // and what is to be told of each

/// What opening a name would find. Any change of the file or of what the name means changes it.
struct Identity {
    ::dev_t device = 0;
    ::ino_t inode = 0;
    ::off_t size = -1;  // -1: there is nothing
    std::array<std::int64_t, 4> times{};
    friend bool operator==(Identity const&, Identity const&) = default;
};

Identity identity_of(fs::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return {status.st_dev,
            status.st_ino,
            status.st_size,
            {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec}};
}

/// All folders in which a change could change what `file` means: its own, or the one above it that exists
/// (there it will be made); those above may be renamed, and where one is a link, that may be turned.
void add_folders(fs::path const& file, Folders& folders) {
    std::error_code error;
    auto folder = file.parent_path();
    while (!fs::is_directory(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
    folders[folder] |= inside;
    for (; folder.has_relative_path(); folder = folder.parent_path()) {
        folders[folder] |= on_the_way;
        if (fs::is_symlink(folder, error)) folders[folder.parent_path()] |= inside;
    }
}

/// Changes by other machines are not told by the kernel. Source: linux/magic.h, statfs(2).
bool is_on_network(fs::path const& folder) {
    constexpr std::array<std::uint32_t, 6> kinds{0x6969,     0x517B,     0xFF534D42,
                                                 0xFE534D42, 0x01021997, 0x65735546};
    struct statfs status {};
    return ::statfs(folder.c_str(), &status) == 0 &&
           std::find(kinds.begin(), kinds.end(), static_cast<std::uint32_t>(status.f_type)) != kinds.end();
}

struct WatchedFile {
    fs::path named, absolute;
    Identity told = {}, seen = {};  // told: as it was when somebody was last told, or at the start
    std::optional<SteadyTime> differs_since = {};
    SteadyTime last_change = {};
};

}  // namespace

struct FileWatch::Parts {
    WatchOptions options;
    std::function<void()> on_change;
    std::vector<WatchedFile> files;
    Descriptor kernel, stop{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::map<fs::path, int> folders;  // the kernel's watches
    bool has_to_look = false;         // the kernel does not tell all
    std::atomic<bool> ends = false;
    std::mutex mutex;  // for `changed`
    std::vector<fs::path> changed;
    std::thread thread;

    void run();
    void ask_kernel();
    bool ask_about(Folders const& wanted);
    Folders wanted_folders() const;
    void sleep(std::optional<milliseconds> longest, bool is_deaf);
    bool look(SteadyTime now);
    std::optional<milliseconds> time_to_wait(SteadyTime now) const;
};

Folders FileWatch::Parts::wanted_folders() const {
    Folders wanted;
    std::error_code error;
    for (auto const& file : files) {
        add_folders(file.absolute, wanted);
        auto const target = fs::weakly_canonical(file.absolute, error);  // behind links
        if (!error && target != file.absolute) add_folders(target, wanted);
    }
    return wanted;
}

/// True: the kernel watches all of them now.
bool FileWatch::Parts::ask_about(Folders const& wanted) {
    bool all = true;
    std::map<fs::path, int> now;
    for (auto const& [folder, what] : wanted) {
        // Asking again for the same folder changes nothing; another one of that name gets a watch of its own.
        int const watch = ::inotify_add_watch(kernel.get(), folder.c_str(), what | IN_MASK_ADD);
        if (watch >= 0) now.emplace(folder, watch);
        else if (errno != ENOENT && errno != ENOTDIR) all = false;
        if (what == inside && is_on_network(folder)) all = false;
    }
    for (auto const& [folder, watch] : folders) {
        bool const is_used =
            std::any_of(now.begin(), now.end(), [&](auto const& entry) { return entry.second == watch; });
        if (!is_used) ::inotify_rm_watch(kernel.get(), watch);
    }
    folders = std::move(now);
    return all;
}

void FileWatch::Parts::ask_kernel() {
    if (!options.ask_kernel) {
        has_to_look = true;
        return;
    }
    if (!kernel) kernel = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    has_to_look = !kernel;
    // A folder may come while its parent is being asked about, and then nobody would tell of it.
    constexpr int most_attempts = 8;
    for (int i = 0; kernel && i < most_attempts; ++i) {
        auto const wanted = wanted_folders();
        has_to_look = !ask_about(wanted);
        if (wanted_folders() == wanted) return;
    }
    has_to_look = true;
}

bool FileWatch::Parts::look(SteadyTime now) {
    std::vector<fs::path> settled;
    for (auto& file : files) {
        auto const found = identity_of(file.absolute);
        if (found != file.seen) {
            file.seen = found;
            file.last_change = now;
            if (!file.differs_since) file.differs_since = now;
        }
        if (!file.differs_since) continue;
        bool const is_quiet = now - file.last_change >= options.quiet;
        if (!is_quiet && now - *file.differs_since < options.longest_wait) continue;
        file.differs_since.reset();
        if (std::exchange(file.told, file.seen) != file.seen) settled.push_back(file.named);
    }
    if (settled.empty()) return false;
    std::lock_guard const lock(mutex);
    for (auto& file : settled)
        if (std::find(changed.begin(), changed.end(), file) == changed.end())
            changed.push_back(std::move(file));
    return true;
}

std::optional<milliseconds> FileWatch::Parts::time_to_wait(SteadyTime now) const {
    std::optional<milliseconds> wait;
    auto const at_most = [&](milliseconds length) {
        wait = std::min(wait.value_or(length), std::max(length, milliseconds{0}));
    };
    if (has_to_look) at_most(options.look_every);
    for (auto const& file : files) {
        if (!file.differs_since) continue;
        auto const due =
            std::min(file.last_change + options.quiet, *file.differs_since + options.longest_wait);
        at_most(std::chrono::ceil<milliseconds>(due - now));
    }
    return wait;
}

/// Until the kernel tells something (unless `is_deaf`), `longest` is over, or this is to end.
void FileWatch::Parts::sleep(std::optional<milliseconds> longest, bool is_deaf) {
    if (!stop) longest = std::min(longest.value_or(options.look_every), options.look_every);
    std::array<pollfd, 2> polled{{{stop.get(), POLLIN, 0}, {is_deaf ? -1 : kernel.get(), POLLIN, 0}}};
    ::poll(polled.data(), polled.size(), longest ? static_cast<int>(longest->count()) : -1);
    if (polled[1].revents == 0) return;
    alignas(inotify_event) std::array<char, 4096> news;
    while (::read(kernel.get(), news.data(), news.size()) > 0) {  // that, not what, is all we ask
    }
}

void FileWatch::Parts::run() {
    leave_signals_to_the_loop();
    while (!ends) {
        ask_kernel();
        if (look(std::chrono::steady_clock::now())) on_change();
        sleep(time_to_wait(std::chrono::steady_clock::now()), false);
        if (!ends) sleep(between_looks, true);
    }
}

FileWatch::FileWatch(std::vector<fs::path> files, std::function<void()> on_change, WatchOptions options)
    : parts_(std::make_unique<Parts>()) {
    parts_->options = options;
    parts_->on_change = std::move(on_change);
    for (auto& named : files) {
        std::error_code error;
        WatchedFile file{std::move(named), {}};
        file.absolute = fs::absolute(file.named, error).lexically_normal();
        file.told = file.seen = identity_of(file.absolute);
        parts_->files.push_back(std::move(file));
    }
    parts_->thread = std::thread([parts = parts_.get()] { parts->run(); });
}

FileWatch::~FileWatch() {
    parts_->ends = true;
    ::eventfd_write(parts_->stop.get(), 1);
    parts_->thread.join();
}

std::vector<fs::path> FileWatch::changed() {
    std::lock_guard const lock(parts_->mutex);
    return std::exchange(parts_->changed, {});
}

}  // namespace kiosk
