// Each folder of cases/html and cases/markdown holds one trap. KIOSK_ACCEPT=1 writes what comes out as
// expected; look at the difference before you commit it.
#include <algorithm>
#include <chrono>
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

std::vector<fs::path> case_folders() {
    std::vector<fs::path> folders;
    for (char const* format : {"html", "markdown"})
        for (auto const& entry :
             fs::directory_iterator(fs::path(KIOSK_SOURCE_DIR) / "tests/import/cases" / format))
            if (entry.is_directory()) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

Outcome<ScheduleDraft> read_page(std::string const& text) {
    return import_schedule({"page", text}, "html", {});
}

}  // namespace

TEST_CASE("every trap of hand-made pages is read as agreed", "[import]") {
    for (fs::path const& folder : case_folders()) {
        DYNAMIC_SECTION(folder.filename().string()) {
            std::string const name = fs::exists(folder / "input.md") ? "input.md" : "input.html";
            auto const outcome = import_schedule({name, read(folder / name)}, "auto", event_of(folder));
            compare(folder / "expected.txt", outcome.value ? to_text(*outcome.value) : "nothing\n");
            compare(folder / "problems.txt", to_text(outcome.problems));
        }
    }
}

/// Every beginning of `page`, and the page with one byte changed or some missing, at every `step`-th byte.
void spoil(std::string const& page, std::size_t step) {
    unsigned random = 1;
    for (std::size_t i = 0; i < page.size(); i += step) {
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

TEST_CASE("a page cut off anywhere, or with any byte changed, is survived", "[import]") {
    std::string const page =
        read(fs::path(KIOSK_SOURCE_DIR) / "tests/import/cases/html/first_page_in_small/input.html");
    REQUIRE(page.size() > 1000);
    spoil(page, 1);
}

TEST_CASE("so is every other page of the cases", "[import]") {
    for (fs::path const& folder : case_folders())
        spoil(read(folder / (fs::exists(folder / "input.md") ? "input.md" : "input.html")), 5);
}

TEST_CASE("long pages are read in good time, whatever they are long of", "[import]") {
    auto const repeated = [](std::string_view text, std::size_t size) {
        std::string all;
        while (all.size() < size) all += text;
        return all;
    };
    std::string const date = "<p>Oslo, May 3, 2030</p><table>";
    for (std::string const& page :
         {date +
              repeated("<tr><td>9:00 AM<td><b>Talk:</b> Jane Doe (ACME)<br><i>On Paper</i> $x^2$", 200'000),
          date + repeated("<tr><td><td>9:00 AM - 9:10 AM Nested<ul><li>9:05 more</ul>", 200'000),
          repeated("[[[[", 200'000), repeated("**a *b _c ", 200'000), repeated("| 9:00 | a |\n", 200'000),
          repeated("<div>9:00 x", 4000) + repeated("<h3>9:00</h3><p>x</p>", 200'000),
          date + "<tr><td>9:00<td>" + repeated("<details>(a)[b]", 5000) + repeated("(a [b {c $", 100'000)}) {
        auto const begin = std::chrono::steady_clock::now();
        read_page(page);
        CHECK(std::chrono::steady_clock::now() - begin <
              std::chrono::seconds(5));  // 0.1 s, were the machine idle
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
          "x: error: this is no schedule in any known format; known formats: html [format-unknown]\n");
    CHECK(to_text(import_schedule({"x", ""}, "auto", {}).problems) ==
          "x: error: the file is empty; known formats: html [format-unknown]\n");
    CHECK(to_text(import_schedule({"x", "<table>"}, "pdf", {}).problems) ==
          "x: error: there is no format \"pdf\"; use auto or one of: html [format-unknown]\n");
}
