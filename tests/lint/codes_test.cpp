#include "lint/codes.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("every code that the sources report is explained, and none that they do not", "[lint]") {
    // A code is the text after a severity, on its line or the next.
    std::regex const report("(?:Severity::(?:note|warning|error)|severity),?\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
    std::set<std::string> reported, explained, everything;
    std::regex const text("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
    for (auto const& entry : std::filesystem::recursive_directory_iterator(KIOSK_SOURCE_DIR "/kiosk")) {
        if (entry.path().extension() != ".cpp" || entry.path().filename() == "codes.cpp") continue;
        std::ifstream file(entry.path());
        std::stringstream all;
        all << file.rdbuf();
        auto const source = all.str();
        for (std::sregex_iterator match(source.begin(), source.end(), report), end; match != end; ++match) reported.insert((*match)[1]);
        for (std::sregex_iterator match(source.begin(), source.end(), text), end; match != end; ++match) everything.insert((*match)[1]);
    }
    for (auto const& code : problem_codes()) explained.emplace(code.code);
    REQUIRE(reported.size() > 30);
    for (auto const& code : reported) {
        INFO(code << " is reported but not explained");
        CHECK(explained.contains(code));
    }
    for (auto const& code : explained) {
        INFO(code << " is explained but never reported");
        CHECK(everything.contains(code));
    }
}

TEST_CASE("codes are sorted and each stands once", "[lint]") {
    auto const& codes = problem_codes();
    CHECK(std::is_sorted(codes.begin(), codes.end(), [](ProblemCode const& a, ProblemCode const& b) { return a.code < b.code; }));
    CHECK(std::adjacent_find(codes.begin(), codes.end(), [](ProblemCode const& a, ProblemCode const& b) { return a.code == b.code; }) == codes.end());
}

TEST_CASE("the README's table is the table of the program", "[lint]") {
    std::ifstream file(KIOSK_SOURCE_DIR "/README.md");
    std::stringstream all;
    all << file.rdbuf();
    auto const readme = all.str();
    std::string table;
    for (auto const& code : problem_codes()) table += "| `" + std::string(code.code) + "` | " + std::string(code.meaning) + " |\n";
    CHECK(readme.find(table) != std::string::npos);
}
