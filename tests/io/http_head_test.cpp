#include "io/http_head.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

HttpHead head_of(std::vector<std::string> const& lines) {
    HeadReader reader;
    for (auto const& line : lines) reader.add(line + "\r\n");
    return reader.head();
}

std::string fault_of(std::vector<std::string> lines) {
    lines.insert(lines.begin(), "HTTP/1.1 200 OK");
    return framing_of(head_of(lines)).fault;
}

}  // namespace

TEST_CASE("a header is read without the interim ones before it and the fields behind the body", "[io]") {
    HeadReader reader;
    for (auto const* line : {"HTTP/1.1 100 Continue\r\n", "X-Early: yes\r\n", "\r\n"}) reader.add(line);
    CHECK_FALSE(reader.is_complete());
    for (auto const* line :
         {"HTTP/1.1 200 OK\r\n", "ETag:  \"a\" \r\n", "X-Long: one\r\n", "  two\r\n", "\r\n"})
        reader.add(line);
    CHECK(reader.is_complete());
    reader.add("ETag: \"behind\"\r\n");
    CHECK(reader.head().status == 200);
    CHECK(reader.head().field("etag") == "\"a\"");
    CHECK(reader.head().field("x-long") == "one two");
    CHECK(reader.head().field("x-early").empty());
}

TEST_CASE("lengths that agree are one, and all others are none", "[io]") {
    CHECK(framing_of(head_of({"HTTP/1.1 200 OK", "Content-Length: 7", "Content-Length: 7, 7"})).length == 7);
    CHECK_FALSE(framing_of(head_of({"HTTP/1.1 200 OK"})).length);
    CHECK(fault_of({"Content-Length: 7", "Content-Length: 8"}) == "it names two lengths, 7 and 8");
    for (auto const* length : {"", "-7", "+7", "7.0", "0x7", "7 8", "18446744073709551616"})
        CHECK(fault_of({std::string("Content-Length: ") + length}).ends_with("is no number"));
    CHECK_FALSE(fault_of({"Transfer-Encoding: chunked", "Content-Length: 7"}).empty());
    CHECK(fault_of({"Transfer-Encoding: chunked"}).empty());
    CHECK_FALSE(fault_of({"Transfer-Encoding: gzip, chunked"}).empty());
}

TEST_CASE("only packings that were asked for are unpacked", "[io]") {
    CHECK(framing_of(head_of({"HTTP/1.1 200 OK", "Content-Encoding: GZip"})).packing == Packing::gzip);
    CHECK(framing_of(head_of({"HTTP/1.1 200 OK", "Content-Encoding: identity, deflate"})).packing ==
          Packing::deflate);
    CHECK(framing_of(head_of({"HTTP/1.1 200 OK", "Content-Encoding:"})).packing == Packing::none);
    CHECK(fault_of({"Content-Encoding: br"}) == "it is packed as \"br\", which was not asked for");
    CHECK_FALSE(fault_of({"Content-Encoding: gzip", "Content-Encoding: gzip"}).empty());
}

TEST_CASE("a validator that is not written as validators are is not sent back", "[io]") {
    CHECK(safe_etag("\"abc\"") == "\"abc\"");
    CHECK(safe_etag("W/\"\"") == "W/\"\"");
    for (auto const* etag : {"", "abc", "\"", "\"a\"b\"", "\"a\r\nX: y\"", "w/\"a\"", "\"a b\""})
        CHECK(safe_etag(etag).empty());
    CHECK(safe_etag("\"" + std::string(300, 'x') + "\"").empty());
    CHECK_FALSE(safe_last_modified("Sun, 06 Nov 1994 08:49:37 GMT").empty());
    CHECK(safe_last_modified("yesterday").empty());
    CHECK(safe_last_modified(std::string_view("S\0n, 06 Nov 1994 08:49:37 GMT", 29)).empty());
    CHECK(safe_last_modified("S\x1Bn, 06 Nov 1994 08:49:37 GMT").empty());
}
