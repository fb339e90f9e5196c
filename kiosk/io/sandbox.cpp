#include "io/sandbox.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <string>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace kiosk {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

// Numbers of system calls mean something else to each architecture.
#if defined(__x86_64__)
constexpr unsigned this_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned this_architecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned this_architecture = 0;  // not filtered
#endif

/// What is left: memory, what is open, the clock, and an end. The last ones are how abort() ends.
constexpr std::array allowed{
    __NR_read,      __NR_write,     __NR_writev,       __NR_close,        __NR_fstat,          __NR_lseek,
    __NR_mmap,      __NR_munmap,    __NR_mremap,       __NR_mprotect,     __NR_madvise,        __NR_brk,
    __NR_futex,     __NR_getrandom, __NR_clock_gettime, __NR_sched_yield, __NR_sched_getaffinity, __NR_exit,
    __NR_exit_group, __NR_getpid,   __NR_gettid,       __NR_tgkill,       __NR_rt_sigprocmask, __NR_rt_sigreturn,
};

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
    rlimit now{};
    if (::getrlimit(resource, &now) != 0) return;
    rlimit const less{std::min(soft, now.rlim_max), std::min(hard, now.rlim_max)};
    ::setrlimit(resource, &less);
}

/// Source: proc(5), /proc/pid/statm, the first number.
std::size_t address_space() {
    std::ifstream statm("/proc/self/statm");
    std::size_t pages = 0;
    statm >> pages;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

rlim_t cpu_seconds_used() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
}

void be_the_first_to_go() {
    std::ofstream score("/proc/self/oom_score_adj");
    score << 1000;
}

/// Everything else is answered with EPERM, as libraries look for things that they can do without.
void filter_calls() {
    std::array<sock_filter, allowed.size() + 6> program{};
    std::size_t size = 0;
    auto const add = [&](unsigned code, unsigned value, unsigned char if_so = 0, unsigned char if_not = 0) {
        program[size++] = {static_cast<unsigned short>(code), if_so, if_not, value};
    };
    add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
    add(BPF_JMP | BPF_JEQ | BPF_K, this_architecture, 1, 0);
    add(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
    for (std::size_t i = 0; i < allowed.size(); ++i)
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(allowed[i]), static_cast<unsigned char>(allowed.size() - i), 0);
    add(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    sock_fprog const filter{static_cast<unsigned short>(size), program.data()};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

}  // namespace

void limit_resources(SandboxLimits const& limits) {
    auto const seconds = cpu_seconds_used() + static_cast<rlim_t>(limits.cpu_seconds);
    limit(RLIMIT_CPU, seconds, seconds + 1);
    if (is_sanitized) return;
    auto const memory = address_space() + limits.memory;
    limit(RLIMIT_AS, memory, memory);
    limit(RLIMIT_CORE, 0, 0);
    be_the_first_to_go();
}

void enter_sandbox(SandboxLimits const& limits) {
    limit_resources(limits);
    if (is_sanitized) return;
    for (auto const resource : {RLIMIT_FSIZE, RLIMIT_NPROC}) limit(resource, 0, 0);
    if (this_architecture != 0) filter_calls();
}

bool has_filtered_calls() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("Seccomp:")) return line.ends_with("2");
    return false;
}

}  // namespace kiosk
