#include "control/control_socket.hpp"

#include <fstream>
#include <map>
#include <mutex>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "control/control_folder.hpp"
#include "control/tell.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

namespace {

/// Answers at once, with the line that it heard.
ControlSocket::Handler echo() {
    return [](std::string line) {
        std::promise<Reply> reply;
        reply.set_value({!line.starts_with("bad"), "heard " + line + "\n"});
        return reply.get_future();
    };
}

std::string told(std::filesystem::path const& socket, std::string_view line) {
    auto const reply = tell(socket, line);
    return reply.value ? (reply.value->is_done ? "ok " : "no ") + reply.value->text : reply.problems.at(0).code;
}

}  // namespace

TEST_CASE("a line goes in and its answer comes out, for one operator after the other", "[control]") {
    TemporaryFolder const folder;
    auto const path = folder.path / "run" / "display.sock";
    auto const socket = ControlSocket::open(path, echo());
    REQUIRE(socket.value);
    CHECK(told(path, "delay 10m") == "ok heard delay 10m\n");
    CHECK(told(path, "bad") == "no heard bad\n");
    for (int i = 0; i < 50; ++i) REQUIRE(told(path, std::to_string(i)) == "ok heard " + std::to_string(i) + "\n");
}

TEST_CASE("only its owner may use the door", "[control]") {
    TemporaryFolder const folder;
    auto const path = folder.path / "run" / "display.sock";
    auto const socket = ControlSocket::open(path, echo());
    REQUIRE(socket.value);
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    REQUIRE(::stat(path.parent_path().c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    std::filesystem::permissions(path.parent_path(), std::filesystem::perms::all);
    auto const refused = ControlSocket::open(path.parent_path() / "other.sock", echo());
    CHECK_FALSE(refused.value);
    CHECK(refused.problems.at(0).code == "control-unavailable");
}

TEST_CASE("what a crashed display left is replaced, a running one is not", "[control]") {
    TemporaryFolder const folder;
    auto const path = folder.path / "run" / "display.sock";
    std::filesystem::create_directory(path.parent_path());
    std::filesystem::permissions(path.parent_path(), std::filesystem::perms::owner_all);
    std::ofstream(path) << "left over";
    CHECK(told(path, "status") == "control-unavailable");
    auto const first = ControlSocket::open(path, echo());
    REQUIRE(first.value);
    auto const second = ControlSocket::open(path, echo());
    CHECK_FALSE(second.value);
    CHECK(told(path, "status") == "ok heard status\n");
}

TEST_CASE("an operator who says nothing, too much or leaves holds nobody up for long", "[control]") {
    TemporaryFolder const folder;
    auto const path = folder.path / "run" / "display.sock";
    auto const socket = ControlSocket::open(path, echo());
    REQUIRE(socket.value);
    CHECK(told(path, std::string(100'000, 'x')).size() < 6000);
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::snprintf(address.sun_path, sizeof address.sun_path, "%s", path.c_str());
        Descriptor const gone(::socket(AF_UNIX, SOCK_STREAM, 0));
        REQUIRE(::connect(gone.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0);
    }
    CHECK(told(path, "status") == "ok heard status\n");
}

TEST_CASE("the door closes with the display", "[control]") {
    TemporaryFolder const folder;
    auto const path = folder.path / "run" / "display.sock";
    { auto const socket = ControlSocket::open(path, echo()); }
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(told(path, "status") == "control-unavailable");
}

TEST_CASE("displays are found by name, rehearsals apart from them", "[control]") {
    std::map<std::string, std::string> variables;
    auto const value_of = [&](char const* name) { return variables.contains(name) ? variables[name].c_str() : nullptr; };
    variables["XDG_RUNTIME_DIR"] = "/run/user/1000";
    CHECK(control_folder(value_of) == "/run/user/1000/kiosk");
    variables["RUNTIME_DIRECTORY"] = "/run/kiosk:/run/other";
    CHECK(control_folder(value_of) == "/run/kiosk");
    variables["KIOSK_RUNTIME_DIR"] = "/tmp/here";
    CHECK(control_folder(value_of) == "/tmp/here");
    CHECK(socket_name("Room 5/../x", false) == "Room-5-..-x.sock");
    CHECK(socket_name("", true) == "rehearsal-display.sock");
    TemporaryFolder const folder;
    for (auto const* const name : {"a.sock", "b.sock", "rehearsal-a.sock", "commands.txt"}) std::ofstream(folder.path / name) << "";
    CHECK(sockets_in(folder.path, "", false).size() == 2);
    CHECK(sockets_in(folder.path, "b", false) == std::vector{folder.path / "b.sock"});
    CHECK(sockets_in(folder.path, "", true) == std::vector{folder.path / "rehearsal-a.sock"});
    CHECK(sockets_in(folder.path / "none", "", false).empty());
}
