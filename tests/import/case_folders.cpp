#include "import/case_folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "support/catch.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

fs::path const cases = fs::path(KIOSK_SOURCE_DIR) / "tests/import/cases";

fs::path input_of(fs::path const& folder) {
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().stem() == "input") return entry.path();
    return folder / "input";
}

EventSettings event_of(fs::path const& folder) {
    EventSettings event;
    std::istringstream lines(read_whole(folder / "event.txt"));
    std::string key, value;
    while (lines >> key >> value) {
        if (key == "date") event.date = parse_day(value);
        if (key == "zone") event.time_zone = value;
    }
    return event;
}

void compare(fs::path const& expected, std::string const& text) {
    if (std::getenv("KIOSK_ACCEPT")) std::ofstream(expected, std::ios::binary) << text;
    CHECK(text == read_whole(expected));
}

}  // namespace

std::string read_whole(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<FieldMap> const& formats_by_map() {
    static std::vector<FieldMap> const maps = [] {
        std::vector<FieldMap> all;
        for (auto const& entry : fs::directory_iterator(fs::path(KIOSK_SOURCE_DIR) / "config/formats")) {
            auto const name = entry.path().stem().string();
            auto map = parse_field_map({entry.path().filename().string(), read_whole(entry.path())}, name);
            CHECK(to_text(map.problems) == "");
            if (map.value) all.push_back(std::move(*map.value));
        }
        return all;
    }();
    return maps;
}

std::string case_input(std::string_view format, std::string_view trap) { return read_whole(input_of(cases / format / trap)); }

void check_cases(std::string_view format) {
    std::vector<fs::path> folders;
    for (auto const& entry : fs::directory_iterator(cases / format))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    for (fs::path const& folder : folders) {
        DYNAMIC_SECTION(folder.filename().string()) {
            auto const input = input_of(folder);
            auto const outcome = import_schedule({input.filename().string(), read_whole(input)}, "auto", event_of(folder), formats_by_map());
            compare(folder / "expected.txt", outcome.value ? to_text(*outcome.value) : "nothing\n");
            compare(folder / "problems.txt", to_text(outcome.problems));
        }
    }
}

}  // namespace kiosk
