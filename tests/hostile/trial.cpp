#include "hostile/trial.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

#include <fmt/format.h>

namespace kiosk {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

void limit(__rlimit_resource what, rlim_t value) {
    rlimit const both{value, value};
    ::setrlimit(what, &both);
}

void redirect(fs::path const& path, int to) {
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    ::dup2(file, to);
}

[[noreturn]] void become(std::vector<std::string> const& command, TrialLimits const& limits, fs::path const& work) {
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu_seconds));
    limit(RLIMIT_CORE, 0);
    if (limits.address_space_mib > 0) limit(RLIMIT_AS, limits.address_space_mib << 20);
    if (limits.stack_kib > 0) limit(RLIMIT_STACK, limits.stack_kib << 10);
    ::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    redirect(work / "stdout", STDOUT_FILENO);
    redirect(work / "stderr", STDERR_FILENO);
    std::vector<char*> arguments;
    for (auto const& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

std::string bytes_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

double seconds_of(timeval const& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

}  // namespace

TrialResult run_trial(std::vector<std::string> const& command, TrialLimits const& limits, fs::path const& work) {
    TrialResult result;
    auto const begin = Clock::now();
    auto const child = ::fork();
    if (child == 0) become(command, limits, work);
    int status = 0;
    rusage usage{};
    auto const passed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
    while (::wait4(child, &status, WNOHANG, &usage) == 0) {
        if (!result.is_late && passed() > limits.wall_seconds) result.is_late = ::kill(child, SIGKILL) == 0;
        std::this_thread::sleep_for(std::chrono::milliseconds{passed() < 0.2 ? 1 : 10});
    }
    result.wall_seconds = passed();
    result.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    result.peak_mib = usage.ru_maxrss / 1024;
    if (WIFEXITED(status)) result.exit = WEXITSTATUS(status);
    else result.ended = result.is_late ? fmt::format("after {} s", limits.wall_seconds) : fmt::format("by signal {}", WTERMSIG(status));
    result.out = bytes_of(work / "stdout");
    result.err = bytes_of(work / "stderr");
    return result;
}

}  // namespace kiosk
