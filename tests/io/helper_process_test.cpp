#include "io/helper_process.hpp"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/sandbox.hpp"
#include "support/catch.hpp"
#include "support/helper.hpp"

using namespace kiosk;

namespace {

void put(std::string_view text) { write_whole(STDOUT_FILENO, {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()}); }

HelperTask task(std::string what, std::vector<std::string_view> input = {}, milliseconds longest = seconds{20}) {
    return {{std::string(helper_flag), std::move(what)}, std::move(input), longest, 100};
}

std::string said(HelperEnd const& end) { return {end.output.begin(), end.output.end()}; }

}  // namespace

int run_test_helper(std::string_view what) {
    if (what == "echo") put(mapped_stdin());
    if (what == "crash") {
        std::signal(SIGSEGV, SIG_DFL);  // a sanitizer would write a report
        std::raise(SIGSEGV);
    }
    if (what == "hang") std::this_thread::sleep_for(hours{1});
    if (what == "chatter") put(std::string(1'000'000, 'x'));
    if (what == "environment") put(::fcntl(3, F_GETFD) < 0 ? "no descriptor" : "a descriptor");
    if (what == "burn") {
        limit_resources({std::size_t{1} << 30, 1});
        for (std::atomic<unsigned long> i = 0;;) ++i;
    }
    return what == "seven" ? 7 : 0;
}

TEST_CASE("a helper gets its input in pieces and gives back what it says", "[io][helper]") {
    auto const end = run_helper(task("echo", {"one ", "", "two"}));
    REQUIRE(end);
    CHECK(said(*end) == "one two");
    CHECK(end->has_code(0));
    CHECK(run_helper(task("seven"))->has_code(7));
}

TEST_CASE("a helper that crashes, hangs, burns or chatters is ended, and nothing of it stays", "[io][helper]") {
    auto const crashed = run_helper(task("crash"));
    CHECK_FALSE(crashed->has_code(0));
    CHECK_FALSE(crashed->is_out_of_time());
    auto const hung = run_helper(task("hang", {}, milliseconds{100}));
    CHECK(hung->why == HelperEnd::Why::too_late);
    CHECK(hung->is_out_of_time());
    auto const burnt = run_helper(task("burn"));
    CHECK(burnt->why == HelperEnd::Why::by_itself);
    CHECK(burnt->is_out_of_time());
    auto const chatter = run_helper(task("chatter"));
    CHECK(said(*chatter) == "");
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);  // no child is left
}

TEST_CASE("a helper has no descriptors of whoever started it, and is given up on demand", "[io][helper]") {
    CHECK(said(*run_helper(task("environment"))) == "no descriptor");
    std::stop_source told;
    std::jthread const later([&] {
        std::this_thread::sleep_for(milliseconds{60});
        told.request_stop();
    });
    CHECK(run_helper(task("hang"), told.get_token())->why == HelperEnd::Why::stopped);
}
