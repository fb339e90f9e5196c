#include "io/state_folder.hpp"

#include <map>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;
using Access = StateFolder::Access;

namespace {

std::vector<fs::path> candidates(std::map<std::string, std::string> const& variables) {
    return state_candidates([&](char const* name) -> char const* {
        auto const found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    });
}

struct Opened {
    std::vector<Problem> problems;
    StateFolder folder;
    explicit Opened(std::vector<fs::path> const& paths) : folder(StateFolder::open(paths, problems)) {}
    std::string line() const { return problems.empty() ? "" : to_line(problems.front()); }
};

}  // namespace

TEST_CASE("state lives where the environment says, the most particular first", "[io]") {
    CHECK(candidates({{"KIOSK_STATE_DIR", "here/"},
                      {"STATE_DIRECTORY", "/var/lib/kiosk:/var/lib/other"},
                      {"XDG_STATE_HOME", "/x"},
                      {"HOME", "/h"}}) ==
          std::vector<fs::path>{"here/", "/var/lib/kiosk", "/x/kiosk", "/h/.local/state/kiosk"});
    CHECK(candidates({{"XDG_STATE_HOME", "relative"}, {"HOME", ""}}).empty());
    CHECK(candidates({}).empty());
}

TEST_CASE("a folder that is not there is made, for its owner alone", "[io][F10]") {
    TemporaryFolder const temporary;
    Opened const opened({temporary.path / "a" / "b"});
    CHECK(opened.folder.access() == Access::read_write);
    CHECK(opened.problems.empty());
    CHECK(fs::status(temporary.path / "a" / "b").permissions() == fs::perms::owner_all);
}

TEST_CASE("a second kiosk only reads, until the first one ends", "[io][F13]") {
    TemporaryFolder const temporary;
    {
        Opened const first({temporary.path});
        CHECK(first.folder.access() == Access::read_write);
        Opened const second({temporary.path, temporary.path / "other"});
        CHECK(second.folder.access() == Access::read_only);
        CHECK(second.folder.path() == temporary.path);
        CHECK(second.problems.at(0).code == "state-locked");
        auto const child = ::fork();
        if (child == 0) ::_exit(Opened({temporary.path}).folder.access() == Access::read_only ? 0 : 1);
        int status = -1;
        ::waitpid(child, &status, 0);
        CHECK(status == 0);
    }
    CHECK(Opened({temporary.path}).folder.access() == Access::read_write);
}

TEST_CASE("where no folder can be written to, one line says why, and the program goes on", "[io][F10]") {
    TemporaryFolder const temporary;
    REQUIRE(write_atomically(temporary.path / "file", "x").empty());
    auto const in_a_file = temporary.path / "file" / "state";
    Opened const none({in_a_file, "/proc/kiosk"});
    CHECK(none.folder.access() == Access::none);
    CHECK(none.problems.size() == 1);
    CHECK(none.line().find("kiosk: warning: nothing can be kept for the next start: " + in_a_file.string() +
                           ": Not a directory; /proc/kiosk: ") == 0);
    CHECK(Opened({}).line() ==
          "kiosk: warning: nothing can be kept for the next start: no folder for it is named; "
          "name a folder that can be written to in $KIOSK_STATE_DIR [state-unwritable]");
    Opened const second({in_a_file, temporary.path / "state"});
    CHECK(second.folder.access() == Access::read_write);
    CHECK(second.problems.at(0).severity == Severity::note);
}

TEST_CASE("a folder of strangers is not trusted, and one without permissions is left alone", "[io][F10]") {
    TemporaryFolder const temporary;
    auto const open_to_all = temporary.path / "open", closed = temporary.path / "closed";
    fs::create_directory(open_to_all);
    fs::permissions(open_to_all, fs::perms::all);
    CHECK(Opened({open_to_all}).line().find("everybody may write to it") != std::string::npos);
    if (::geteuid() != 0) return;
    // Root may do everything: somebody else tries.
    constexpr ::uid_t nobody = 65534;
    fs::create_directory(closed);
    fs::permissions(temporary.path, fs::perms::all);
    fs::permissions(closed, fs::perms::none);
    REQUIRE(::seteuid(nobody) == 0);
    auto const line = Opened({closed, temporary.path / "new"}).line();
    auto const of_another = Opened({closed}).folder.access();
    REQUIRE(::seteuid(0) == 0);
    CHECK(line.find("Permission denied") != std::string::npos);
    CHECK(of_another == Access::none);
    REQUIRE(::chown(closed.c_str(), nobody, nobody) == 0);
    CHECK(Opened({closed}).line().find("it belongs to another user") != std::string::npos);
}

TEST_CASE("a reader beside a display sees its folder, takes no lock and makes nothing", "[io]") {
    TemporaryFolder const folder;
    auto const path = folder.path / "state";
    CHECK(StateFolder::look({path}).access() == StateFolder::Access::none);
    CHECK_FALSE(fs::exists(path));
    std::vector<Problem> problems;
    auto const display = StateFolder::open({path}, problems);
    auto const reader = StateFolder::look({folder.path / "none", path});
    CHECK(reader.access() == StateFolder::Access::read_only);
    CHECK(reader.path() == path);
    CHECK(display.access() == StateFolder::Access::read_write);
}
