// Each folder of cases/csv, cases/yaml and cases/ini holds one trap; as in html_cases_test.cpp,
// KIOSK_ACCEPT=1 writes what comes out. Several inputs ("input-1.yml", "input-2.yml") are joined.
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

fs::path const cases = fs::path(KIOSK_SOURCE_DIR) / "tests/import/cases";

std::string read(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// event.txt: "date 2031-05-03" and "zone Europe/Berlin", each on a line of its own; may be missing.
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

std::vector<fs::path> entries(fs::path const& folder, std::string const& prefix) {
    std::vector<fs::path> found;
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

Outcome<ScheduleDraft> import_folder(fs::path const& folder) {
    Outcome<ScheduleDraft> whole;
    for (fs::path const& input : entries(folder, "input")) {
        auto part = import_schedule({input.filename().string(), read(input)}, "auto", event_of(folder));
        append(whole.problems, std::move(part.problems));
        if (!part.value) continue;
        if (whole.value) merge(*whole.value, std::move(*part.value));
        else whole.value = std::move(part.value);
    }
    if (whole.value) join_by_id(*whole.value);
    return whole;
}

void compare(fs::path const& expected, std::string const& text) {
    if (std::getenv("KIOSK_ACCEPT")) std::ofstream(expected, std::ios::binary) << text;
    CHECK(text == read(expected));
}

}  // namespace

TEST_CASE("every trap of tables and data files is read as agreed", "[import]") {
    for (std::string const format : {"csv", "ini", "yaml"})
        for (fs::path const& folder : entries(cases / format, "")) {
            DYNAMIC_SECTION(format << " " << folder.filename().string()) {
                auto const outcome = import_folder(folder);
                compare(folder / "expected.txt", outcome.value ? to_text(*outcome.value) : "nothing\n");
                compare(folder / "problems.txt", to_text(outcome.problems));
            }
        }
}

TEST_CASE("a table or data file cut off anywhere, or with any byte changed, is survived", "[import]") {
    for (std::string const format : {"csv", "ini", "yaml"})
        for (fs::path const& folder : entries(cases / format, "")) {
            std::string const text = read(entries(folder, "input").front());
            unsigned random = 1;
            for (std::size_t i = 0; i < text.size(); ++i) {
                import_schedule({"x", text.substr(0, i)}, format, {});
                std::string changed = text;
                random = random * 1664525U + 1013904223U;
                changed[i] = static_cast<char>(random >> 24);
                auto const outcome = import_schedule({"x", changed}, format, {});
                if (!outcome.value && !has_error(outcome.problems)) FAIL(changed);
                import_schedule({"x", changed}, "auto", {});
            }
        }
}

TEST_CASE("files made to exhaust a reader end quickly", "[import]") {
    auto const begin = std::chrono::steady_clock::now();
    std::string bomb = "a: &a [\"start\", \"title\"]\n";
    for (char c = 'b'; c < 'k'; ++c) {
        bomb += std::string(1, c) + ": &" + c + " [";
        for (int i = 0; i < 9; ++i) bomb += std::string(i ? ", *" : "*") + static_cast<char>(c - 1);
        bomb += "]\n";
    }
    CHECK(has_error(import_schedule({"bomb", bomb + "list: *j\n"}, "yaml", {}).problems));
    CHECK(has_error(import_schedule({"itself", "a: &a [*a]\nb: {<<: *b}\n"}, "yaml", {}).problems));
    CHECK(has_error(import_schedule({"deep", std::string(200'000, '[')}, "yaml", {}).problems));
    std::string rows = "- {start: \"9:00\", title: T}\n", large = "Start,Title\n";
    while (rows.size() < 10'000'000) rows += rows;
    while (large.size() < 10'000'000) large += "9:00,\"A talk, \"\"quoted\"\"\"\n";
    for (std::string const& text : {rows, large}) {
        CHECK(has_error(import_schedule({"large", text}, "yaml", {}).problems));
        CHECK(has_error(import_schedule({"large", text}, "csv", {}).problems));
        import_schedule({"large", text}, "auto", {});
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{20});
}

TEST_CASE("what only resembles a data file is left to others", "[import]") {
    auto const format_of = [](std::string const& text) {
        std::string best;
        int sure = 0;
        for (Format const& format : formats())
            if (int const own = format.recognise(text); own > sure) best = format.name, sure = own;
        return best;
    };
    CHECK(format_of("---\ntitle: Day\ndate: 2031-05-03\n---\n<table><tr><td>9:00</td></tr></table>\n") == "html");
    CHECK(format_of("---\ntitle: Day\ndate: 2031-05-03\nstart: 9:00\n---\nSome text.\n") != "yaml");
    CHECK(format_of("Title: Day\nDate: 2031-05-03\n\n<table><tr><td>9:00</td></tr></table>\n") == "html");
    CHECK(format_of("{\"start\": \"9:00\", \"title\": \"x\"}").empty());
    CHECK(format_of("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n") == "ics");
    CHECK(format_of("- start: 9:00\n  title: One\n- start: 10:00\n  title: Two\n") == "yaml");
    CHECK(format_of("Start;Titel\n9:00;Eins\n") == "csv");
    CHECK(format_of("[event]\ntitle = A\ndate = 2031-05-03\n") == "ini");
}
