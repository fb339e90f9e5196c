#include "layout/text/direction.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

/// The characters as they stand from the left.
std::string seen(std::string_view utf8) {
    std::u32string line;
    for (auto const& point : decode_utf8(utf8)) line.push_back(point.value);
    std::string text;
    for (auto const i : visual_order(levels_of(line))) append_utf8(text, line[i]);
    return text;
}

std::string turned(std::string_view utf8) {
    auto points = decode_utf8(utf8);
    std::string text;
    for (auto point = points.rbegin(); point != points.rend(); ++point) append_utf8(text, point->value);
    return text;
}

}  // namespace

TEST_CASE("Latin stays as it is, Hebrew runs from the right", "[layout]") {
    CHECK(seen("Talk, 10:30") == "Talk, 10:30");
    CHECK(seen("שלום") == turned("שלום"));
    CHECK(seen("") == "");
}

TEST_CASE("numbers and Latin words inside Hebrew and Arabic run from the left", "[layout]") {
    CHECK(seen("שלום 2023") == "2023 " + turned("שלום"));
    CHECK(seen("הפסקה 11:10") == "11:10 " + turned("הפסקה"));
    CHECK(seen("מבוא ל-GPU חדש") == turned("חדש") + " GPU-" + turned("מבוא ל"));
    CHECK(seen("تعلم PyTorch 2.0") == "PyTorch 2.0 " + turned("تعلم"));
}

TEST_CASE("Hebrew inside a Latin title keeps its place; what ends the title ends it", "[layout]") {
    CHECK(seen("On שלום עולם, again") == "On " + turned("שלום עולם") + ", again");
    CHECK(seen("On שלום!") == "On " + turned("שלום") + "!");
    CHECK(seen("On שלום …") == "On " + turned("שלום") + " …");
}

TEST_CASE("what ends a Hebrew title stands at its left", "[layout]") {
    CHECK(seen("שלום!") == "!" + turned("שלום"));
    CHECK(seen("שלום …") == "… " + turned("שלום"));
    CHECK(seen("שלום, AI …") == "… AI ," + turned("שלום"));
}

TEST_CASE("brackets stay around what they enclose", "[layout]") {
    // The shaper turns a bracket's shape in a run from the right; here it is its place.
    CHECK(seen("שלום (AI)") == ")AI( " + turned("שלום"));
    CHECK(seen("AI (שלום) now") == "AI (" + turned("שלום") + ") now");
}

TEST_CASE("blanks at a line's end stand where it ends", "[layout]") {
    CHECK(levels_of(U"שלום ") == std::vector<Level>{1, 1, 1, 1, 1});
    CHECK(levels_of(U"a ש ") == std::vector<Level>{0, 0, 1, 0});
}

TEST_CASE("a line keeps the direction that it has in its paragraph", "[layout]") {
    std::vector<std::string> lines{"שלום עולם", "GPU 2.0!"};
    keep_direction(lines);
    CHECK(lines[0] == "שלום עולם");
    CHECK(lines[1] == "\u200FGPU 2.0!");
    CHECK(seen(lines[1]) == "!GPU 2.0\u200F");
    std::vector<std::string> latin{"About", "שלום!"};
    keep_direction(latin);
    CHECK(seen(latin[1]) == "\u200E" + turned("שלום") + "!");
    std::vector<std::string> plain{"About", "everything"};
    keep_direction(plain);
    CHECK(plain == std::vector<std::string>{"About", "everything"});
    std::vector<std::string> numbers{"2023 –", "שלום"};
    keep_direction(numbers);
    CHECK(seen(numbers[0]) == "– 2023\u200F");
}

TEST_CASE("broken into lines, a paragraph reads as in one", "[layout]") {
    // After Arabic letters "10-20" is two numbers, from the right; the line's break changes nothing.
    std::vector<std::string> lines{"من", "10-20"};
    keep_direction(lines);
    auto const whole = seen("من 10-20"), second = seen(lines[1]);
    CHECK(whole.starts_with("20-10"));
    CHECK(second.find("20-10") != std::string::npos);
}

TEST_CASE("a Latin word broken at its hyphen keeps it at its end, also in an Arabic title", "[layout]") {
    std::vector<std::string> lines{"واسع (Large-", "Scale ML) في"};
    keep_direction(lines);
    CHECK(seen(lines[0]).starts_with("Large-"));
    CHECK(lines[0] == "واسع (Large-\u200E");
    CHECK(lines[1] == "\u200FScale ML) في");
}

TEST_CASE("parts in a row do not change places", "[layout]") {
    CHECK(joined_left_to_right({"Ada", "Talk"}, " · ") == "Ada · Talk");
    CHECK(joined_left_to_right({"עידו"}, " · ") == "עידו");
    auto line = seen(joined_left_to_right({"עידו", "", "Talk"}, " · "));
    for (std::string_view const mark : {"\u200E", "\u2068", "\u2069"})
        if (auto const at = line.find(mark); at != std::string::npos) line.erase(at, mark.size());
    CHECK(line == turned("עידו") + " · Talk");
}
