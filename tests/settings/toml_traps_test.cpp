// What a TOML file may not hold, told by its line, however the library takes it.
#include "settings/toml_traps.hpp"

#include "settings/settings.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

int line_of_trap(std::string_view text) {
    auto const trap = find_toml_trap(text);
    return trap ? trap->line : 0;
}

std::string problem_of(std::string text) {
    auto const parsed = parse_settings({"event.toml", std::move(text)});
    CHECK_FALSE(parsed.value);
    return parsed.problems.empty() ? "" : to_line(parsed.problems.front());
}

}  // namespace

TEST_CASE("letters beyond ASCII stand in strings and comments alone", "[settings]") {
    CHECK(line_of_trap("\xEF\xBB\xBF# caf\u00E9\n[event]\nname = \"caf\u00E9\"\nvenue = 'caf\u00E9' # caf\u00E9\n") == 0);
    CHECK(line_of_trap("a = \"\"\"\ncaf\u00E9 \"quoted\" \\\"\"\"\"\nb = '''\n\u1680'''\n") == 0);
    CHECK(line_of_trap("[event]\nname\u1680= \"x\"\n") == 2);
    CHECK(line_of_trap("[event]\n\u00A0name = \"x\"\n") == 2);
    CHECK(line_of_trap("a = \"x\" \u2000\n") == 1);
    CHECK(line_of_trap("a = \"x\\\u3000\"\n") == 1);
    CHECK(line_of_trap("a = \"never closed\nb\u00E9 = 1\n") == 2);
    CHECK(problem_of("[event]\nname\u1680= \"x\"\n") ==
          "event.toml:2: error: outside of quotes only ASCII letters, digits, signs and blanks may stand; correct the line [toml-invalid]");
}

TEST_CASE("a quote within a word begins no text, and neither does one behind a text", "[settings]") {
    CHECK(line_of_trap("a = 1\nb = 1st''SE\u0301\n''\n") == 2);
    CHECK(line_of_trap("T=1'''\u0301'''\n") == 1);
    for (auto const* fine : {"a = '''\u00E9'''''\nb = \"\u00E9\"\n", "a=\"\u00E9\"\n", "a = [\"\u00E9\",'\u00E9']\n", "'\u00E9' = 1\na.\"\u00E9\" = 2\n",
                             "a = { \"\u00E9\" = \"\u00E9\" } # \u00E9\n", "\uFEFF\"\u00E9\" = 1\n", "a = \"\"\"\n\u00E9\"\"\"\"\"\n"})
        CHECK(line_of_trap(fine) == 0);
}

TEST_CASE("a key has no hundred thousand parts", "[settings]") {
    std::string parts = "a", header = "[a", list = "[1.0";
    for (int i = 0; i < 100'000; ++i) parts += ".a", header += ".a", list += ", 1.5";
    CHECK(line_of_trap(parts + " = 1\n") == 1);
    CHECK(line_of_trap("\n" + header + "]\n") == 2);
    CHECK(line_of_trap("x = " + list + "]\n") == 0);
    CHECK(problem_of(header + "]\n").starts_with("event.toml:1: error: a key of more than 64 parts"));
}

TEST_CASE("lists in lists end somewhere", "[settings]") {
    for (std::string_view const open : {"[", "{a = "}) {
        std::string text = "a = ";
        for (int i = 0; i < 100'000; ++i) text += open;
        CHECK(problem_of(text).find("[toml-invalid]") != std::string::npos);
    }
}

TEST_CASE("a table without a name is an error, not an end", "[settings]") {
    for (auto const* text : {"[%\n", "[[\x01]]\n", "[ *]\n", "[=]\n", "[\n", "[", "[a.%]\n"}) CHECK(problem_of(text).find("[toml-invalid]") != std::string::npos);
}

TEST_CASE("what follows a backslash and line ends may be any letter", "[settings]") {
    CHECK(without_toml_stumbles("a = \"\"\"x\\\n  \n \u00DCber\"\"\" # \\ \u00DC") == "a = \"\"\"x\\\n  \n \\U000000DCber\"\"\" # \\ \u00DC");
    for (std::string const stays : {"a = \"\\t\u00DC\"\n", "b = '''\\\n\u00DC'''\n", "a = \"\"\"\\\n\xCC"}) CHECK(without_toml_stumbles(stays) == stays);
    for (std::string const letter : {"\u00DC", "\u0301", "\u0416", "\u6F22", "\U0001F5FA"}) {
        auto const parsed = parse_settings({"event.toml", "[event]\nname = \"\"\"A day of \\\n\n    " + letter + "ber\"\"\"\n"});
        REQUIRE(parsed.value);
        CHECK(parsed.value->event.name == "A day of " + letter + "ber");
    }
}
