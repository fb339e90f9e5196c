#include "io/line_log.hpp"

#include <csignal>
#include <string>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "io/descriptor.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

struct Ends {
    Descriptor reads, writes;
};

Ends pipe_ends() {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Ends socket_ends() {
    int ends[2];
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// All that is there, without waiting for more.
std::string taken(Descriptor const& end) {
    ::fcntl(end.get(), F_SETFL, O_NONBLOCK);
    std::string all;
    char bytes[65536];
    for (::ssize_t size = 0; (size = ::read(end.get(), bytes, sizeof bytes)) > 0;) all.append(bytes, static_cast<std::size_t>(size));
    return all;
}

}  // namespace

TEST_CASE("a line comes as it is, and a very long one is cut", "[io]") {
    for (auto const& ends : {pipe_ends(), socket_ends()}) {
        LineLog log(ends.writes.get());
        log.say("one");
        log.say(std::string(5000, 'x'));
        CHECK(taken(ends.reads) == "one\n" + std::string(4000, 'x') + "\n");
    }
}

TEST_CASE("nobody waits for a reader of the log who reads nothing, and later it says how many lines are missing", "[io][J4]") {
    for (auto const& ends : {pipe_ends(), socket_ends()}) {
        LineLog log(ends.writes.get());
        for (int i = 0; i < 1000; ++i) log.say(std::string(1000, 'x'));
        auto const first = taken(ends.reads);
        auto const lines = static_cast<std::size_t>(std::count(first.begin(), first.end(), '\n'));
        CHECK(lines < 1000);
        CHECK(first.size() == lines * 1001);
        log.say("again");
        CHECK(taken(ends.reads) == "kiosk: " + std::to_string(1000 - lines) + " lines were left out here: nobody took them\nagain\n");
    }
}

TEST_CASE("a log that is full, closed or gone is no reason to end", "[io]") {
    std::signal(SIGPIPE, SIG_IGN);
    Descriptor const full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    LineLog(full.get()).say("no room");
    LineLog(-1).say("nothing there");
    auto ends = pipe_ends();
    ends.reads = Descriptor();
    LineLog(ends.writes.get()).say("nobody there");
    std::signal(SIGPIPE, SIG_DFL);
    SUCCEED();
}
