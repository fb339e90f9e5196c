// Hand-made pages: each folder of cases/html and cases/markdown holds one trap.
#include "import/case_folders.hpp"
#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

Outcome<ScheduleDraft> read_page(std::string const& text) {
    return import_schedule({"page", text}, "html", {});
}

}  // namespace

TEST_CASE("every trap of hand-made pages is read as agreed", "[import]") {
    check_cases("html");
}

TEST_CASE("every trap of Markdown pages is read as agreed", "[import]") { check_cases("markdown"); }

TEST_CASE("long pages are read whole, whatever they are long of", "[import]") {
    auto const repeated = [](std::string_view text, std::size_t size) {
        std::string all;
        while (all.size() < size) all += text;
        return all;
    };
    std::string const date = "<p>Oslo, May 3, 2030</p><table>";
    for (std::string const& page :
         {date + repeated("<tr><td>9:00 AM<td><b>Talk:</b> Jane Doe (ACME)<br><i>On Paper</i> $x^2$", 100'000),
          date + repeated("<tr><td><td>9:00 AM - 9:10 AM Nested<ul><li>9:05 more</ul>", 100'000),
          repeated("[[[[", 100'000), repeated("**a *b _c ", 100'000), repeated("| 9:00 | a |\n", 100'000),
          repeated("<div>9:00 x", 4000) + repeated("<h3>9:00</h3><p>x</p>", 100'000)}) {
        auto const outcome = read_page(page);
        CHECK((outcome.value || has_error(outcome.problems)));
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
    std::string names;
    for (Format const& format : formats()) names += (names.empty() ? "" : ", ") + std::string(format.name);
    CHECK(to_text(import_schedule({"x", "hello"}, "auto", {}).problems) ==
          "x: error: this is no schedule in any known format; known formats: " + names + " [format-unknown]\n");
    CHECK(to_text(import_schedule({"x", ""}, "auto", {}).problems) ==
          "x: error: the file is empty; known formats: " + names + " [format-unknown]\n");
    CHECK(to_text(import_schedule({"x", "<table>"}, "pdf", {}).problems) ==
          "x: error: there is no format \"pdf\"; use auto or one of: " + names + " [format-unknown]\n");
}
