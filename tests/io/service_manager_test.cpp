// A socket that plays systemd.
#include "io/service_manager.hpp"

#include <map>
#include <vector>

#include <sys/socket.h>
#include <sys/un.h>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

namespace {

constexpr MonotonicTime start{hours{5}};
using Lines = std::vector<std::string>;

struct FakeManager {
    TemporaryFolder folder;
    std::string path = (folder.path / "notify").string();
    Descriptor socket{::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    std::map<std::string, std::string> environment{{"NOTIFY_SOCKET", path}};

    FakeManager() {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        REQUIRE(::bind(socket.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0);
    }
    ServiceManager told() const {
        return ServiceManager([this](char const* name) -> char const* {
            auto const found = environment.find(name);
            return found == environment.end() ? nullptr : found->second.c_str();
        });
    }
    Lines heard() const {
        Lines lines;
        char bytes[512];
        for (;;) {
            auto const size = ::recv(socket.get(), bytes, sizeof bytes, 0);
            if (size < 0) return lines;
            lines.emplace_back(bytes, static_cast<std::size_t>(size));
        }
    }
};

}  // namespace

TEST_CASE("the manager hears that the display is ready, once, and how it is, when that changes", "[io]") {
    FakeManager manager;
    auto display = manager.told();
    display.ready();
    display.ready();
    display.status("Room 1: now");
    display.status("Room 1: now");
    display.status("Room 1:\nWATCHDOG=1");
    display.stopping();
    CHECK(manager.heard() == Lines{"READY=1", "STATUS=Room 1: now", "STATUS=Room 1: WATCHDOG=1", "STOPPING=1"});
}

TEST_CASE("a watchdog is fed three times in its time, by a display that lives", "[io]") {
    FakeManager manager;
    manager.environment["WATCHDOG_USEC"] = "30000000";
    auto display = manager.told();
    CHECK(display.rest(start) == milliseconds{0});
    display.alive(start);
    display.alive(start + seconds{9});
    CHECK(display.rest(start + seconds{9}) == seconds{1});
    display.alive(start + seconds{10});
    CHECK(display.rest(start + seconds{30}) == milliseconds{0});
    CHECK(manager.heard() == Lines{"WATCHDOG=1", "WATCHDOG=1"});
    CHECK(display.pings() == 2);
}

TEST_CASE("where nobody watches, or somebody else is meant, nothing is said", "[io]") {
    FakeManager manager;
    auto display = manager.told();
    display.alive(start);
    CHECK_FALSE(display.rest(start));
    manager.environment["WATCHDOG_USEC"] = "30000000";
    manager.environment["WATCHDOG_PID"] = "1";
    auto other = manager.told();
    other.alive(start);
    manager.environment["WATCHDOG_PID"] = std::to_string(::getpid());
    manager.told().alive(start);
    CHECK(manager.heard() == Lines{"WATCHDOG=1"});
    for (auto const& path : {std::string(), std::string("relative"), std::string("/") + std::string(200, 'x'), std::string("/nonexistent/notify")}) {
        manager.environment["NOTIFY_SOCKET"] = path;
        auto alone = manager.told();
        alone.ready();
        alone.alive(start);
    }
    for (auto const* odd : {"", "0", "-5", "many", "12x"}) {
        manager.environment["WATCHDOG_USEC"] = odd;
        CHECK_FALSE(manager.told().rest(start));
    }
    CHECK(manager.heard().empty());
}
