#include "faults/file_faults.hpp"

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "faults/unsynced.hpp"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

/// What this thread's FaultyFiles has seen.
struct FaultyThread {
    FileFault fault;
    int calls = 0;
    long long bytes_written = 0;
    bool is_full = false;
    Unsynced unsynced;
};
thread_local FaultyThread* faulty = nullptr;

/// What is done here meanwhile is not ours to spoil.
class AmongOurselves {
public:
    AmongOurselves() : before_(std::exchange(faulty, nullptr)) {}
    ~AmongOurselves() { faulty = before_; }
    AmongOurselves(AmongOurselves const&) = delete;
    AmongOurselves& operator=(AmongOurselves const&) = delete;

private:
    FaultyThread* before_;
};

[[noreturn]] void cut_power(FaultyThread const& thread, int exit_code) {
    AmongOurselves const alone;
    thread.unsynced.lose(thread.fault.loss);
    ::_exit(exit_code);
}

enum class Call { read, other };

/// Counts a call. False: it must fail, and errno says why.
bool may_go_on(Call call) {
    auto const& fault = faulty->fault;
    int const number = ++faulty->calls;
    using Kind = FileFault::Kind;
    if (fault.kind == Kind::cut && number == fault.at) cut_power(*faulty, exit_of_cut);
    bool const fails = (fault.kind == Kind::error && number == fault.at) ||
                       (fault.kind == Kind::errors_from_there && number >= fault.at) ||
                       (fault.kind == Kind::read_errors && number >= fault.at && call == Call::read);
    if (fails) errno = fault.error;
    return !fails;
}

/// The C library's own function.
template <class Function>
Function next(char const* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

fs::path path_of(int fd) {
    std::error_code error;
    return fs::read_symlink(fmt::format("/proc/self/fd/{}", fd), error);
}

/// `path`, if it lies in an open folder, with that one's.
fs::path full_path(int folder, char const* path) {
    return folder == AT_FDCWD || fs::path(path).is_absolute() ? fs::path(path) : path_of(folder) / path;
}

bool is_there(fs::path const& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

/// open() as `really` does it, and a note of what it changes.
template <class Open>
int noted_open(int folder, char const* path, int flags, Open const& really) {
    if (!faulty) return really();
    if (!may_go_on(Call::other)) return -1;
    auto& unsynced = faulty->unsynced;
    AmongOurselves const alone;
    auto const full = full_path(folder, path);
    bool const is_new = (flags & O_CREAT) != 0 && !is_there(full);
    unsynced.will_open(full, (flags & O_TRUNC) != 0);
    int const fd = really();
    if (fd >= 0 && is_new) unsynced.has_made(full);
    return fd;
}

/// rename(), unlink() and their like: noted before, as what was there is gone afterwards.
template <class Note, class Change>
int noted_change(Note const& note, Change const& really) {
    if (!may_go_on(Call::other)) return -1;
    auto& unsynced = faulty->unsynced;
    AmongOurselves const alone;
    note(unsynced);
    int const result = really();
    if (result != 0) unsynced.take_back();
    return result;
}

ssize_t short_write(int fd, void const* bytes, std::size_t size, decltype(&::write) really) {
    faulty->is_full = faulty->fault.error != 0;
    return really(fd, bytes, (size + 1) / 2);
}

}  // namespace

std::string to_words(FileFault const& fault) {
    using Kind = FileFault::Kind;
    auto const* error = fault.error ? ::strerrorname_np(fault.error) : "no error";
    switch (fault.kind) {
        case Kind::none: return "no fault";
        case Kind::error: return fmt::format("call {}: {}{}", fault.at, error, fault.loss == Loss::nothing ? "" : ", then a cut");
        case Kind::errors_from_there: return fmt::format("call {} and later: {}", fault.at, error);
        case Kind::read_errors: return fmt::format("reads from call {} on: {}", fault.at, error);
        case Kind::short_write: return fmt::format("call {} writes half, then {}", fault.at, error);
        case Kind::cut: break;
    }
    return fmt::format("cut at call {}, loss {}", fault.at, static_cast<int>(fault.loss));
}

FaultyFiles::FaultyFiles(FileFault fault) { faulty = new FaultyThread{fault, 0, 0, false, {}}; }
FaultyFiles::~FaultyFiles() { delete std::exchange(faulty, nullptr); }
int FaultyFiles::calls() const { return faulty->calls; }
long long FaultyFiles::bytes_written() const { return faulty->bytes_written; }
void FaultyFiles::cut(int exit_code) const { cut_power(*faulty, exit_code); }

}  // namespace kiosk

// The names are the C library's, and so are the signatures.
using namespace kiosk;

