#include "paint/text_runs.hpp"

#include "layout/text/script.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {
/// Family 0 has Latin, 1 Hebrew and blanks, 2 emoji.
std::size_t family_for(std::u32string_view cluster) {
    if (cluster.front() >= 0x1F000) return 2;
    return script_of(cluster.front()) == "Hebr" ? 1 : 0;
}
FontQuestions const fonts{family_for, [](std::size_t family, std::u32string_view cluster) {
                              return family_for(cluster) == family || (family == 1 && cluster == U" ");
                          }};
}  // namespace

TEST_CASE("a line in one script is one run", "[paint]") {
    CHECK(split_into_runs("Chris Lattner, 10:30", fonts) == std::vector<FontRun>{{"Chris Lattner, 10:30", 0, "Latn", false}});
    CHECK(split_into_runs("", fonts).empty());
}

TEST_CASE("marks and joined emoji stay with what they belong to", "[paint]") {
    CHECK(split_into_runs("e\u0301", fonts).size() == 1);
    auto const family = split_into_runs("A \U0001F468\u200D\U0001F469", fonts);
    REQUIRE(family.size() == 2);
    CHECK(family[1].text == "\U0001F468\u200D\U0001F469");
}

TEST_CASE("a thousand marks on one letter are cut to eight", "[paint]") {
    std::string text = "a";
    for (int i = 0; i < 1000; ++i) text += "\u0301";
    CHECK(split_into_runs(text, fonts).at(0).text.size() == 1 + 8 * 2);
}

TEST_CASE("Hebrew words keep their blanks, and a Hebrew line reads from the right", "[paint]") {
    CHECK(split_into_runs("שלום עולם 10", fonts) == std::vector<FontRun>{{"10", 0, "Zyyy", false},
                                                                         {" ", 0, "Zyyy", true},
                                                                         {"שלום עולם", 1, "Hebr", true}});
}

TEST_CASE("a Latin line with Hebrew in it reads from the left, brackets and all", "[paint]") {
    auto const runs = split_into_runs("On שלום (AI)!", fonts);
    CHECK(runs == std::vector<FontRun>{
                      {"On ", 0, "Latn", false}, {"שלום", 1, "Hebr", true}, {" (AI)!", 0, "Latn", false}});
}

TEST_CASE("brackets around Latin in a Hebrew line stand around it and are turned by the shaper", "[paint]") {
    auto const runs = split_into_runs("שלום (AI)", fonts);
    CHECK(runs == std::vector<FontRun>{{")", 0, "Zyyy", true},
                                       {"AI", 0, "Latn", false},
                                       {" (", 0, "Zyyy", true},
                                       {"שלום", 1, "Hebr", true}});
}

TEST_CASE("marks of direction are obeyed and not drawn", "[paint]") {
    CHECK(split_into_runs("\u200FAI!", fonts) ==
          std::vector<FontRun>{{"!", 0, "Zyyy", true}, {"AI", 0, "Latn", false}});
}
