// Everything that a server, or the network before it, can do to a fetch, in turn.
#include "io/fetch.hpp"

#include <cstdio>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "faults/fault_server.hpp"
#include "support/catch.hpp"
#include "support/figure.hpp"

using namespace kiosk;

namespace {

constexpr std::size_t body_limit = 1U << 20;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr long memory_limit_kib = 256 * 1024;  // what is freed is kept for a while, to be watched
#else
constexpr long memory_limit_kib = 8 * 1024;
#endif

FetchOptions quick() {
    FetchOptions options;
    options.limits = {body_limit, 64U << 10, 5, milliseconds{300}, milliseconds{300}, milliseconds{1000}};
    return options;
}

std::string schedule_page() {
    std::string page = "<table>\n";
    for (int hour = 9; hour < 13; ++hour)
        page += fmt::format("<tr><td>{:02}:00</td><td>Session {}</td></tr>\n", hour, hour);
    return page + "</table>\n";
}

/// The most memory that the process has had since forget_peak(), in KiB.
long peak_kib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0;
}
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

struct Measured {
    Outcome<Fetched> outcome;
    long ms = 0, grown_kib = 0;
};

Measured measured(std::string const& url, FetchOptions const& options = quick()) {
    forget_peak();
    auto const before = peak_kib();
    auto const begin = std::chrono::steady_clock::now();
    Measured result{fetch(url, options)};
    result.ms = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin).count();
    result.grown_kib = peak_kib() - before;
    return result;
}

std::string summary(Outcome<Fetched> const& outcome) {
    if (!outcome.problems.empty()) return outcome.problems.front().message;
    return fmt::format("{} bytes{}", outcome.value->body->size(), outcome.value->retry_after ? ", wait" : "");
}

void print_row(std::string const& name, Measured const& m) {
    auto const received = m.outcome.value ? m.outcome.value->received : 0;
    fmt::print("{:<22} {:>5} {:>9} {:>6}  {}\n", name, m.ms, received, m.grown_kib,
               summary(m.outcome).substr(0, 110));
}

/// A port at which nobody listens (`backlog` below 0), or nobody takes what waits.
struct DeafPort {
    explicit DeafPort(bool is_refusing) : socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof address;
        ::bind(socket.get(), any, size);
        ::getsockname(socket.get(), any, &size);
        port = ntohs(address.sin_port);
        if (is_refusing) return;
        ::listen(socket.get(), 0);
        for (auto& waiting : in_the_queue) {  // the kernel lets no more than these wait
            waiting = Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
            ::connect(waiting.get(), any, size);
        }
    }
    std::string url() const { return fmt::format("http://127.0.0.1:{}/", port); }
    Descriptor socket, in_the_queue[4];
    int port = 0;
};

}  // namespace

TEST_CASE("whatever a server does, a fetch ends in time with the whole body or none, and works again after",
          "[faults][E5][E6][E7][E9]") {
    FaultServer server(schedule_page());
    auto const names = fault_names();
    REQUIRE(names.size() >= 55);
    CHECK(fetch(server.url(), quick()).value);  // libcurl is loaded now, which is not to be measured
    fault_script("gzip-bomb", {});
    fmt::print("{:<22} {:>5} {:>9} {:>6}  {}\n", "behaviour", "ms", "received", "+KiB", "outcome");
    long slowest = 0, most_kib = 0, partial = 0;
    std::size_t most_bytes = 0, most_requests = 0;
    for (auto const& name : names) {
        INFO(name);
        server.behave(name);
        auto const result = measured(server.url());
        auto const& [outcome, ms, grown] = result;
        auto const whole = server.whole();
        print_row(name, result);
        slowest = std::max(slowest, ms), most_kib = std::max(most_kib, grown);
        CHECK(ms < 2000);  // a second, and a machine that is busy
        bool const has_body = outcome.value && outcome.value->body;
        partial += has_body && outcome.value->body != whole ? 1 : 0;
        if (outcome.value) most_bytes = std::max(most_bytes, static_cast<std::size_t>(outcome.value->received));
        most_requests = std::max(most_requests, server.requests().size());
        CHECK(has_body == whole.has_value());
        if (has_body && whole) CHECK(*outcome.value->body == *whole);
        CHECK(outcome.problems.size() == (has_body ? 0 : 1));
        if (!has_body) CHECK(outcome.problems.at(0).code == "source-unreachable");
        server.behave("ok");
        auto const after = fetch(server.url(), quick());
        REQUIRE(after.value);
        CHECK(after.value->body == schedule_page());
    }
    for (bool const is_refusing : {true, false}) {
        DeafPort const port(is_refusing);
        auto const result = measured(port.url());
        print_row(is_refusing ? "port-closed" : "port-full", result);
        CHECK(result.ms < 1500);
        CHECK_FALSE(result.outcome.value);
    }
    fmt::print("{} behaviours; slowest {} ms; most memory {} KiB\n", names.size() + 2, slowest, most_kib);
    report_figure("E5", static_cast<double>(partial), fmt::format("partial of {}", names.size()));
    report_figure("E6", static_cast<double>(most_bytes) / 1024, "KiB (limit set to 1 MiB)");
    report_figure("E7", static_cast<double>(most_kib) / 1024, "MiB at most");
    report_figure("E9", static_cast<double>(most_requests) - 1, "hops at most");
    CHECK(most_kib < memory_limit_kib);
}
