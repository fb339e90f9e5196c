// The formats of config/formats/: each folder of cases/<format> holds one trap.
#include <algorithm>
#include <filesystem>

#include "import/case_folders.hpp"
#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "import/mapped/mapped.hpp"
#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("every format that a file describes is read as agreed", "[import]") {
    for (FieldMap const& map : formats_by_map()) check_cases(map.name);
}

TEST_CASE("every format that a file describes knows its own cases, and no other's", "[import]") {
    for (FieldMap const& map : formats_by_map()) {
        for (auto const& folder : std::filesystem::directory_iterator(std::filesystem::path(KIOSK_SOURCE_DIR) / "tests/import/cases" / map.name)) {
            INFO(folder.path().string());
            SourceText const source{"input", case_input(map.name, folder.path().filename().string())};
            auto const* found = find_map(source, formats_by_map());
            REQUIRE(found);
            CHECK(found->name == map.name);
        }
    }
}

TEST_CASE("a format can be named where its content does not tell it", "[import]") {
    SourceText const source{"list.json", R"({"sessions": [{"title": "One", "startsAt": "2030-01-02T09:00:00", "room": "A"}]})"};
    CHECK_FALSE(import_schedule(source, "auto", {}, formats_by_map()).value);
    auto const outcome = import_schedule(source, "sessionize", {}, formats_by_map());
    REQUIRE(outcome.value);
    CHECK(outcome.value->sessions.size() == 1);
    CHECK(outcome.value->sessions[0].rooms == std::vector<std::string>{"A"});
}

TEST_CASE("a format that nobody knows is answered with those that are", "[import]") {
    auto const outcome = import_schedule({"list.json", "[]"}, "sessionise", {}, formats_by_map());
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems[0].message == "there is no format \"sessionise\"");
    CHECK(outcome.problems[0].hint.find("sessionize") != std::string::npos);
}
