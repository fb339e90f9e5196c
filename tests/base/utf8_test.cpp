#include "base/utf8.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("bytes that are no UTF-8 become replacement characters, one each", "[base]") {
    CHECK(to_valid_utf8("a\xFF\xC3z") == "a\uFFFD\uFFFDz");
    CHECK(to_valid_utf8("\xC0\xAF") == "\uFFFD\uFFFD");          // overlong slash
    CHECK(to_valid_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // surrogate
    CHECK(to_valid_utf8("\xEF\xBB\xBFok") == "ok");              // byte order mark
    CHECK(to_valid_utf8("\xF0\x9F\x98\x80") == "\U0001F600");
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
