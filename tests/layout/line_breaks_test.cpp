#include "layout/text/line_breaks.hpp"

#include <string>

#include "base/utf8.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

/// The parts, with "|" where a line may end and "‖" where it has to.
std::string parts(std::string_view text) {
    std::string shown;
    for (auto const& part : unbroken_parts(text)) {
        if (!shown.empty() && !shown.ends_with("‖")) shown += '|';
        shown += without_trailing_blanks(part.text);
        if (part.ends_line) shown += "‖";
    }
    return shown;
}

}  // namespace

TEST_CASE("lines end after blanks, hyphens, dashes and slashes", "[layout]") {
    CHECK(parts("Data-driven and/or slow – or not") == "Data-|driven|and/|or|slow|–|or|not");
    CHECK(parts("one\ntwo") == "one‖two");
    CHECK(parts("") == "");
}

TEST_CASE("no-break spaces, numbers and their units stay together", "[layout]") {
    CHECK(parts("10\u00A0MB") == "10\u00A0MB");
    CHECK(parts("10\u202FMB") == "10\u202FMB");
    CHECK(parts("C\u2011SVDDNet") == "C\u2011SVDDNet");
    CHECK(parts("1,000.5 %") == "1,000.5|%");
    CHECK(parts("Delayed by 10 min, until 1:30 PM") == "Delayed|by|10 min,|until|1:30 PM");
    CHECK(parts("um 13:30 Uhr") == "um|13:30 Uhr");
    CHECK(parts("Track 2 has 3 minutes") == "Track|2|has|3|minutes");
}

TEST_CASE("Han and Kana break anywhere but before what closes and after what opens", "[layout]") {
    CHECK(parts("機械学習。") == "機|械|学|習。");
    CHECK(parts("「学習」は") == "「学|習」|は");
    CHECK(parts("キャッシュー") == "キャッ|シュー");
    CHECK(parts("人々…") == "人々…");
    CHECK(parts("AI の未来") == "AI|の|未|来");
    CHECK(parts("（東京）") == "（東|京）");
}

TEST_CASE("Korean breaks at blanks, as its readers expect", "[layout]") {
    CHECK(parts("기계 학습 시스템의 미래") == "기계|학습|시스템의|미래");
}

TEST_CASE("Thai breaks between words", "[layout]") {
    CHECK(parts("การเรียนรู้ของเครื่อง") == "การ|เรียนรู้|ของ|เครื่อง");
    CHECK(parts("AI และการเรียนรู้") == "AI|และ|การ|เรียนรู้");
}

TEST_CASE("Lao, Khmer and Burmese break between syllables at worst", "[layout]") {
    CHECK(unbroken_parts("ການຮຽນຮູ້ຂອງເຄື່ອງຈັກ").size() > 5);
    CHECK(unbroken_parts("ការរៀនម៉ាស៊ីន").size() > 3);
    CHECK(unbroken_parts("စက်သင်ယူမှု").size() > 2);
}

TEST_CASE("emoji break from each other, never inside", "[layout]") {
    CHECK(parts("👨‍👩‍👧🇩🇪🇫🇷👍🏿") ==
          "👨‍👩‍👧|🇩🇪|🇫🇷|👍🏿");
    CHECK(parts("Party🎉") == "Party🎉");
    CHECK(parts("茶☕飯") == "茶|☕|飯");
}

TEST_CASE("no character stops the program", "[layout]") {
    for (char32_t c = 1; c < 0x110000; c += c < 0x20000 ? 1 : 0x1001) {
        std::string text;
        for (char32_t const one : {c, U'a', c, c}) append_utf8(text, one);
        std::size_t size = 0;
        for (auto const& part : unbroken_parts(text)) size += part.text.size();
        if (size != text.size()) CHECK(c == 0);
    }
}

TEST_CASE("marks never begin a part", "[layout]") {
    CHECK(parts("क्षमा करें") == "क्षमा|करें");
    CHECK(parts("e\u0301e\u0301") == "e\u0301e\u0301");
}
