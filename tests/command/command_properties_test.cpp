// Lines that nobody would type: none is fatal, and each command's own line means that command.
#include <algorithm>
#include <random>

#include "command/command.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

std::string some_bytes(Random& random, std::size_t most) {
    std::string bytes(below(random, most + 1), ' ');
    for (char& byte : bytes) byte = static_cast<char>(below(random, 256));
    return bytes;
}

bool is_one_clean_line(std::string const& text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Words, options and quotes in any order, good ones and bad ones.
std::string some_line(Random& random) {
    static std::vector<std::string> const pieces{
        "delay",      "extend",
        "cancel",     "move",
        "retitle",    "next",
        "hold",       "full",
        "announce",   "emergency",
        "lifted",     "clear",
        "undo",       "screenshot",
        "10m",        "-5m",
        "0",          "1h2m3s",
        "13:50",      "2023-12-16T13:50:01-06:00",
        "2023-12-16", "24:00",
        "--room",     "--room=",
        "--from",     "--to=15:00",
        "--for",      "--for 90s",
        "--notice",   "--test",
        "--",         "---",
        "\"",         "'",
        "\\",         "\"a b\"",
        "'--x'",      " ",
        "\t",         "all",
        "3",          "\xE2\x80\xAE",
        "\xC3\xA9",   "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xC2\xAD\xCC\x81",
        "\xC2\xA0",   "\xEF\xBB\xBF"};
    auto line = pieces[below(random, 14)];
    for (auto count = below(random, 8); count > 0; --count) {
        if (below(random, 4) != 0) line += ' ';
        line += below(random, 10) == 0 ? some_bytes(random, 6) : pieces[below(random, pieces.size())];
    }
    return line;
}

}  // namespace

TEST_CASE("any bytes give a command or one problem", "[command][I3]") {
    Random random(20231216);
    for (int i = 0; i < 20'000; ++i) {
        auto const line = i % 2 ? some_line(random) : some_bytes(random, 5'000);
        auto const outcome = parse_command(line);
        REQUIRE(outcome.value.has_value() == outcome.problems.empty());
        if (outcome.value) continue;
        REQUIRE(outcome.problems.size() == 1);
        REQUIRE(outcome.problems.front().code == "command-invalid");
        REQUIRE(outcome.problems.front().severity == Severity::error);
        REQUIRE_FALSE(outcome.problems.front().hint.empty());
        REQUIRE(is_one_clean_line(to_line(outcome.problems.front())));
    }
}

TEST_CASE("a command's line is read as the same command", "[command]") {
    Random random(16122023);
    int commands = 0;
    for (int i = 0; i < 200'000; ++i) {
        auto const first = parse_command(some_line(random));
        if (!first.value) continue;
        ++commands;
        auto const line = to_line(*first.value);
        INFO(line);
        auto const second = parse_command(line);
        REQUIRE(second.value);
        REQUIRE(*second.value == *first.value);
    }
    CHECK(commands > 5'000);
}
