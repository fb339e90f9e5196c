#include "io/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "io/blocked_signal.hpp"
#include "io/copy_header.hpp"
#include "io/descriptor.hpp"

namespace kiosk {
namespace {

Problem unreadable(std::string name, std::string_view why) {
    return {Severity::error, "file-unreadable", fmt::format("cannot be read: {}", why),
            "check the name and the permissions", {std::move(name), 0, {}}};
}

enum class Sync { later, before_rename };

/// 0, or why not (errno).
int put_all(int file, std::string_view bytes) {
    BlockedSignal const no_end(SIGXFSZ);  // at the limit of a file's size write() fails, too
    while (!bytes.empty()) {
        auto const put = ::write(file, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return errno;
        if (put == 0) return EIO;  // it would be tried for ever
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

GiveBytes all_of(std::string_view bytes) {
    return [bytes](ByteSink const& sink) { sink(bytes); };
}

int fill_file(std::string const& path, GiveBytes const& give, ::mode_t mode, Sync sync) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (!file) return errno;
    int error = 0;
    give([&](std::string_view piece) {
        if (!error) error = put_all(file.get(), piece);
    });
    if (error) return error;
    if (sync == Sync::before_rename && ::fsync(file.get()) != 0) return errno;
    return file.close() == 0 ? 0 : errno;  // some file systems tell only now
}

/// 0, or why not (errno); then the file is as it was.
int replace_file(std::filesystem::path const& path, std::string const& beside, GiveBytes const& give, ::mode_t mode,
                 Sync sync) {
    int error = fill_file(beside, give, mode, sync);
    if (!error && ::rename(beside.c_str(), path.c_str()) != 0) error = errno;
    if (error) ::unlink(beside.c_str());
    else if (sync == Sync::before_rename) error = sync_folder(path.parent_path());
    return error;
}

/// Whose unfinished file beside `path` this is. Empty: it is none.
std::optional<::pid_t> writer_of(std::filesystem::path const& file, std::filesystem::path const& path) {
    std::string const name = file.filename(), start = path.filename().string() + ".";
    constexpr std::string_view end = ".new";
    if (!name.starts_with(start) || !name.ends_with(end) || name.size() <= start.size() + end.size()) return {};
    ::pid_t writer = 0;
    auto const* const digits_end = name.data() + name.size() - end.size();
    auto const [rest, error] = std::from_chars(name.data() + start.size(), digits_end, writer);
    return error == std::errc{} && rest == digits_end ? std::optional(writer) : std::nullopt;
}

bool is_running(::pid_t process) { return ::kill(process, 0) == 0 || errno != ESRCH; }

}  // namespace

std::uint64_t stamp_of(std::filesystem::path const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return 0;
    return checksum_of(fmt::format("{} {} {} {}", status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size, status.st_ino));
}

Outcome<SourceText> read_text(std::filesystem::path const& path, std::string name, std::uintmax_t limit) {
    Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return {{}, {unreadable(name, std::strerror(errno))}};
    if (!S_ISREG(status.st_mode)) return {{}, {unreadable(name, "it is not a file")}};
    if (static_cast<std::uintmax_t>(status.st_size) > limit)
        return {{}, {unreadable(name, fmt::format("it is larger than {} MB", limit >> 20))}};
    auto const size = static_cast<std::size_t>(status.st_size);
    std::string bytes;
    bytes.reserve(size);
    std::array<char, 64 << 10> part;  // stays in the processor's cache; to fill a large text with zeros first takes longer
    while (bytes.size() < size) {
        auto const got = ::read(file.get(), part.data(), std::min(part.size(), size - bytes.size()));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return {{}, {unreadable(name, std::strerror(errno))}};
        if (got == 0) break;
        bytes.append(part.data(), static_cast<std::size_t>(got));
    }
    return {SourceText{std::move(name), std::move(bytes)}, {}};
}

std::vector<Problem> write_atomically(std::filesystem::path const& path, GiveBytes const& give) {
    struct stat status {};
    // A device or a pipe (-o /dev/stdout) cannot be renamed over.
    bool const in_place = ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
    constexpr ::mode_t mode = 0644;
    int const error = in_place ? fill_file(path.string(), give, mode, Sync::later)
                               : replace_file(path, fmt::format("{}.{}.new", path.string(), ::getpid()), give, mode, Sync::later);
    if (!error) return {};
    return {{Severity::error, "file-unwritable", fmt::format("cannot be written: {}", std::strerror(error)),
             "check the folder, its permissions and the free space", {path.string(), 0, {}}}};
}

std::vector<Problem> write_atomically(std::filesystem::path const& path, std::string_view bytes) { return write_atomically(path, all_of(bytes)); }

int write_durably(std::filesystem::path const& path, std::string_view bytes) {
    return replace_file(path, path.string() + ".new", all_of(bytes), 0600, Sync::before_rename);
}

void remove_unfinished(std::filesystem::path const& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    auto const folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (auto const writer = writer_of(entry->path(), path); writer && !is_running(*writer)) ::unlink(entry->path().c_str());
}

int sync_folder(std::filesystem::path const& folder) {
    Descriptor const opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened && ::fsync(opened.get()) == 0) return 0;
    return opened && errno == EINVAL ? 0 : errno;  // a file system that keeps its names by itself
}

std::filesystem::path data_folder() {
    namespace fs = std::filesystem;
    std::error_code error;
    auto const holds_data = [&](fs::path const& folder) { return fs::is_regular_file(folder / "fonts" / "chain.toml", error); };
    if (char const* given = std::getenv("KIOSK_DATA"); given && holds_data(given)) return given;
    auto const executable = fs::read_symlink("/proc/self/exe", error);
    for (auto folder = executable.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (holds_data(folder)) return folder;
        if (holds_data(folder / "share" / "kiosk")) return folder / "share" / "kiosk";
        if (folder == folder.root_path()) break;
    }
    // Where /proc is not mounted nobody knows where the program lies.
    for (auto const* folder : {"/usr/local/share/kiosk", "/usr/share/kiosk"})
        if (executable.empty() && holds_data(folder)) return folder;
    return {};
}

}  // namespace kiosk
