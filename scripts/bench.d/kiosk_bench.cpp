// What only our own code can be asked: a crossfade's frames, and the machine's floor in the same run.
//   kiosk_bench WxH        prints milliseconds of CPU time a frame: memcpy, a plain blend, our fade with presenting
//   kiosk_bench run CMD…   runs a command, for at most 20 s of CPU time, and prints a line: its CPU time in
//                          milliseconds, its peak memory in MiB, and "ended", "stopped" or "crashed"
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <limits>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "paint/painter.hpp"
#include "present/screen.hpp"

namespace {

constexpr int frames = 50, turns = 5;

double cpu_ms(int who) {
    rusage usage{};
    ::getrusage(who, &usage);
    auto const ms = [](timeval const& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// The least that any program must do for a frame of a fade: as fast as the memory brings both pictures.
void plain_blend(std::uint8_t* out, std::uint8_t const* a, std::uint8_t const* b, std::size_t bytes, int t) {
    auto const to = static_cast<std::uint16_t>(t), from = static_cast<std::uint16_t>(256 - t);
    for (std::size_t i = 0; i < bytes; ++i)
        out[i] = static_cast<std::uint8_t>(static_cast<std::uint16_t>(a[i] * from + b[i] * to) >> 8);
}

/// Of several turns, in which each has its part, the fastest: what else the machine does slows one down and not the other.
void measure(std::vector<std::function<void(int)>> const& works) {
    std::vector<double> least(works.size(), std::numeric_limits<double>::max());
    for (int turn = 0; turn < turns; ++turn)
        for (std::size_t w = 0; w < works.size(); ++w) {
            works[w](0);  // pages in
            double const before = cpu_ms(RUSAGE_SELF);
            for (int i = 0; i < frames; ++i) works[w](i);
            least[w] = std::min(least[w], (cpu_ms(RUSAGE_SELF) - before) / frames);
        }
    for (double const ms : least) std::printf("%.3f ", ms);
}

int run(char** command) {
    constexpr rlim_t most_seconds = 20;
    auto const child = ::fork();
    if (child == 0) {
        rlimit const limit{most_seconds, most_seconds};
        ::setrlimit(RLIMIT_CPU, &limit);
        ::execvp(command[0], command);
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    double const cpu = cpu_ms(RUSAGE_CHILDREN);
    char const* const end = WIFEXITED(status) ? "ended" : cpu >= most_seconds * 999.0 ? "stopped" : "crashed";
    std::printf("%.1f %ld %s\n", cpu, usage.ru_maxrss / 1024, end);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 2 && std::strcmp(argv[1], "run") == 0) return run(argv + 2);
    kiosk::Size size;
    if (argc != 2 || std::sscanf(argv[1], "%dx%d", &size.width, &size.height) != 2) return 2;
    auto const bytes = std::size_t{4} * static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    std::vector<std::uint8_t> a(bytes, 10), b(bytes, 200), out(bytes);
    auto opened = kiosk::Screen::open({kiosk::WindowMode::windowed, size, "bench"});
    if (!opened.value) {
        std::fprintf(stderr, "%s\n", kiosk::to_line(opened.problems.front()).c_str());
        return 3;
    }
    auto& screen = **opened.value;
    auto const from = kiosk::make_surface(size), to = kiosk::make_surface(size);
    kiosk::Rect const all{0, 0, size.width, size.height};
    screen.show(*from, all);
    screen.begin_fade({from.get(), to.get(), all, 24, {}});
    measure({[&](int i) { std::memcpy(out.data(), (i % 2 ? a : b).data(), bytes); },
             [&](int i) { plain_blend(out.data(), a.data(), b.data(), bytes, i); },
             [&](int i) { screen.fade(i / double{frames}); }});
    screen.end_fade();
    std::printf("\n");
}
