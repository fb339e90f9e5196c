// Plays systemd for a display: hears its notifications, ends it when it hangs, starts it again two seconds after it ended.
//   kiosk_service_manager [WATCHDOG-SECONDS] COMMAND...
// Each line on stdout is "MILLISECONDS WHAT", since the machine was switched on: start PID, ready, ping, hang, end STATUS. SIGTERM ends both.
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr long long restart_ms = 2000, abort_ms = 5000;  // RestartSec and TimeoutStopSec of config/package/kiosk.service

volatile std::sig_atomic_t is_told_to_end = 0;

long long now_ms() {
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<long long>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

void say(std::string const& what) {
    std::printf("%lld %s\n", now_ms(), what.c_str());
    std::fflush(stdout);
}

/// In the abstract namespace: there is no file to be left behind.
int notify_socket(std::string& name) {
    name = "@kiosk-service-manager-" + std::to_string(::getpid());
    int const socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    address.sun_path[0] = '\0';
    auto const size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    return ::bind(socket, reinterpret_cast<sockaddr const*>(&address), size) == 0 ? socket : -1;
}

::pid_t start(char** command) {
    auto const pid = ::fork();
    if (pid == 0) {
        ::execvp(command[0], command);
        ::_exit(127);
    }
    say("start " + std::to_string(pid));
    return pid;
}

/// One life of the command. systemd wakes what it ends, too: nothing that is stopped hears a signal.
void live(int socket, ::pid_t pid, long long watchdog_ms) {
    long long heard = 0, hanging = 0;
    for (;;) {
        int status = 0;
        if (::waitpid(pid, &status, WNOHANG) == pid)
            return say("end " + std::to_string(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status)));
        if (is_told_to_end) ::kill(pid, SIGTERM), ::kill(pid, SIGCONT);
        if (heard && !hanging && now_ms() - heard > watchdog_ms) {
            say("hang");
            hanging = now_ms();
            ::kill(pid, SIGABRT), ::kill(pid, SIGCONT);
        }
        if (hanging && now_ms() - hanging > abort_ms) ::kill(pid, SIGKILL);
        pollfd news{socket, POLLIN, 0};
        if (::poll(&news, 1, 20) <= 0) continue;
        char bytes[512]{};
        if (::recv(socket, bytes, sizeof bytes - 1, 0) <= 0) continue;
        if (std::strcmp(bytes, "READY=1") == 0) say("ready"), heard = now_ms();
        if (std::strcmp(bytes, "WATCHDOG=1") == 0) say("ping"), heard = now_ms();
    }
}

}  // namespace

int main(int argc, char** argv) {
    int first = 1;
    long long watchdog_ms = 10'000;
    if (argc > 1 && std::atoll(argv[1]) > 0) watchdog_ms = std::atoll(argv[first++]) * 1000;
    if (first >= argc) return 2;
    struct sigaction action {};
    action.sa_handler = [](int) { is_told_to_end = 1; };
    ::sigaction(SIGTERM, &action, nullptr);
    std::string name;
    int const socket = notify_socket(name);
    if (socket < 0) return 3;
    ::setenv("NOTIFY_SOCKET", name.c_str(), 1);
    ::setenv("WATCHDOG_USEC", std::to_string(watchdog_ms * 1000).c_str(), 1);
    while (!is_told_to_end) {
        live(socket, start(argv + first), watchdog_ms);
        for (auto const end = now_ms(); !is_told_to_end && now_ms() - end < restart_ms;) ::usleep(20'000);
    }
}