extern "C" {

int open(char const* path, int flags, ...) {
    static auto const really = next<decltype(&::open)>("open");
    va_list more;
    va_start(more, flags);
    auto const mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, ::mode_t) : 0;
    va_end(more);
    return noted_open(AT_FDCWD, path, flags, [&] { return really(path, flags, mode); });
}

int openat(int folder, char const* path, int flags, ...) {
    static auto const really = next<decltype(&::openat)>("openat");
    va_list more;
    va_start(more, flags);
    auto const mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, ::mode_t) : 0;
    va_end(more);
    return noted_open(folder, path, flags, [&] { return really(folder, path, flags, mode); });
}

FILE* fopen64(char const* path, char const* mode) {
    static auto const really = next<decltype(&::fopen64)>("fopen64");
    return !faulty || may_go_on(Call::other) ? really(path, mode) : nullptr;
}

ssize_t read(int fd, void* bytes, std::size_t size) {
    static auto const really = next<decltype(&::read)>("read");
    return !faulty || may_go_on(Call::read) ? really(fd, bytes, size) : -1;
}

ssize_t write(int fd, void const* bytes, std::size_t size) {
    static auto const really = next<decltype(&::write)>("write");
    if (!faulty) return really(fd, bytes, size);
    if (!may_go_on(Call::other)) return -1;
    if (faulty->is_full) return errno = faulty->fault.error, -1;
    {
        auto& unsynced = faulty->unsynced;
        AmongOurselves const alone;
        unsynced.will_write(path_of(fd));
    }
    bool const is_short = faulty->fault.kind == FileFault::Kind::short_write && faulty->calls == faulty->fault.at;
    auto const put = is_short ? short_write(fd, bytes, size, really) : really(fd, bytes, size);
    if (put > 0) faulty->bytes_written += put;
    return put;
}

int fsync(int fd) {
    static auto const really = next<decltype(&::fsync)>("fsync");
    if (!faulty) return really(fd);
    if (!may_go_on(Call::other)) return -1;
    auto& unsynced = faulty->unsynced;
    AmongOurselves const alone;
    unsynced.was_synced(path_of(fd));
    return 0;
}

int close(int fd) {
    static auto const really = next<decltype(&::close)>("close");
    bool const fails = faulty && !may_go_on(Call::other);
    int const error = errno;
    int const result = really(fd);  // closed all the same, as in Linux
    return fails ? errno = error, -1 : result;
}

int rename(char const* from, char const* to) noexcept {
    static auto const really = next<decltype(&::rename)>("rename");
    if (!faulty) return really(from, to);
    return noted_change([&](Unsynced& unsynced) { unsynced.will_rename(from, to); }, [&] { return really(from, to); });
}

int unlink(char const* path) noexcept {
    static auto const really = next<decltype(&::unlink)>("unlink");
    if (!faulty) return really(path);
    return noted_change([&](Unsynced& unsynced) { unsynced.will_remove(path); }, [&] { return really(path); });
}

int remove(char const* path) noexcept {
    static auto const really = next<decltype(&::remove)>("remove");
    if (!faulty) return really(path);
    return noted_change([&](Unsynced& unsynced) { unsynced.will_remove(path); }, [&] { return really(path); });
}

int rmdir(char const* path) noexcept {
    static auto const really = next<decltype(&::rmdir)>("rmdir");
    return !faulty || may_go_on(Call::other) ? really(path) : -1;
}

int mkdir(char const* path, ::mode_t mode) noexcept {
    static auto const really = next<decltype(&::mkdir)>("mkdir");
    if (!faulty) return really(path, mode);
    if (!may_go_on(Call::other)) return -1;
    auto& unsynced = faulty->unsynced;
    AmongOurselves const alone;
    int const result = really(path, mode);
    if (result == 0) unsynced.has_made(path);
    return result;
}

int stat(char const* path, struct stat* status) noexcept {
    static auto const really = next<int (*)(char const*, struct stat*)>("stat");
    return !faulty || may_go_on(Call::other) ? really(path, status) : -1;
}

int lstat(char const* path, struct stat* status) noexcept {
    static auto const really = next<int (*)(char const*, struct stat*)>("lstat");
    return !faulty || may_go_on(Call::other) ? really(path, status) : -1;
}

int fstat(int fd, struct stat* status) noexcept {
    static auto const really = next<int (*)(int, struct stat*)>("fstat");
    return !faulty || may_go_on(Call::other) ? really(fd, status) : -1;
}

int flock(int fd, int operation) noexcept {
    static auto const really = next<decltype(&::flock)>("flock");
    return !faulty || may_go_on(Call::other) ? really(fd, operation) : -1;
}

struct dirent* readdir(DIR* folder) {
    static auto const really = next<decltype(&::readdir)>("readdir");
    return !faulty || may_go_on(Call::other) ? really(folder) : nullptr;
}

}  // extern "C"
