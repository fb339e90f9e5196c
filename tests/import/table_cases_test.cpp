// Tables and data files: each folder of cases/csv, cases/yaml and cases/ini holds one trap.
#include <chrono>

#include "import/case_folders.hpp"
#include "import/import.hpp"
#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("every trap of tables is read as agreed", "[import]") { check_cases("csv"); }
TEST_CASE("every trap of facts beside a table is read as agreed", "[import]") { check_cases("ini"); }
TEST_CASE("every trap of data files is read as agreed", "[import]") { check_cases("yaml"); }

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
