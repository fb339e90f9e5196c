#include "run/start_record.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

namespace {

std::size_t files_in(std::filesystem::path const& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator{}));
}

}  // namespace

TEST_CASE("starts that say nothing of their end are counted for five minutes", "[run]") {
    TemporaryFolder const folder;
    CHECK(StartRecord(folder.path / "run", "event.toml", seconds{100}).failed() == 0);
    CHECK(StartRecord(folder.path / "run", "event.toml", seconds{102}).failed() == 1);
    CHECK(StartRecord(folder.path / "run", "event.toml", seconds{104}).failed() == 2);
    CHECK(StartRecord(folder.path / "run", "event.toml", seconds{401}).failed() == 2);  // the first is too long ago
    CHECK(StartRecord(folder.path / "run", "event.toml", seconds{4010}).failed() == 0);
    CHECK(files_in(folder.path / "run") == 1);
}

TEST_CASE("a start that ended well does not count, and other events have records of their own", "[run]") {
    TemporaryFolder const folder;
    StartRecord const first(folder.path, "event.toml", seconds{100});
    first.ended_well();
    CHECK(StartRecord(folder.path, "event.toml", seconds{101}).failed() == 0);
    CHECK(StartRecord(folder.path, "other.toml", seconds{102}).failed() == 0);
    StartRecord const last(folder.path, "event.toml", seconds{103});
    CHECK(last.failed() == 1);
    last.forget_all();
    CHECK(StartRecord(folder.path, "event.toml", seconds{104}).failed() == 0);
    CHECK(StartRecord(folder.path, "other.toml", seconds{104}).failed() == 1);
}

TEST_CASE("starts of before the machine was switched on, and strange files, are no starts", "[run]") {
    TemporaryFolder const folder;
    StartRecord const before(folder.path, "event.toml", hours{30});
    CHECK(StartRecord(folder.path, "event.toml", seconds{10}).failed() == 0);
    CHECK_FALSE(std::filesystem::exists(before.file()));
}

TEST_CASE("where nothing can be noted, nothing is known of earlier starts", "[run]") {
    TemporaryFolder const folder;
    StartRecord const record(folder.path / "none" / "\n/deeper", "event.toml", seconds{1});
    CHECK(StartRecord("/proc/nowhere", "event.toml", seconds{1}).failed() == 0);
    record.ended_well();
}
