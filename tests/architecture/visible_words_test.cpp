// What the screen says comes from config/lang: the folders that make slides hold no words of their own.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

namespace fs = std::filesystem;

namespace {

/// Names of slides and pictograms, starts of addresses, and what is looked for in the schedule's own
/// texts: none of them is ever drawn.
constexpr std::array<std::string_view, 30> not_drawn{
    "now",    "upcoming", "day",    "speaker", "speaker:", "posters", "questions", "q a",
    "coffee", "lunch",    "person", "peaker",  "https://", "http://", "www.",      "en",
    "Hani",   "Hira",  "Kana",   "night",    "directory", "directory:", "emergency", "notice",
    "notice:", "cancelled", "alert", "moved", "late", "planned-day"};

/// Two letters in a row, in any script.
bool looks_like_a_word(std::string_view text) {
    int run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = static_cast<unsigned char>(text[i]);
        // From U+0080 to U+00BF and U+2000 to U+2FFF there are signs, not letters.
        bool const is_sign = c == 0xC2 || c == 0xE2;
        if (is_sign) i += c == 0xC2 ? 1 : 2;
        run = !is_sign && (std::isalpha(c) || c >= 0xC3) ? run + 1 : c >= 0x80 && !is_sign ? run : 0;
        if (run == 2) return true;
    }
    return false;
}

struct Literal {
    int line;
    std::string text;
};

/// The string literals of a source, without those of #include and static_assert.
std::vector<Literal> literals_of(std::string_view source) {
    std::vector<Literal> found;
    int number = 0;
    while (!source.empty()) {
        auto const line = source.substr(0, source.find('\n'));
        source.remove_prefix(std::min(source.size(), line.size() + 1));
        ++number;
        if (line.starts_with("#include") || line.find("static_assert") != line.npos) continue;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line.substr(i).starts_with("//")) break;
            if (line[i] == '\'') {
                i = line.find('\'', i + (i + 1 < line.size() && line[i + 1] == '\\' ? 3 : 2));
                if (i == line.npos) break;
                continue;
            }
            if (line[i] != '"') continue;
            std::string text;
            for (++i; i < line.size() && line[i] != '"'; ++i) {
                if (line[i] == '\\') ++i;
                if (i < line.size()) text += line[i];
            }
            found.push_back({number, text});
        }
    }
    return found;
}

}  // namespace

TEST_CASE("slides and their layouts say nothing that no language file holds", "[architecture]") {
    std::string words;
    int seen = 0;
    for (std::string_view folder : {"slides", "layout"})
        for (auto const& entry : fs::directory_iterator(fs::path(KIOSK_SOURCE_DIR) / "kiosk" / folder)) {
            auto const name = entry.path().filename().string();
            bool const is_source = name.ends_with(".cpp") || name.ends_with(".hpp");
            if (!is_source || name == "dump.cpp") continue;  // a dump is read by people who mend the layout
            std::ifstream stream(entry.path(), std::ios::binary);
            std::string const source{std::istreambuf_iterator<char>(stream), {}};
            for (auto const& [line, text] : literals_of(source)) {
                ++seen;
                bool const is_name = std::find(not_drawn.begin(), not_drawn.end(), text) != not_drawn.end();
                if (looks_like_a_word(text) && !is_name)
                    words += fmt::format("kiosk/{}/{}:{}: \"{}\"\n", folder, name, line, text);
            }
        }
    CHECK(words == "");
    CHECK(seen > 30);
}

TEST_CASE("words are told from signs and blanks", "[architecture]") {
    CHECK(looks_like_a_word("Now"));
    CHECK(looks_like_a_word("{} left"));
    CHECK(looks_like_a_word("今日"));
    CHECK(looks_like_a_word("zł"));
    CHECK_FALSE(looks_like_a_word("  ·  "));
    CHECK_FALSE(looks_like_a_word(" …"));
    CHECK_FALSE(looks_like_a_word("–:––"));
    auto const found =
        literals_of("a(\"x\\\"y\", '\"', '\\'', \"z\"); // \"no\"\n#include \"b.hpp\"\nc(\"d\")");
    REQUIRE(found.size() == 3);
    CHECK(found[0].text == "x\"y");
    CHECK(found[2].line == 3);
}
