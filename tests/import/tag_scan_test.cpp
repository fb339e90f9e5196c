#include "import/page/tag_scan.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

/// "2 div open; 5 b stray"
std::string faults(std::string_view page) {
    std::string out;
    for (UnbalancedTag const& tag : scan_tags(page).unbalanced) {
        if (!out.empty()) out += "; ";
        out += std::to_string(tag.line) + " " + tag.name;
        out += tag.fault == UnbalancedTag::Fault::never_closed ? " open" : " stray";
    }
    return out;
}

std::string repeated(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("elements that are never closed are named where they begin", "[import]") {
    CHECK(faults("<div>\n<div>\n<section>\n<p>x</section>") == "1 div open; 2 div open");
    CHECK(faults("<div>\n <div>\n</div>") == "1 div open");
    CHECK(faults("<div><b>x</div>") == "1 b open");
    CHECK(faults("</div>") == "1 div stray");
}

TEST_CASE("tags that may be left out are not missed", "[import]") {
    CHECK(faults("<table><tr><td>1<td>2<tr><td>3</table>") == "");
    CHECK(faults("<ul><li>1<li>2</ul><p>a<p>b<br><img src=x>") == "");
    CHECK(faults("<p>a<div>b</div></p>") == "");
}

TEST_CASE("comments, scripts and quoted signs hold no tags", "[import]") {
    CHECK(faults("<!-- <div> -->") == "");
    CHECK(faults("<script>if (a < b) document.write('<div>')</script>") == "");
    CHECK(faults("<a title='<div>'>x</a>") == "");
    CHECK(faults("<svg><path d='x'/><g><circle/></g></svg>") == "");
}

TEST_CASE("bare ampersands in text are counted, those in addresses are not", "[import]") {
    using Lines = std::vector<int>;
    CHECK(scan_tags("Q&A\nArts & Sciences & more\n&amp; &#38; &#x26;").bare_ampersand_lines == Lines{1, 2});
    CHECK(scan_tags("<a href='?a=1&b=2'>x</a><!-- a & b -->").bare_ampersand_lines == Lines{});
    CHECK(scan_tags("&").bare_ampersand_lines == Lines{1});
}

TEST_CASE("pages that would exhaust a parser are refused", "[import]") {
    CHECK(scan_tags(repeated("<p>text</p><ul><li>a<li>b</ul>", 5000)).is_within_limits);
    CHECK_FALSE(scan_tags(repeated("<div>", 5000)).is_within_limits);
    CHECK_FALSE(scan_tags(repeated("<x><div></x></div>", 5000)).is_within_limits);
    CHECK_FALSE(scan_tags("<p" + repeated(" a", 5000) + ">").is_within_limits);
    std::string fonts;
    for (int i = 0; i < 3000; ++i) fonts += "<p><font size=" + std::to_string(i) + "></p>";
    CHECK_FALSE(scan_tags(fonts).is_within_limits);
}
