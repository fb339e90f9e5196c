// What whole processes cost, ours beside others. Links as little as it can.
//   kiosk_process_bench compare RUNS CMD… -- CMD…   runs the two in turn, RUNS times each, and prints the least CPU time of each,
//                                                   in milliseconds
//   kiosk_process_bench first FRAMEBUFFER CMD…      runs a command until the X server's picture (Xvfb -fbdir) stands for half a
//                                                   second, and prints when it came to stand and the CPU time until then, in
//                                                   milliseconds since the start; then ends the command
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

namespace {

double now_ms() {
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Its output goes nowhere.
pid_t start(char** command) {
    auto const child = ::vfork();
    if (child != 0) return child;
    int const nothing = ::open("/dev/null", O_RDWR);
    for (int const descriptor : {0, 1, 2}) ::dup2(nothing, descriptor);
    ::execvp(command[0], command);
    ::_exit(127);
}

/// CPU time of a whole run. A command that cannot be started ends the measurement.
double cost_of(char** command) {
    auto const child = start(command);
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        std::fprintf(stderr, "%s does not run\n", command[0]);
        std::exit(3);
    }
    auto const ms = [](timeval const& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

int compare(int runs, char** commands) {
    char** second = commands;
    while (*second && std::strcmp(*second, "--") != 0) ++second;
    if (!*second) return 2;
    *second++ = nullptr;
    double least[2] = {std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
    for (int i = 0; i < runs; ++i) {
        least[0] = std::min(least[0], cost_of(commands));
        least[1] = std::min(least[1], cost_of(second));
    }
    std::printf("%.2f %.2f\n", least[0], least[1]);
    return 0;
}

/// Of all threads, so far.
double cpu_ms_of(pid_t process) {
    char name[64];
    std::snprintf(name, sizeof name, "/proc/%d/task", process);
    auto* const folder = ::opendir(name);
    if (!folder) return 0;
    double sum = 0;
    while (auto const* entry = ::readdir(folder)) {
        char file[384];
        std::snprintf(file, sizeof file, "%s/%s/schedstat", name, entry->d_name);
        auto* const stat = std::fopen(file, "r");
        if (!stat) continue;
        double ns = 0;
        if (std::fscanf(stat, "%lf", &ns) == 1) sum += ns / 1e6;
        std::fclose(stat);
    }
    ::closedir(folder);
    return sum;
}

/// The X server's picture, as it is in memory.
class Framebuffer {
public:
    explicit Framebuffer(char const* file) {
        int const descriptor = ::open(file, O_RDONLY);
        struct stat about {};
        if (descriptor < 0 || ::fstat(descriptor, &about) != 0) return;
        words_ = static_cast<std::size_t>(about.st_size) / sizeof(std::uint32_t);
        void* const mapped = ::mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_SHARED, descriptor, 0);
        if (mapped != MAP_FAILED) pixels_ = static_cast<std::uint32_t const*>(mapped);
    }

    bool is_open() const { return pixels_ != nullptr; }

    /// Some thousand pixels, spread over all of it.
    std::vector<std::uint32_t> look() const {
        constexpr std::size_t step = 997;  // a prime, so that no column is left out
        std::vector<std::uint32_t> pixels;
        for (std::size_t i = 0; i < words_; i += step) pixels.push_back(pixels_[i]);
        return pixels;
    }

private:
    std::uint32_t const* pixels_ = nullptr;
    std::size_t words_ = 0;
};

void rest() {
    timespec const pause{0, 300'000};
    ::nanosleep(&pause, nullptr);
}

int first(char const* file, char** command) {
    constexpr double longest = 5000, stands = 500;
    Framebuffer const screen(file);
    if (!screen.is_open()) return 3;
    auto const empty = screen.look();
    auto seen = empty;
    double const begin = now_ms();
    auto const child = start(command);
    double at = 0, cpu = 0;
    for (double now = 0; now < longest && (at == 0 || now < at + stands); rest(), now = now_ms() - begin) {
        auto const looks = screen.look();
        if (looks == seen) continue;
        seen = looks;
        at = now;
        cpu = cpu_ms_of(child);
    }
    ::kill(child, SIGTERM);
    ::waitpid(child, nullptr, 0);
    for (int i = 0; i < 3000 && screen.look() != empty; ++i) rest();
    std::printf("%.1f %.1f\n", at, cpu);
    return at > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 5 && std::strcmp(argv[1], "compare") == 0) return compare(std::atoi(argv[2]), argv + 3);
    if (argc > 3 && std::strcmp(argv[1], "first") == 0) return first(argv[2], argv + 3);
    return 2;
}
