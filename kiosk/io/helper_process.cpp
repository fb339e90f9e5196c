#include "io/helper_process.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/descriptor.hpp"

namespace kiosk {
namespace {

using Monotonic = std::chrono::steady_clock;

constexpr milliseconds stop_check{50};  // how often a wait looks whether it is to end
constexpr int attempts = 3;             // at a process; a machine may be out of them for a moment
constexpr milliseconds between_attempts{200};

/// A process that is waited for and, if need be, ended.
class Child {
public:
    explicit Child(::pid_t pid) : pid_(pid) {}
    ~Child() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        wait();
    }
    Child(Child const&) = delete;
    Child& operator=(Child const&) = delete;

    /// Its status as waitpid(2) tells it. To be called once it has closed its output.
    int wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = 0;
        return status;
    }

private:
    ::pid_t pid_;
};

/// In memory, as a file to read from its beginning. Empty: errno says why.
Descriptor as_file(std::vector<std::string_view> const& pieces) {
    Descriptor file(::memfd_create("input", MFD_CLOEXEC));
    if (!file) return {};
    for (auto const piece : pieces)
        if (!write_whole(file.get(), {reinterpret_cast<std::uint8_t const*>(piece.data()), piece.size()})) return {};
    return ::lseek(file.get(), 0, SEEK_SET) == 0 ? std::move(file) : Descriptor{};
}

/// This program with these files as stdin and stdout, and no other. 0: errno says why not.
::pid_t start(std::vector<std::string> words, int in, int out) {
    words.insert(words.begin(), "kiosk");
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;  // the signals of whoever calls may be blocked; an end by the kernel must arrive
    sigset_t none;
    sigemptyset(&none);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    ::pid_t child = 0;
    int const error = ::posix_spawn(&child, "/proc/self/exe", &actions, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    errno = error;
    return error ? 0 : child;
}

/// Reads up to the end of `from`, or one byte more than there may be.
HelperEnd::Why read_output(int from, HelperTask const& task, std::stop_token const& stop, std::vector<std::uint8_t>& bytes) {
    auto const deadline = Monotonic::now() + task.longest;
    std::size_t size = 0;
    bytes.resize(task.most_output + 1);
    while (size < bytes.size()) {
        auto const left = std::chrono::ceil<milliseconds>(deadline - Monotonic::now());
        if (stop.stop_requested()) return HelperEnd::Why::stopped;
        if (left <= milliseconds{0}) return HelperEnd::Why::too_late;
        pollfd entry{from, POLLIN, 0};
        auto const wait = stop.stop_possible() ? std::min<milliseconds>(left, stop_check) : left;
        if (::poll(&entry, 1, static_cast<int>(wait.count())) <= 0) continue;
        auto const got = ::read(from, bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return HelperEnd::Why::by_itself;
}

/// Empty: no process could be had; errno says why.
std::optional<HelperEnd> run_once(HelperTask const& task, std::stop_token const& stop) {
    auto const input = as_file(task.input);
    int ends[2];
    if (!input || ::pipe2(ends, O_CLOEXEC) != 0) return {};
    Descriptor const from(ends[0]);
    Descriptor to(ends[1]);
    auto const pid = start(task.arguments, input.get(), to.get());
    if (pid == 0) return {};
    Child child(pid);
    to.close();
    HelperEnd end;
    end.why = read_output(from.get(), task, stop, end.output);
    // Whoever says more than there may be is ended with `child`, and says nothing.
    if (end.output.size() > task.most_output) end.output.clear();
    else if (end.why == HelperEnd::Why::by_itself) end.status = child.wait();
    return end;
}

}  // namespace

bool HelperEnd::has_code(int code) const { return why == Why::by_itself && WIFEXITED(status) && WEXITSTATUS(status) == code; }

bool HelperEnd::is_out_of_time() const {
    return why == Why::too_late || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL));
}

std::optional<HelperEnd> run_helper(HelperTask const& task, std::stop_token const& stop) {
    for (int attempt = 1;; ++attempt) {
        if (auto end = run_once(task, stop)) return end;
        if (attempt == attempts) return {};
        int const why = errno;
        std::this_thread::sleep_for(between_attempts);
        errno = why;
    }
}

std::string_view mapped_stdin() {
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0 || status.st_size <= 0) return {};
    auto const size = static_cast<std::size_t>(status.st_size);
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    return bytes == MAP_FAILED ? std::string_view{} : std::string_view(static_cast<char const*>(bytes), size);
}

bool write_whole(int descriptor, std::span<std::uint8_t const> bytes) {
    while (!bytes.empty()) {
        auto const put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return true;
}

}  // namespace kiosk
