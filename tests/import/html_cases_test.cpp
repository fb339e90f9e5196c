// Each folder of cases/html and cases/ics holds one trap. KIOSK_ACCEPT=1 writes what comes out as expected;
// look at the difference before you commit it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "support/catch.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

std::string read(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// event.txt: "date 2023-12-16" and "zone Europe/Berlin", each on a line of its own; may be missing.
EventSettings event_of(fs::path const& folder) {
    EventSettings event;
    std::istringstream lines(read(folder / "event.txt"));
    std::string key, value;
    while (lines >> key >> value) {
        if (key == "date") event.date = parse_day(value);
        if (key == "zone") event.time_zone = value;
    }
    return event;
}

void compare(fs::path const& expected, std::string const& text) {
    if (std::getenv("KIOSK_ACCEPT")) std::ofstream(expected, std::ios::binary) << text;
    CHECK(text == read(expected));
}

std::vector<fs::path> case_folders(std::string const& format) {
    std::vector<fs::path> folders;
    for (auto const& entry : fs::directory_iterator(fs::path(KIOSK_SOURCE_DIR) / "tests/import/cases" / format))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

Outcome<ScheduleDraft> read_page(std::string const& text) {
    return import_schedule({"page", text}, "html", {});
}

}  // namespace

TEST_CASE("every trap of a format is read as agreed", "[import]") {
    for (std::string const format : {"html", "ics"}) {
        for (fs::path const& folder : case_folders(format)) {
            DYNAMIC_SECTION(format << " " << folder.filename().string()) {
                auto const input = "input." + format;
                auto const outcome = import_schedule({input, read(folder / input)}, "auto", event_of(folder));
                compare(folder / "expected.txt", outcome.value ? to_text(*outcome.value) : "nothing\n");
                compare(folder / "problems.txt", to_text(outcome.problems));
            }
        }
    }
}

TEST_CASE("a page cut off anywhere, or with any byte changed, is survived", "[import]") {
    std::string const page =
        read(fs::path(KIOSK_SOURCE_DIR) / "tests/import/cases/html/first_page_in_small/input.html");
    REQUIRE(page.size() > 1000);
    unsigned random = 1;
    for (std::size_t i = 0; i < page.size(); ++i) {
        read_page(page.substr(0, i));
        if (i % 4 == 0) read_page(page.substr(i));
        std::string changed = page;
        random = random * 1664525U + 1013904223U;
        changed[i] = static_cast<char>(random >> 24);
        auto const outcome = read_page(changed);
        CHECK((outcome.value || has_error(outcome.problems)));
        changed.erase(i, 1 + (random >> 20) % 60);
        if (i % 4 == 1) read_page(changed);
    }
}

TEST_CASE("pages made to exhaust a parser are refused in good time", "[import]") {
    std::string deep = "<table><tr><td>9:00<td>x", wide = deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div><table><tr><td>";
    for (int i = 0; i < 20'000; ++i) wide += "<p><font size=" + std::to_string(i) + ">";
    CHECK(has_error(read_page(deep).problems));
    CHECK(has_error(read_page(wide).problems));
    std::string rows = "<table>";
    for (int i = 0; i < 3000; ++i) rows += "<tr><td>" + std::to_string(1 + i % 12) + ":00<td>Jane Doe - ACME";
    CHECK(read_page(rows).value->sessions.size() == 3000);
}

TEST_CASE("an unknown format and a text that is no schedule say what would be known", "[import]") {
    CHECK(to_text(import_schedule({"x", "hello"}, "auto", {}).problems) ==
          "x: error: this is no schedule in any known format; known formats: html, ics [format-unknown]\n");
    CHECK(to_text(import_schedule({"x", ""}, "auto", {}).problems) ==
          "x: error: the file is empty; known formats: html, ics [format-unknown]\n");
    CHECK(to_text(import_schedule({"x", "<table>"}, "pdf", {}).problems) ==
          "x: error: there is no format \"pdf\"; use auto or one of: html, ics [format-unknown]\n");
}

TEST_CASE("a calendar cut off anywhere, or with any byte changed, is survived", "[import]") {
    for (fs::path const& folder : case_folders("ics")) {
        std::string const text = read(folder / "input.ics");
        unsigned random = 7;
        for (std::size_t i = 0; i < text.size(); i += 3) {
            random = random * 1664525U + 1013904223U;
            std::string changed = text;
            changed[i] = static_cast<char>(random >> 24);
            for (auto const& one : {changed, text.substr(0, i), text.substr(i), changed.erase(i, 1 + (random >> 20) % 60)}) {
                auto const outcome = import_schedule({"calendar", one}, "ics", {});
                CHECK((outcome.value || has_error(outcome.problems)));
            }
        }
    }
}
