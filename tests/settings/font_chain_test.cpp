#include "settings/font_chain.hpp"

#include <fstream>
#include <sstream>

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("a chain keeps the order of its families and sorts their weights", "[settings]") {
    auto const read = parse_font_chain({"chain.toml", R"(
[[family]]
name = "Lato"
package = "fonts-lato"
scripts = ["Latn"]
faces = [{ weight = 700, file = "lato/Lato-Bold.ttf" }, { weight = 400, file = "lato/Lato-Regular.ttf" }]

[[family]]
name = "Noto Sans CJK"
faces = [{ file = "noto/NotoSansCJK-Regular.ttc", index = 2 }]
)"});
    CHECK(read.problems.empty());
    REQUIRE(read.value);
    REQUIRE(read.value->families.size() == 2);
    CHECK(read.value->families[0].faces ==
          std::vector<FontFace>{{400, "lato/Lato-Regular.ttf", 0}, {700, "lato/Lato-Bold.ttf", 0}});
    CHECK(read.value->families[0].scripts == std::vector<std::string>{"Latn"});
    CHECK(read.value->families[1].faces.at(0) == FontFace{400, "noto/NotoSansCJK-Regular.ttc", 2});
}

TEST_CASE("an unknown key and a face without a file are named with their lines", "[settings]") {
    auto const read = parse_font_chain({"chain.toml", R"([[family]]
name = "Lato"
wieght = 3
faces = [{ file = "a.ttf" }, { weight = 400 }]
)"});
    REQUIRE(read.value);
    REQUIRE(read.problems.size() == 2);
    CHECK(to_line(read.problems[0]) ==
          "chain.toml:4: warning: a face needs a file, a weight of 100 to 1000 and an index from 0; it is left out "
          "[font-chain]");
    CHECK(to_line(read.problems[1]) ==
          "chain.toml:3: error: there is no key \"wieght\" in [family]; known keys: color, faces, language, "
          "name, package, scripts [key-unknown]");
}

TEST_CASE("a broken or empty chain is an error, not a crash", "[settings]") {
    CHECK(parse_font_chain({"chain.toml", "[[family"}).problems.at(0).code == "toml-invalid");
    CHECK_FALSE(parse_font_chain({"chain.toml", ""}).value);
    CHECK_FALSE(parse_font_chain({"chain.toml", "family = 3\n[[x]]"}).value);
}

TEST_CASE("heavy text takes the bold of a family with two weights", "[settings]") {
    std::vector<FontFace> const two{{400, "regular", 0}, {700, "bold", 0}};
    CHECK(nearest_face(two, 500).file == "regular");
    CHECK(nearest_face(two, 600).file == "bold");
    CHECK(nearest_face(two, 900).file == "bold");
    CHECK(nearest_face({{400, "only", 0}}, 900).file == "only");
}

TEST_CASE("the chain that comes with the program is read without a problem", "[settings]") {
    std::ifstream file(KIOSK_SOURCE_DIR "/fonts/chain.toml");
    std::ostringstream text;
    text << file.rdbuf();
    auto const read = parse_font_chain({"chain.toml", text.str()});
    CHECK(read.problems.empty());
    REQUIRE(read.value);
    CHECK(read.value->families.at(0).name == "Lato");
    CHECK(read.value->families.at(0).faces.size() == 6);
}

TEST_CASE("a language says whose Han characters its readers know", "[settings]") {
    CHECK(han_shapes_for("ja-JP") == HanShapes::japanese);
    CHECK(han_shapes_for("ko") == HanShapes::korean);
    CHECK(han_shapes_for("zh") == HanShapes::simplified);
    CHECK(han_shapes_for("zh-Hans-SG") == HanShapes::simplified);
    CHECK(han_shapes_for("zh_TW") == HanShapes::traditional);
    CHECK(han_shapes_for("zh-Hant") == HanShapes::traditional);
    CHECK(han_shapes_for("zh-Hant-HK") == HanShapes::hong_kong);
    CHECK(han_shapes_for("jam") == HanShapes::by_text);
    CHECK(han_shapes_for("en-GB") == HanShapes::by_text);
    CHECK(han_shapes_for("") == HanShapes::by_text);
}
