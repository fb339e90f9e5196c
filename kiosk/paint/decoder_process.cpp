#include "paint/decoder_process.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include "io/descriptor.hpp"
#include "io/sandbox.hpp"
#include "time/instant.hpp"

namespace kiosk {
namespace {

using Monotonic = std::chrono::steady_clock;

constexpr SandboxLimits decoder_limits{std::size_t{320} << 20, 5};
constexpr seconds longest_decoding{10};
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

bool write_all(int to, std::span<std::uint8_t const> bytes) {
    while (!bytes.empty()) {
        auto const put = ::write(to, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return true;
}

/// In memory, as a file to read from its beginning. Empty: errno says why.
Descriptor as_file(std::string_view bytes) {
    Descriptor file(::memfd_create("picture", MFD_CLOEXEC));
    if (!file || !write_all(file.get(), {reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()})) return {};
    return ::lseek(file.get(), 0, SEEK_SET) == 0 ? std::move(file) : Descriptor{};
}

/// This program with these files as stdin and stdout, and no other. 0: errno says why not.
::pid_t start_decoder(DecoderTask const& task, int in, int out) {
    auto words = to_arguments(task);
    words.insert(words.begin(), {"kiosk", std::string(decoder_flag)});
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

enum class ReadEnd { whole, too_late, stopped };

/// Up to the end of `from`, or one byte more than there may be.
ReadEnd read_reply(int from, std::size_t most, std::stop_token const& stop, std::vector<std::uint8_t>& bytes) {
    auto const deadline = Monotonic::now() + longest_decoding;
    std::size_t size = 0;
    bytes.resize(most);
    while (size < most) {
        auto const left = std::chrono::ceil<milliseconds>(deadline - Monotonic::now());
        if (stop.stop_requested()) return ReadEnd::stopped;
        if (left <= milliseconds{0}) return ReadEnd::too_late;
        pollfd entry{from, POLLIN, 0};
        auto const wait = stop.stop_possible() ? std::min<milliseconds>(left, stop_check) : left;
        if (::poll(&entry, 1, static_cast<int>(wait.count())) <= 0) continue;
        auto const got = ::read(from, bytes.data() + size, most - size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return ReadEnd::whole;
}

DecoderReply fault(std::string text) { return {{}, {}, std::move(text)}; }

/// Empty: no process could be had; errno says why.
std::optional<DecoderReply> decode_once(std::string_view bytes, DecoderTask const& task, std::stop_token const& stop) {
    auto const picture = as_file(bytes);
    int ends[2];
    if (!picture || ::pipe2(ends, O_CLOEXEC) != 0) return {};
    Descriptor const from(ends[0]);
    Descriptor to(ends[1]);
    auto const pid = start_decoder(task, picture.get(), to.get());
    if (pid == 0) return {};
    Child child(pid);
    to.close();
    std::vector<std::uint8_t> answer;
    switch (read_reply(from.get(), most_reply_bytes(task), stop, answer)) {
        case ReadEnd::stopped: return fault("it is not wanted any more");
        case ReadEnd::too_late: return fault("it takes too long to decode");
        case ReadEnd::whole: break;
    }
    if (auto reply = to_reply(std::move(answer), task)) return reply;
    int const status = child.wait();
    bool const is_late = WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
    return fault(is_late ? "it takes too long to decode" : "its pixels are broken");
}

/// The whole of stdin, without a copy of it.
std::string_view mapped_stdin() {
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0 || status.st_size <= 0) return {};
    auto const size = static_cast<std::size_t>(status.st_size);
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    return bytes == MAP_FAILED ? std::string_view{} : std::string_view(static_cast<char const*>(bytes), size);
}

}  // namespace

DecoderReply decode_apart(std::string_view bytes, DecoderTask const& task, std::stop_token const& stop) {
    for (int attempt = 1;; ++attempt) {
        if (auto reply = decode_once(bytes, task, stop)) return std::move(*reply);
        if (attempt == attempts) return fault(fmt::format("it cannot be decoded now: {}", std::strerror(errno)));
        std::this_thread::sleep_for(between_attempts);
    }
}

int run_decoder(std::span<char const* const> arguments) {
    auto const task = to_task(arguments);
    if (!task) return 2;
    auto const picture = mapped_stdin();
    prepare_to_decode(picture, *task);
    enter_sandbox(decoder_limits);
    auto const reply = decode_here(picture, *task);
    auto const* const fault = reinterpret_cast<std::uint8_t const*>(reply.fault.data());
    bool const is_written = write_all(STDOUT_FILENO, head_of(reply)) &&
                            write_all(STDOUT_FILENO, reply.fault.empty() ? std::span(reply.bytes) : std::span(fault, reply.fault.size()));
    return is_written ? 0 : 3;
}

}  // namespace kiosk
