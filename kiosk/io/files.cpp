#include "io/files.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace kiosk {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

Problem unreadable(std::string name, std::string_view why) {
    return {Severity::error, "file-unreadable", fmt::format("cannot be read: {}", why),
            "check the name and the permissions", {std::move(name), 0, {}}};
}

}  // namespace

Outcome<SourceText> read_text(std::filesystem::path const& path, std::string name, std::uintmax_t limit) {
    Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return {{}, {unreadable(name, std::strerror(errno))}};
    if (!S_ISREG(status.st_mode)) return {{}, {unreadable(name, "it is not a file")}};
    if (static_cast<std::uintmax_t>(status.st_size) > limit)
        return {{}, {unreadable(name, fmt::format("it is larger than {} MB", limit >> 20))}};
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        auto const got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return {{}, {unreadable(name, std::strerror(errno))}};
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return {SourceText{std::move(name), std::move(bytes)}, {}};
}

std::vector<Problem> write_atomically(std::filesystem::path const& path, std::string_view bytes) {
    auto const failed = [&](int error) {
        return std::vector<Problem>{{Severity::error, "file-unwritable",
                                     fmt::format("cannot be written: {}", std::strerror(error)),
                                     "check the folder, its permissions and the free space", {path.string(), 0, {}}}};
    };
    struct stat status {};
    // A device or a pipe (-o /dev/stdout) cannot be renamed over.
    bool const in_place = ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
    std::string const beside = in_place ? path.string() : path.string() + fmt::format(".{}.new", ::getpid());
    {
        Descriptor const file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (file.get() < 0) return failed(errno);
        for (std::size_t done = 0; done < bytes.size();) {
            auto const put = ::write(file.get(), bytes.data() + done, bytes.size() - done);
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) {
                int const error = errno;
                if (!in_place) ::unlink(beside.c_str());
                return failed(error);
            }
            done += static_cast<std::size_t>(put);
        }
    }
    if (!in_place && ::rename(beside.c_str(), path.c_str()) != 0) {
        int const error = errno;
        ::unlink(beside.c_str());
        return failed(error);
    }
    return {};
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
    return {};
}

}  // namespace kiosk
