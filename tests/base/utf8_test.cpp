#include "base/utf8.hpp"

#include "support/catch.hpp"
#include "support/random_text.hpp"

using namespace kiosk;

namespace {

/// Byte by byte, from the table: lead, and what may follow it. Source: Unicode 15, table 3-7.
std::size_t sequence_by_table(std::string_view text) {
    struct Row { int first, last, second_from, second_to; std::size_t size; };
    static constexpr Row rows[] = {{0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                   {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
                                   {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
    auto const byte = [&](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(text[i])); };
    for (auto const& row : rows) {
        if (byte(0) < row.first || byte(0) > row.last) continue;
        if (text.size() < row.size || (row.size > 1 && (byte(1) < row.second_from || byte(1) > row.second_to))) return 0;
        for (std::size_t i = 2; i < row.size; ++i)
            if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
        return row.size;
    }
    return 0;
}

std::string valid_by_table(std::string_view text) {
    std::string valid;
    while (!text.empty()) {
        auto const size = sequence_by_table(text);
        valid += size > 0 ? text.substr(0, size) : "\uFFFD";
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return valid;
}

}  // namespace

TEST_CASE("bytes that are no UTF-8 become replacement characters, one each", "[base]") {
    CHECK(to_valid_utf8("a\xFF\xC3z") == "a\uFFFD\uFFFDz");
    CHECK(to_valid_utf8("\xC0\xAF") == "\uFFFD\uFFFD");          // overlong slash
    CHECK(to_valid_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // surrogate
    CHECK(to_valid_utf8("\xEF\xBB\xBFok") == "ok");              // byte order mark
    CHECK(to_valid_utf8("\xF0\x9F\x98\x80") == "\U0001F600");
}

TEST_CASE("what is UTF-8 and what is not is seen wherever it stands", "[base]") {
    constexpr std::string_view parts[] = {"a", "words of plain text", "\u00E9", "\u00E9\u00FC\u0101", "\u20AC", "\U0001F600", "\xC3", "\xA9", "\xDF\xBF",
                                          "\xE2\x82", "\xF0\x9F", "\xC0\xAF", "\xC1", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"};
    Chance chance(7);
    for (int round = 0; round < 20'000; ++round) {
        std::string text = "x";  // so that no text begins with a byte order mark
        auto const kinds = chance.one_in(2) ? 6U : static_cast<unsigned>(std::size(parts));  // half of them are whole
        for (int count = chance.between(0, 12); count > 0; --count) text += parts[chance.below(kinds)];
        auto const expected = valid_by_table(text);
        bool const agrees = to_valid_utf8(text) == expected && is_valid_utf8(text) == (text == expected);
        if (!agrees) CHECK(to_valid_utf8(text) == expected);
        REQUIRE(agrees);
    }
}

TEST_CASE("a line has single blanks and no hidden characters", "[base]") {
    CHECK(clean_line("  William\t Dally \n") == "William Dally");
    CHECK(clean_line("a\u202Eb\u200Bc\u0007") == "abc");
    CHECK(clean_line("10\u00A0MB") == "10\u00A0MB");
    CHECK(clean_line("z\u0301\u0302\u0303\u0304\u0305\u0306") == "z\u0301\u0302\u0303\u0304");
}

TEST_CASE("paragraphs keep their ends, but not their empty lines", "[base]") {
    CHECK(clean_paragraphs("one\n\n  two  three ") == "one\ntwo three");
}

TEST_CASE("two spellings of a name have one key", "[base]") {
    CHECK(comparison_key("H.T. Kung") == comparison_key("H. T. Kung"));
    CHECK(comparison_key("Dvořák,  Antonín") == "dvorak antonin");
    CHECK(comparison_key("Room 211-213") == comparison_key("room 211 – 213"));
    CHECK(comparison_key("王小明") == "王小明");
    CHECK(comparison_key("Straße") == "strasse");
}

TEST_CASE("words are counted as readers count them", "[base]") {
    CHECK(count_words("Leveraging Sparsity in Training") == 4);
    CHECK(count_words("") == 0);
    CHECK(count_words("東京会議") == 2);
}

TEST_CASE("what has no picture is written out for a log, and nothing else is touched", "[base]") {
    CHECK(escaped_line("Dvo\u0159\u00E1k \\ \u6771\u4EAC \U0001F600 \u00A0") == "Dvo\u0159\u00E1k \\ \u6771\u4EAC \U0001F600 \u00A0");
    CHECK(escaped_line("a\tb\x7F\u0085\u2028\u2066\u200B\xC3") == "a\\x09b\\x7F\\x85\\u2028\\u2066\\u200B\\xC3");
    CHECK(escaped_line("\uFFFD") == "\uFFFD");
}
