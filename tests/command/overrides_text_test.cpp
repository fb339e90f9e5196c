// The text in which commands survive a restart.
#include <random>

#include "command/operator.hpp"

using namespace kiosk;

namespace {

using Names = std::vector<std::string>;

Outcome<Overrides> read(std::string text) { return overrides_from_text({"commands", std::move(text)}); }

}  // namespace

TEST_CASE("commands are kept as lines with a checksum", "[command]") {
    Operator operator_(two_rooms());
    operator_.say("9:05", "delay 10m --room 'Hall A'");
    operator_.say("9:06", "cancel 12:00");
    operator_.say("9:07", "undo");
    CHECK(to_text(operator_.overrides) ==
          "2023-12-16T09:05:00Z 1 ctl expires=2023-12-17T06:00:00Z delay 10m --room \"Hall A\"\n"
          "2023-12-16T09:06:00Z 2 ctl expires=2023-12-17T06:00:00Z undone session=2023-12-16-1200-lunch "
          "start=2023-12-16T12:00:00Z title=Lunch cancel 12:00\n"
          "end 3 fnv1a64=" +
              to_text(operator_.overrides).substr(to_text(operator_.overrides).size() - 17));
    auto const again = read(to_text(operator_.overrides));
    CHECK(again.problems.empty());
    CHECK(*again.value == operator_.overrides);
    CHECK(*read(to_text({{}, 77})).value == Overrides{{}, 77});
}

TEST_CASE("a file of commands that was cut anywhere keeps its whole lines, and says so", "[command]") {
    Operator operator_(two_rooms());
    operator_.say("9:05", "delay 10m --room 'Hall A'");
    operator_.say("9:06", "announce \"A \\\"quoted\\\" text\" --room 'Hall A'");
    operator_.say("9:07", "next --room 'Hall B'");
    auto const text = to_text(operator_.overrides);
    for (std::size_t size = 0; size < text.size(); ++size) {
        auto const cut = read(text.substr(0, size));
        REQUIRE(cut.problems.size() == 1);
        REQUIRE(cut.problems[0].code == "overrides-damaged");
        auto const lines = std::min<std::size_t>(
            3, static_cast<std::size_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size), '\n')));
        REQUIRE(cut.value);
        REQUIRE(cut.value->entries ==
                std::vector(operator_.overrides.entries.begin(),
                            operator_.overrides.entries.begin() + static_cast<std::ptrdiff_t>(lines)));
    }
}

TEST_CASE("a file of commands with a wrong byte anywhere is never taken for whole", "[command]") {
    Operator operator_(two_rooms());
    operator_.say("9:05", "delay 10m --room 'Hall A'");
    operator_.say("9:06", "cancel Lunch");
    auto const text = to_text(operator_.overrides);
    std::mt19937 random(5);
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto spoilt = text;
        spoilt[i] = static_cast<char>(spoilt[i] ^ static_cast<char>(1U << (random() % 8)));
        auto const outcome = read(spoilt);
        INFO(spoilt);
        REQUIRE(outcome.value);
        REQUIRE(outcome.problems.size() == 1);
    }
    std::string noise(3000, ' ');
    for (int round = 0; round < 300; ++round) {
        for (char& c : noise)
            c = static_cast<char>(random() % 4 ? "ab 0\"'\\=\n-:TZ"[random() % 13] : random() % 256);
        REQUIRE(read(noise).problems.size() == 1);
    }
}

TEST_CASE("any list of commands is read as it was written", "[command]") {
    std::mt19937 random(16);
    auto const builder = two_rooms();
    Names const lines{"delay 10m --room 'Hall A'",
                      "delay -90s --from 13:00",
                      "extend 1h",
                      "cancel Lunch",
                      "cancel 13:00 --room 'Hall B'",
                      "move Left --to 0:30 --room \"The \\\"old\\\" \\\\ hall\"",
                      "retitle Right \"session=x undone\"",
                      "next",
                      "next --room 'Hall A'",
                      "hold",
                      "hold speaker:ada --for 90s",
                      "full \"\xC3\x9C"
                      "ber\" --room 'Hall B'",
                      "announce -- \"--for\" end",
                      "emergency \"a'b\" \"c\\\\\" --test",
                      "lifted",
                      "undo",
                      "undo 3",
                      "clear",
                      "clear delay"};
    for (int round = 0; round < 60; ++round) {
        Operator operator_(builder);
        for (int i = 0; i < 12; ++i) {
            auto const command = parse_command(lines[random() % lines.size()]);
            auto const at = builder.at("10:30") + minutes{i * 15} + milliseconds{random() % 1000};
            auto outcome = apply(operator_.overrides, *command.value, at, "keys", operator_.schedule);
            if (outcome.value) operator_.overrides = std::move(*outcome.value);
            (void)adjust(operator_.schedule, operator_.overrides, at);
        }
        auto const text = to_text(operator_.overrides);
        INFO(text);
        auto const again = read(text);
        REQUIRE(again.problems.empty());
        REQUIRE(*again.value == operator_.overrides);
    }
}

TEST_CASE("a line that holds controls or bytes that are no text is none of ours", "[command]") {
    for (std::string_view const way : {"c\x1B[2Jtl", "c\xFFtl", "c\u202Etl"}) {
        auto const damaged = read("2023-12-16T09:05:00Z 1 " + std::string(way) + " expires=2023-12-17T06:00:00Z delay 10m\n");
        CHECK(damaged.value->entries.empty());
        CHECK(damaged.problems[0].code == "overrides-damaged");
    }
}
