#include "io/files.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

TEST_CASE("what was written is read back, and nothing else is left in the folder", "[io]") {
    TemporaryFolder const folder;
    CHECK(write_atomically(folder.path / "a.txt", "one").empty());
    CHECK(write_atomically(folder.path / "a.txt", "two").empty());
    auto const read = read_text(folder.path / "a.txt", "a.txt");
    REQUIRE(read.value);
    CHECK(read.value->text == "two");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("a file that is not there, a folder and a giant are one clear line each", "[io]") {
    TemporaryFolder const folder;
    CHECK(to_line(read_text(folder.path / "none", "none").problems.at(0)) ==
          "none: error: cannot be read: No such file or directory; check the name and the permissions [file-unreadable]");
    CHECK(read_text(folder.path, "folder").problems.at(0).message == "cannot be read: it is not a file");
    CHECK(write_atomically(folder.path / "big", std::string(100, 'x')).empty());
    CHECK_FALSE(read_text(folder.path / "big", "big", 10).value);
}

TEST_CASE("a file in a folder that is not there cannot be written", "[io]") {
    TemporaryFolder const folder;
    CHECK(write_atomically(folder.path / "no" / "a", "x").at(0).code == "file-unwritable");
}
