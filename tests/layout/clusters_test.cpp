#include "layout/text/clusters.hpp"

#include <string>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

using Views = std::vector<std::string_view>;

bool is_one(std::string_view text) { return clusters_of(text).size() == 1; }

}  // namespace

TEST_CASE("a letter and its marks are one cluster", "[layout]") {
    CHECK(clusters_of("").empty());
    CHECK(clusters_of("né") == Views{"n", "é"});
    CHECK(clusters_of("ne\u0301") == Views{"n", "e\u0301"});
    CHECK(is_one("ệ"));
    CHECK(is_one("e\u0323\u0302"));
    CHECK(is_one("שׁ"));
    CHECK(is_one("بِّ"));
    CHECK(clusters_of("กำลัง") == Views{"กำ", "ลั", "ง"});
    CHECK(clusters_of("เก") == Views{"เก"});  // the vowel is spoken after its consonant
    CHECK(is_one("한"));
    CHECK(is_one("\u1112\u1161\u11AB"));  // the same, as letters
    CHECK(is_one("か\u3099"));
}

TEST_CASE("a conjunct of Devanagari is one cluster", "[layout]") {
    CHECK(clusters_of("क्षमा") == Views{"क्ष", "मा"});
    CHECK(clusters_of("स्त्री") == Views{"स्त्री"});
    CHECK(clusters_of("क्\u200Cष").size() == 2);  // kept apart on purpose
}

TEST_CASE("an emoji is one cluster, however many code points it has", "[layout]") {
    CHECK(is_one("👩🏽‍❤️‍💋‍👨🏻"));
    CHECK(is_one("👨‍👩‍👧‍👦"));
    CHECK(is_one("👍🏿"));
    CHECK(is_one("1️⃣"));
    CHECK(is_one("🏴󠁧󠁢󠁳󠁣󠁴󠁿"));
    CHECK(is_one("🐈‍⬛"));
    CHECK(clusters_of("🇩🇪🇫🇷🇯🇵") == Views{"🇩🇪", "🇫🇷", "🇯🇵"});
    CHECK(clusters_of("☕🍽️").size() == 2);
}
