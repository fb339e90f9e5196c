#include "words/words.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::vector<std::string> lines(std::vector<Problem> const& problems) {
    std::vector<std::string> all;
    for (auto const& problem : problems) all.push_back(to_line(problem));
    return all;
}

/// The English file with one text replaced.
SourceText changed(std::string_view from, std::string_view to) {
    std::string text(english_file());
    auto const at = text.find(from);
    REQUIRE(at != std::string::npos);
    return {"xx.toml", text.replace(at, from.size(), to)};
}

}  // namespace

TEST_CASE("phrases are said with their blanks filled, which are never looked into", "[words]") {
    auto const& words = english_words();
    CHECK(words[Phrase::now] == "Now");
    CHECK(words.say(Phrase::until, {"10:55 AM"}) == "until 10:55 AM");
    CHECK(words.say(Phrase::see_you_weekday, {"Monday", "9:00"}) == "See you Monday, 9:00");
    CHECK(words.say(Phrase::now_in, {"{time} {"}) == "Now in {time} {");
    CHECK(words.count(Phrase::day_count, 1) == "1 day");
    CHECK(words.count(Phrase::day_count, 3) == "3 days");
    CHECK(words.count(Phrase::and_more, 2, {"Ada"}) == "Ada and 2 more");
}

TEST_CASE("English needs no file, and has everything", "[words]") {
    auto const read = parse_words({"en.toml", std::string(english_file())}, "en");
    CHECK(lines(read.problems).empty());
    REQUIRE(read.value);
    CHECK(read.value->forms == english_words().forms);
}

TEST_CASE("what a language lacks stays English, and is said with its line", "[words]") {
    auto const read = parse_words(changed("\nnext           = \"Next\"", "\n"), "xx");
    REQUIRE(read.value);
    CHECK((*read.value)[Phrase::next] == "Next");
    CHECK(lines(read.problems) ==
          std::vector<std::string>{
              "xx.toml:23: warning: \"next\" is missing: shown in English; copy the line from "
              "config/lang/en.toml and translate it [key-missing]"});
}

TEST_CASE("a blank that nothing fills, or that is left out, is not shown", "[words]") {
    auto const unknown = parse_words(changed("until {time}\"\nnext_at", "bis {zeit}\"\nnext_at"), "xx");
    CHECK(unknown.value->say(Phrase::until, {"10:55"}) == "until 10:55");
    REQUIRE(unknown.problems.size() == 1);
    CHECK(unknown.problems[0].code == "blank-wrong");
    CHECK(unknown.problems[0].message == "\"until\": nothing fills the blank \"{zeit}\": shown in English");
    auto const left_out = parse_words(changed("Moved", "{room}"), "xx");
    CHECK(left_out.problems.size() == 1);
    auto const without = parse_words(changed("\"{n} days\"", "\"Tage\""), "xx");
    REQUIRE(without.problems.size() == 1);
    CHECK(without.problems[0].message ==
          "\"day_count.other\": the blank \"{n}\" is left out: shown in English");
    CHECK(without.value->count(Phrase::day_count, 1) == "1 days");  // not one form of each language
}

TEST_CASE("unknown keys of a language file are named with the nearest one", "[words]") {
    auto const read = parse_words(changed("\nup_next ", "\nupnext "), "xx");
    REQUIRE(read.problems.size() == 2);
    CHECK(read.problems[1].message == "there is no key \"upnext\" in [words]");
}
