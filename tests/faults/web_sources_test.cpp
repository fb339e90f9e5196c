// Sources on the web as a display has them: through changes, faults and restarts.
#include "io/web_sources.hpp"

#include <atomic>
#include <fstream>

#include "faults/fault_server.hpp"
#include "support/catch.hpp"
#include "support/comes_true.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

namespace {

/// A display's start: its folder with copies, and its one source.
struct Start {
    std::vector<Problem> problems;
    StateFolder state;
    GoodCopies copies;
    std::atomic<int> changes = 0;
    std::string url;
    std::vector<std::string> said;  // codes, in order
    WebSources web;

    Start(std::filesystem::path const& folder, std::string address)
        : state(StateFolder::open({folder}, problems)), copies(state), url(std::move(address)),
          web({{url, seconds{60}}}, copies, {[this] { ++changes; }, [this](std::string const& line) { hear(line); }, {}}) {}

    void hear(std::string const& line) {
        for (auto const* code : {"cache-damaged", "state-unwritable"})
            if (line.find(code) != line.npos) said.emplace_back(code);
    }
    std::string text() const {
        auto const read = web.read(url);
        return read.value ? read.value->text : read.problems.at(0).code;
    }
    void find_good() {
        text();
        web.judge(true);
    }
    std::string trouble() const { return web.states().at(0).trouble; }
};

}  // namespace

TEST_CASE("what a server says comes, what it says later replaces it, and both only when they are judged good", "[faults]") {
    TemporaryFolder const folder;
    FaultServer server("first");
    Start start(folder.path, server.url("/s"));
    REQUIRE(comes_true([&] { return start.changes == 1; }));
    CHECK(start.text() == "first");
    start.web.judge(true);
    server.serve("/s", "half a pa");
    start.web.hurry();
    REQUIRE(comes_true([&] { return start.changes == 2; }));
    CHECK(start.text() == "half a pa");
    start.web.judge(false);
    CHECK(start.text() == "first");
    CHECK(start.copies.latest(start.url).value->bytes == "first");
}

TEST_CASE("what comes while something older is being judged is not judged with it", "[faults]") {
    TemporaryFolder const folder;
    FaultServer server("first");
    Start start(folder.path, server.url("/s"));
    REQUIRE(comes_true([&] { return start.changes == 1; }));
    CHECK(start.text() == "first");
    server.serve("/s", "second");
    start.web.hurry();
    REQUIRE(comes_true([&] { return start.changes == 2; }));
    start.web.judge(false);  // of the first
    CHECK(start.text() == "second");
    server.serve("/s", "third");
    start.web.hurry();
    REQUIRE(comes_true([&] { return start.changes == 3; }));
    start.web.judge(true);  // of the second, which is gone
    CHECK(start.text() == "third");
    start.web.judge(false);
    CHECK(start.text() == "source-unreachable");
}

TEST_CASE("the same bytes again are no change, however often they come", "[faults][E16]") {
    TemporaryFolder const folder;
    FaultServer server("first");
    Start start(folder.path, server.url("/s"));
    REQUIRE(comes_true([&] { return start.changes == 1; }));
    start.find_good();
    for (std::size_t asked = 2; asked < 5; ++asked) {
        start.web.hurry();
        REQUIRE(comes_true([&] { return server.requests().size() >= asked; }));
    }
    CHECK(start.changes == 1);
}

TEST_CASE("through any fault the last good bytes stay, and the trouble is known until it ends", "[faults]") {
    TemporaryFolder const folder;
    std::string good;  // gzip must not make it so small that there is nothing to cut
    for (int i = 1; good.size() < 3000; ++i) good += std::to_string(i * 7919) + " ";
    FaultServer server(good);
    Start start(folder.path, server.url("/s"));
    REQUIRE(comes_true([&] { return start.changes == 1; }));
    start.find_good();
    for (auto const* const fault : {"500", "404", "reset", "cut:50", "gzip-cut", "redirect-file"}) {
        INFO(fault);
        server.behave(fault);
        start.web.hurry();
        REQUIRE(comes_true([&] { return !start.trouble().empty(); }));
        CHECK(start.text() == good);
        server.behave("ok");
        start.web.hurry();
        REQUIRE(comes_true([&] { return start.trouble().empty(); }));
    }
    CHECK(start.changes == 1);
}

TEST_CASE("a display that starts without a network begins with what was good", "[faults]") {
    TemporaryFolder const folder;
    std::string url;
    {
        FaultServer server("yesterday");
        url = server.url("/s");
        Start start(folder.path, url);
        REQUIRE(comes_true([&] { return start.changes == 1; }));
        start.find_good();
    }
    Start start(folder.path, url);
    CHECK(start.text() == "yesterday");
    CHECK(start.web.states().at(0).known);
    CHECK(comes_true([&] { return !start.trouble().empty(); }));
    CHECK(start.text() == "yesterday");
    CHECK(start.changes == 0);
}

TEST_CASE("that the copies are damaged, or cannot be kept, is said, each once", "[faults]") {
    TemporaryFolder const folder;
    FaultServer server("today");
    std::vector<Problem> problems;
    for (auto const* bytes : {"sunday", "monday"}) {
        auto const state = StateFolder::open({folder.path}, problems);
        GoodCopies(state).store(server.url("/s"), bytes, {});
    }
    auto const copies = folder.path / "copies";
    for (auto const& entry : std::filesystem::directory_iterator(copies))
        if (entry.path().extension() == ".b") std::filesystem::resize_file(entry.path(), 10);
    server.behave("500");
    Start start(folder.path, server.url("/s"));
    CHECK(start.text() == "sunday");
    CHECK(start.said == std::vector<std::string>{"cache-damaged"});
    REQUIRE(comes_true([&] { return !start.trouble().empty(); }));
    server.behave("ok");
    start.web.hurry();
    REQUIRE(comes_true([&] { return start.changes == 1; }));
    std::filesystem::remove_all(copies);
    std::ofstream(copies) << "a file where the folder was";
    for (int i = 0; i < 3; ++i) start.find_good();
    CHECK(start.said == std::vector<std::string>{"cache-damaged", "state-unwritable"});
    std::filesystem::remove(copies);
    start.find_good();
    CHECK(start.said.size() == 2);
    CHECK(start.copies.latest(start.url).value->bytes == "today");
}

TEST_CASE("a display that never had it says that it is not there", "[faults]") {
    TemporaryFolder const folder;
    Start start(folder.path, "http://127.0.0.1:1/none");
    CHECK(start.text() == "source-unreachable");
    CHECK(comes_true([&] { return !start.trouble().empty(); }));
    CHECK_FALSE(start.web.states().at(0).known);
    CHECK(start.web.read("http://other.example/").problems.at(0).code == "source-unreachable");
}

TEST_CASE("a command that looks once takes what the server says, else what it said last", "[faults]") {
    TemporaryFolder const folder;
    std::vector<Problem> problems;
    auto const state = StateFolder::open({folder.path}, problems);
    GoodCopies copies(state);
    FaultServer server("now");
    CHECK(read_web_address(server.url("/s"), copies).value->text == "now");
    server.behave("500");
    auto const last = read_web_address(server.url("/s"), copies);
    CHECK(last.value->text == "now");
    CHECK(last.problems.at(0).code == "source-unreachable");
    CHECK_FALSE(has_error(last.problems));
    CHECK(has_error(read_web_address(server.url("/other"), copies).problems));
}
