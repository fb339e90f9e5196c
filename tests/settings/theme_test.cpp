#include "settings/theme.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <fmt/format.h>

#include "support/catch.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

std::vector<Theme> themes_that_come_along() {
    std::vector<Theme> themes;
    for (auto const& entry : fs::directory_iterator(fs::path(KIOSK_SOURCE_DIR) / "config/themes")) {
        std::ifstream file(entry.path());
        std::stringstream text;
        text << file.rdbuf();
        auto parsed = parse_theme({entry.path().filename().string(), text.str()});
        REQUIRE(parsed.value);
        CHECK(parsed.problems.empty());
        parsed.value->name = entry.path().stem().string();
        themes.push_back(*parsed.value);
    }
    return themes;
}

/// The pairs that are too alike: "dark: muted on stage 4.2 < 5".
std::vector<std::string> too_alike(Theme const& theme) {
    std::vector<std::string> found;
    for (auto const& pair : color_pairs(theme))
        if (double const ratio = contrast(pair.color, pair.ground_color); ratio < pair.least)
            found.push_back(fmt::format("{}: {} on {} {:.2f} < {}", theme.name, pair.on, pair.ground, ratio, pair.least));
    return found;
}

}  // namespace

TEST_CASE("there are a dark, a light and a high-contrast theme", "[settings]") {
    std::vector<std::string> names;
    for (auto const& theme : themes_that_come_along()) names.push_back(theme.name);
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"dark", "high-contrast", "light"});
}

TEST_CASE("every pair of colours of every theme can be told apart, whatever the event's accent", "[settings]") {
    std::mt19937 random(2023);
    std::uniform_int_distribution<int> channel(0, 255);
    for (auto const& theme : themes_that_come_along()) {
        CHECK(too_alike(theme) == std::vector<std::string>{});
        for (int i = 0; i < 500; ++i) {
            auto const byte = [&] { return static_cast<std::uint8_t>(channel(random)); };
            Color const accent{byte(), byte(), byte()};
            INFO(theme.name << " " << to_hex(accent));
            CHECK(too_alike(with_accent(theme, accent)) == std::vector<std::string>{});
        }
    }
}

TEST_CASE("black as an accent becomes light enough for ink, and stays grey", "[settings]") {
    auto const theme = with_accent({}, Color{0, 0, 0});
    CHECK(contrast(theme.ink, theme.accent) >= 6);
    CHECK(theme.accent.r == theme.accent.g);
}

TEST_CASE("the high-contrast theme keeps its own accent", "[settings]") {
    Theme theme;
    theme.takes_event_accent = false;
    CHECK(with_accent(theme, Color{0, 0, 255}).accent == Theme{}.accent);
    CHECK(with_accent({}, Color{0x11, 0xEE, 0x11}).accent == Color{0x11, 0xEE, 0x11});
}

TEST_CASE("a theme file's mistakes are named with their lines, and cost nothing else", "[settings]") {
    auto const parsed = parse_theme({"mine.toml", "[colors]\nstage = \"red\"\ntext = \"#112233\"\nstag = \"#000000\"\n[widths]\nframe = 99\n"});
    REQUIRE(parsed.value);
    CHECK(parsed.value->text == Color{0x11, 0x22, 0x33});
    CHECK(parsed.value->stage == Theme{}.stage);
    CHECK(parsed.value->frame_width == 0);
    std::vector<std::string> codes;
    for (auto const& problem : parsed.problems) codes.push_back(fmt::format("{} {}", problem.where.line, problem.code));
    CHECK(codes == std::vector<std::string>{"2 color-invalid", "4 key-unknown", "6 value-range"});
}

TEST_CASE("fills dimmed for an OLED panel still carry their ink, whatever the accent", "[settings]") {
    for (auto const* const accent : {"#FFC72C", "#000080", "#FF0000", "#00A651", "#FFFFFF"}) {
        auto const theme = with_accent(Theme{}, parse_color(accent));
        auto const dimmed = dimmed_for_oled(theme);
        INFO(accent);
        for (auto const& pair : color_pairs(dimmed)) {
            INFO(pair.on << " on " << pair.ground);
            CHECK(contrast(pair.color, pair.ground_color) >= pair.least);
        }
    }
    CHECK(dimmed_for_oled(Theme{}).fog == Color{157, 163, 168});
}
