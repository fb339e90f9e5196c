#include "io/state_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "io/files.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr ::mode_t ours_alone = 0700;

/// 0, or why not (errno). Folders that are made are nobody else's.
int make_folders(fs::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
    if (errno != ENOENT) return errno;
    if (path.has_parent_path() && path.parent_path() != path)
        if (int const error = make_folders(path.parent_path())) return error;
    if (::mkdir(path.c_str(), ours_alone) != 0) return errno == EEXIST ? 0 : errno;
    // Or a power cut would take it, with all that was kept in it.
    int const error = sync_folder(path.parent_path());
    if (error == 0 || error == EACCES) return 0;  // one may write to a folder that one may not open
    ::rmdir(path.c_str());                        // nobody would bring it to the disk later
    return error;
}

/// Why what lies in the folder may come from anybody. Empty: it may not.
std::string_view strangers_reason(struct stat const& status) {
    if (status.st_uid != ::geteuid() && status.st_uid != 0) return "it belongs to another user";
    if ((status.st_mode & S_IWOTH) != 0) return "everybody may write to it";
    return {};
}

}  // namespace

struct StateFolder::Attempt {
    Access access = Access::none;
    std::string reason = {};  ///< why there is less than full access
    bool is_locked = false;
    Descriptor lock = {};
};

StateFolder::Attempt StateFolder::attempt(fs::path const& path) {
    if (int const error = make_folders(path)) return {Access::none, std::strerror(error)};
    Descriptor const folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat status {};
    if (!folder || ::fstat(folder.get(), &status) != 0) return {Access::none, std::strerror(errno)};
    if (auto const reason = strangers_reason(status); !reason.empty())
        return {Access::none, std::string(reason)};
    Descriptor lock(
        ::openat(folder.get(), "lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600));
    if (!lock) return {Access::read_only, std::strerror(errno)};
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return {Access::read_write, {}, false, std::move(lock)};
    if (errno == EWOULDBLOCK) return {Access::read_only, "another kiosk writes to it", true};
    return {Access::read_only, std::strerror(errno)};
}

StateFolder StateFolder::open(std::vector<fs::path> const& candidates, std::vector<Problem>& problems) {
    StateFolder best;
    std::string reasons;
    for (auto const& path : candidates) {
        auto found = attempt(path);
        if (found.is_locked)
            problems.push_back({Severity::note,
                                "state-locked",
                                "another kiosk on this machine keeps its state here: this one only reads it",
                                "to run two, give each its own folder in $KIOSK_STATE_DIR",
                                {path.string(), 0, {}}});
        if (found.access > best.access_ || found.is_locked)
            best.path_ = path, best.access_ = found.access, best.lock_ = std::move(found.lock);
        if (found.is_locked) return best;  // the right folder, only not for us
        if (best.access_ == Access::read_write) break;
        reasons += fmt::format("{}{}: {}", reasons.empty() ? "" : "; ", path.string(), found.reason);
    }
    constexpr char const* hint = "name a folder that can be written to in $KIOSK_STATE_DIR";
    if (best.access_ != Access::read_write)
        problems.push_back({Severity::warning,
                            "state-unwritable",
                            fmt::format("nothing can be kept for the next start: {}",
                                        reasons.empty() ? "no folder for it is named" : reasons),
                            hint,
                            {}});
    else if (!reasons.empty())
        problems.push_back({Severity::note,
                            "state-unwritable",
                            fmt::format("{} is used instead of {}", best.path_.string(), reasons),
                            hint,
                            {}});
    return best;
}

StateFolder StateFolder::look(std::vector<fs::path> const& candidates) {
    StateFolder found;
    for (auto const& path : candidates) {
        Descriptor const folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        struct stat status {};
        if (!folder || ::fstat(folder.get(), &status) != 0 || !strangers_reason(status).empty()) continue;
        found.path_ = path;
        found.access_ = Access::read_only;
        break;
    }
    return found;
}

std::vector<fs::path> state_candidates(std::function<char const*(char const*)> const& value_of) {
    auto const value = [&](char const* name) {
        char const* const text = value_of(name);
        return std::string(text ? text : "");
    };
    std::vector<fs::path> candidates;
    auto const add = [&](fs::path const& path) {
        if (!path.empty()) candidates.push_back(path.lexically_normal());
    };
    add(value("KIOSK_STATE_DIR"));
    auto const given = value("STATE_DIRECTORY");  // several are separated by ":"
    add(given.substr(0, given.find(':')));
    // The specification wants relative ones to be ignored.
    if (fs::path const home = value("XDG_STATE_HOME"); home.is_absolute()) add(home / "kiosk");
    if (fs::path const home = value("HOME"); home.is_absolute()) add(home / ".local" / "state" / "kiosk");
    return candidates;
}

std::vector<fs::path> state_candidates() {
    return state_candidates([](char const* name) { return std::getenv(name); });
}

}  // namespace kiosk
