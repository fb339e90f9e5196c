// Each in a child of its own: there is no way back out.
#include "io/sandbox.hpp"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

/// What `body` returns in a child within the limits; negative: the signal that ended it.
int within(SandboxLimits const& limits, std::function<int()> const& body) {
    auto const child = ::fork();
    if (child == 0) {
        enter_sandbox(limits);
        ::_exit(body());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

constexpr SandboxLimits roomy{std::size_t{512} << 20, 20};

}  // namespace

TEST_CASE("a process that looks at a stranger's bytes for too long is ended", "[io][sandbox]") {
    auto const end = within({std::size_t{512} << 20, 1}, [] {
        for (std::atomic<unsigned long> i = 0;;) ++i;
        return 0;
    });
    CHECK((end == -SIGXCPU || end == -SIGKILL));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

TEST_CASE("a process that looks at a stranger's bytes gets no more memory than it may", "[io][sandbox][H11]") {
    auto const ask = [](std::size_t bytes) {
        return [bytes] { return ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? 1 : 0; };
    };
    CHECK(within({std::size_t{64} << 20, 20}, ask(std::size_t{32} << 20)) == 0);
    CHECK(within({std::size_t{64} << 20, 20}, ask(std::size_t{128} << 20)) == 1);
}

TEST_CASE("a process that looks at a stranger's bytes opens, connects and starts nothing", "[io][sandbox]") {
    if (within(roomy, [] { return ::open("/proc/self/status", O_RDONLY) >= 0 ? 1 : 0; }) == 1) {
        WARN("this kernel filters no system calls");
        return;
    }
    CHECK(within(roomy, [] { return ::open("/etc/hostname", O_RDONLY) < 0 && errno == EPERM ? 0 : 1; }) == 0);
    CHECK(within(roomy, [] { return ::open("/tmp/new", O_WRONLY | O_CREAT, 0600) < 0 ? 0 : 1; }) == 0);
    CHECK(within(roomy, [] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0 ? 0 : 1; }) == 0);
    CHECK(within(roomy, [] { return ::fork() < 0 ? 0 : 1; }) == 0);
    CHECK(within(roomy, [] { return ::kill(::getppid(), 0) < 0 ? 0 : 1; }) == 0);
}

TEST_CASE("a process that looks at a stranger's bytes still has memory and what is open", "[io][sandbox]") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    CHECK(within(roomy, [&] {
              auto* const bytes = static_cast<char*>(std::malloc(8 << 20));
              bytes[5'000'000] = 'x';
              return ::write(ends[1], bytes + 5'000'000, 1) == 1 ? 0 : 1;
          }) == 0);
    char byte = 0;
    CHECK(::read(ends[0], &byte, 1) == 1);
    CHECK(byte == 'x');
    ::close(ends[0]);
    ::close(ends[1]);
}

#endif
