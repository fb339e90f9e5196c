// Whatever is made of the fixtures of cases/, an importer reads it or refuses it with a reason.
#include <chrono>

#include "import/case_folders.hpp"
#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "import/spoiled_texts.hpp"
#include "schedule/schedule.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string all_of(Outcome<ScheduleDraft> const& outcome) {
    return (outcome.value ? to_text(*outcome.value) : "nothing\n") + to_text(outcome.problems);
}

/// Reads `text` as `format`; what comes out must be fit for the rest of the program.
Outcome<ScheduleDraft> read(std::string const& text, std::string_view format, EventSettings const& event) {
    auto outcome = import_schedule({"spoiled", text}, format, event, formats_by_map());
    if (!outcome.value && !has_error(outcome.problems)) FAIL("refused without a reason:\n" << text);
    if (!outcome.value) return outcome;
    ScheduleDraft joined = *outcome.value;
    join_by_id(joined);
    if (!Schedule::validate(joined, Zone::floating()).value) FAIL("not fit to be shown:\n" << text);
    return outcome;
}

/// `format` is the name as in formats(); Markdown's cases are pages as well.
void check_survives(std::string_view cases, std::string_view format) {
#if defined(__SANITIZE_ADDRESS__)
    constexpr std::size_t step = 18, compared = 16;  // each takes ten times as long
#else
    constexpr std::size_t step = 6, compared = 16;
#endif
    constexpr auto longest = std::chrono::seconds{10};  // with sanitizers on a small machine; usual is a millisecond
    for (CaseFolder const& folder : case_folders(cases))
        for (SourceText const& input : folder.inputs) {
            std::size_t count = 0;
            for_each_spoiled(input.text, step, [&](std::string const& text) {
                auto const begin = std::chrono::steady_clock::now();
                try {
                    auto const outcome = read(text, format, folder.event);
                    bool const is_compared = count++ % compared == 0;
                    if (is_compared && all_of(outcome) != all_of(read(text, format, folder.event))) FAIL("read in two ways:\n" << text);
                    if (is_compared) read(text, "auto", {});
                } catch (std::exception const& thrown) {
                    FAIL(folder.path << " threw \"" << thrown.what() << "\":\n" << text);
                }
                if (std::chrono::steady_clock::now() - begin > longest) FAIL("took too long:\n" << text);
            });
            REQUIRE(count > 0);
        }
}

}  // namespace

TEST_CASE("every page of the cases is survived, however it is spoiled", "[import][survival]") { check_survives("html", "html"); }
TEST_CASE("so is every Markdown page", "[import][survival]") { check_survives("markdown", "html"); }
TEST_CASE("so is every table", "[import][survival]") { check_survives("csv", "csv"); }
TEST_CASE("so is every data file", "[import][survival]") {
    check_survives("yaml", "yaml");
    check_survives("ini", "ini");
}
TEST_CASE("so is every calendar", "[import][survival]") {
    check_survives("ics", "ics");
    check_survives("xcal", "xcal");
}
TEST_CASE("so is every feed of frab", "[import][survival]") {
    check_survives("frab-xml", "frab-xml");
    check_survives("frab-json", "frab-json");
    check_survives("frab-json-2", "frab-json-2");
}

TEST_CASE("so is every file that is read through a field map", "[import][survival]") {
    for (FieldMap const& map : formats_by_map()) check_survives(map.name, map.name);
}

TEST_CASE("a format without cases of its own is noticed", "[import][survival]") {
    for (Format const& format : formats()) CHECK_FALSE(case_folders(format.name).empty());
}
