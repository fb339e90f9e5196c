#include "import/case_folders.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "support/catch.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> entries(fs::path const& folder, std::string_view prefix) {
    std::vector<fs::path> found;
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with(prefix)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
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

}  // namespace

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

std::vector<CaseFolder> case_folders(std::string_view format) {
    std::vector<CaseFolder> folders;
    for (fs::path const& path : entries(fs::path(KIOSK_SOURCE_DIR) / "tests/import/cases" / format, "")) {
        CaseFolder folder{path, {}, event_of(path)};
        for (fs::path const& input : entries(path, "input")) folder.inputs.push_back({input.filename(), read_whole(input)});
        REQUIRE(!folder.inputs.empty());
        folders.push_back(std::move(folder));
    }
    REQUIRE(!folders.empty());
    return folders;
}

std::string case_input(std::string_view format, std::string_view trap) {
    for (CaseFolder& folder : case_folders(format))
        if (fs::path(folder.path).filename() == trap) return std::move(folder.inputs.front().text);
    FAIL("there is no case " << format << "/" << trap);
    return {};
}

Outcome<ScheduleDraft> import_case(CaseFolder const& folder) {
    Outcome<ScheduleDraft> whole;
    for (SourceText const& input : folder.inputs) {
        auto part = import_schedule(input, "auto", folder.event, formats_by_map());
        append(whole.problems, std::move(part.problems));
        if (!part.value) continue;
        if (whole.value) merge(*whole.value, std::move(*part.value));
        else whole.value = std::move(part.value);
    }
    if (whole.value) join_by_id(*whole.value);
    return whole;
}

void check_cases(std::string_view format) {
    for (CaseFolder const& folder : case_folders(format)) {
        fs::path const path = folder.path;
        DYNAMIC_SECTION(path.filename().string()) {
            auto const outcome = import_case(folder);
            check_against_file(path / "expected.txt", outcome.value ? to_text(*outcome.value) : "nothing\n");
            check_against_file(path / "problems.txt", to_text(outcome.problems));
        }
    }
}

}  // namespace kiosk
