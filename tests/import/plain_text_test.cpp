#include "import/plain_text.hpp"

#include "import/text/html_entities.hpp"
#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("entities are decoded once", "[import]") {
    CHECK(decode_entities("Methods &amp; Culture") == "Methods & Culture");
    CHECK(decode_entities("&amp;lt;b&amp;gt;") == "&lt;b&gt;");
    CHECK(decode_entities("don&#39;t &#x2019; &uuml;&hellip;") == "don't \u2019 \u00FC\u2026");
    CHECK(decode_entities("&#146;") == "\u2019");
    CHECK(decode_entities("&#0;&#xD800;&#1114112;&#99999999999;") == "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(decode_entities("R&D; AT&T & &nosuch; &") == "R&D; AT&T & &nosuch; &");
}

TEST_CASE("HTML becomes paragraphs", "[import]") {
    CHECK(plain_paragraphs("<p>One\nline &amp; more.</p>\n<p>Two<br/>three</p>").text == "One line & more.\nTwo\nthree");
    CHECK(plain_paragraphs("<ul><li>a</li><li class=\"x>y\">b</li></ul>").text == "\u2022 a\n\u2022 b");
    CHECK(plain_paragraphs("See <a href='http://example.org/?a=1&b=2'>this</a>.").text == "See this.");
    CHECK(plain_paragraphs("a<!-- b -->c").text == "ac");
    CHECK(plain_paragraphs("<p>&lt;b&gt;</p>").text == "<b>");
    CHECK(plain_paragraphs("<p>x</p>").had_markup);
    CHECK_FALSE(plain_paragraphs("x").had_markup);
}

TEST_CASE("scripts and styles never show, whatever they hold", "[import]") {
    CHECK(plain_paragraphs("a<script>alert('<p>x</p>')</script>b").text == "ab");
    CHECK(plain_paragraphs("a<STYLE type=x>p { }</STYLE >b").text == "ab");
    CHECK(plain_paragraphs("a<script>never closed").text == "a");
    CHECK(plain_paragraphs("a<scr<script>x</script>ipt>").text == "a<script>");  // text, as nothing reads it again
}

TEST_CASE("what only looks like a tag is text", "[import]") {
    CHECK(plain_paragraphs("vector<int> and a < b > c").text == "vector<int> and a < b > c");
    CHECK(plain_line("The <blink> of std::map<K, V>").text == "The <blink> of std::map<K, V>");
    CHECK(plain_line("ends with <b").text == "ends with <b");
    CHECK(plain_line("<b>Bold</b> <i>move</i>").text == "Bold move");
}

TEST_CASE("Markdown loses its marks", "[import]") {
    CHECK(plain_paragraphs("# Heading #\n\n* one\n- two\n\n> said\n\n---\nend").text == "Heading\n\u2022 one\n\u2022 two\nsaid\nend");
    CHECK(plain_paragraphs("**strong**, *so*, _so_, ~~gone~~, `code`").text == "strong, so, so, gone, code");
    CHECK(plain_paragraphs("**[a *link*](http://example.org)** ![picture](x.png)").text == "a link picture");
    CHECK(plain_paragraphs("escaped \\*stars\\*").text == "escaped *stars*");
    CHECK(plain_paragraphs("```c\nint x;\n```").text == "int x;");
}

TEST_CASE("what only looks like Markdown is text", "[import]") {
    CHECK(plain_paragraphs("snake_case_name and 2 * 3 * 4").text == "snake_case_name and 2 * 3 * 4");
    CHECK(plain_paragraphs("#hashtag [note] (aside)").text == "#hashtag [note] (aside)");
    CHECK(plain_paragraphs("5 > 3 -> yes").text == "5 > 3 -> yes");
    CHECK(plain_line("*args, __init__ and # of _things_").text == "*args, __init__ and # of _things_");
    CHECK(plain_line("[A link](http://example.org) in **bold**").text == "A link in bold");
    CHECK(plain_line("f[i](what it is) for all").text == "f[i](what it is) for all");
}

TEST_CASE("TeX becomes Unicode where it is TeX", "[import]") {
    CHECK(plain_paragraphs("We show $x_i^2 \\le y_1$ in $O(n)$ for $5.").text == "We show x_i² ≤ y₁ in O(n) for $5.");
    CHECK(plain_paragraphs("``quoted'' and \\emph{so}, \\textbf{bold}").text == "“quoted” and so, bold");
    CHECK(plain_line("Folding $n$ sheets for $5 or $10").text == "Folding n sheets for $5 or $10");
    CHECK(plain_line("From $100+$20 to $5=$6 and $a=b$").text == "From $100+$20 to $5=$6 and a=b");
}

TEST_CASE("a name is hardly ever markup", "[import]") {
    CHECK(plain_name("Jo <script>alert('hi');</script>").text == "Jo <script>alert('hi');</script>");
    CHECK(plain_name("A &amp; B").text == "A & B");
    CHECK(plain_name("snake_*case*").text == "snake_*case*");
    CHECK(plain_name("<b>Jo</b><br>Doe").text == "Jo Doe");
    CHECK(plain_names("Jane Doe<br/>John Roe").text == "Jane Doe\nJohn Roe");
    CHECK(plain_names("<ul><li>Jane Doe</li><li>John Roe</li></ul>").text == "Jane Doe\nJohn Roe");
}

TEST_CASE("what a page means as text stays", "[import]") {
    CHECK(plain_page_text("The <table> element & more").text == "The <table> element & more");
    CHECK_FALSE(plain_page_text("The <table> element & more").had_markup);
    CHECK(plain_page_text("Paper &amp; **Scissors**").text == "Paper & Scissors");
}

TEST_CASE("bidi overrides, controls and blanks go, damage is told", "[import]") {
    CHECK(plain_line(" a\u202Eb\x01\t\nc ").text == "ab c");
    CHECK(plain_line(" a").had_blanks);
    CHECK(plain_paragraphs("a\r\n\r\nb").text == "a\nb");
    CHECK(plain_line("caf\uFFFD").is_damaged);
}
