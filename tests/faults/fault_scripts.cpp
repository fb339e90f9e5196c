#include "faults/fault_scripts.hpp"

#include <charconv>
#include <functional>
#include <stdexcept>
#include <utility>

#include <zlib.h>

#include <fmt/format.h>

namespace kiosk {
namespace {

constexpr std::string_view html_type = "text/html; charset=utf-8";

std::string packed(std::string_view bytes, int window) {
    z_stream zlib{};
    deflateInit2(&zlib, Z_BEST_SPEED, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    std::string input(bytes), output(deflateBound(&zlib, bytes.size()) + 64, '\0');
    zlib.next_in = reinterpret_cast<Bytef*>(input.data());
    zlib.avail_in = static_cast<uInt>(input.size());
    zlib.next_out = reinterpret_cast<Bytef*>(output.data());
    zlib.avail_out = static_cast<uInt>(output.size());
    deflate(&zlib, Z_FINISH);
    output.resize(zlib.total_out);
    deflateEnd(&zlib);
    return output;
}

std::string const& bomb() {
    static std::string const packed_zeros = gzipped(std::string(64U << 20, '\0'));
    return packed_zeros;
}

std::string head(std::string_view status, std::string_view fields) {
    return fmt::format("HTTP/1.1 {}\r\n{}\r\n", status, fields);
}
std::string length_field(std::size_t length) { return fmt::format("Content-Length: {}\r\n", length); }
std::string ok_head(std::size_t length, std::string_view fields = {}) {
    return head("200 OK", length_field(length).append(fields));
}

std::string many_fields() {
    std::string fields;
    for (int i = 0; i < 20000; ++i) fields += fmt::format("X-{}: y\r\n", i);
    return fields;
}

std::string in_chunks(std::string_view bytes, std::size_t size = 100) {
    std::string all;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(size, bytes.size())))
        all += fmt::format("{:x}\r\n{}\r\n", std::min(size, bytes.size()), bytes.substr(0, size));
    return all + "0\r\n\r\n";
}

FaultScript say(std::string bytes, FaultEnding ending = FaultEnding::close) {
    return {{{std::move(bytes)}}, ending};
}
FaultScript good(std::string bytes, std::string whole, FaultEnding ending = FaultEnding::close) {
    return {{{std::move(bytes)}}, ending, std::move(whole)};
}
FaultScript page(std::string const& body, std::string_view type = html_type) {
    return good(ok_head(body.size(), fmt::format("Content-Type: {}\r\n", type)) + body, body);
}
FaultScript status(std::string_view line, std::string_view fields = {}) {
    constexpr std::string_view text = "<html><body>an answer that is no schedule</body></html>";
    return say(head(line, length_field(text.size()).append(fields)).append(text));
}
FaultScript redirect(std::string_view location, std::string_view line = "302 Found") {
    return say(head(line, fmt::format("Location: {}\r\nContent-Length: 0\r\n", location)));
}
FaultScript packed_as(std::string_view coding, std::string const& bytes) {
    return say(ok_head(bytes.size(), fmt::format("Content-Encoding: {}\r\n", coding)) + bytes);
}
FaultScript with_whole(FaultScript script, std::string whole) {
    script.whole = std::move(whole);
    return script;
}
FaultScript without_length(std::string_view fields, std::string_view bytes) {
    return say(head("200 OK", fields).append(bytes));
}
FaultScript chunked(std::string_view bytes) {
    return without_length("Transfer-Encoding: chunked\r\n", bytes);
}

/// From the page's first redirect to the page itself.
FaultScript chain(FaultContext const& c, int length) {
    int hop = 0;
    if (auto const at = c.path.find("?hop="); at != c.path.npos)
        std::from_chars(c.path.data() + at + 5, c.path.data() + c.path.size(), hop);
    return hop == length ? page(c.body) : redirect(fmt::format("/?hop={}", hop + 1));
}

/// A script that does not end well, but would if it were waited for.
FaultScript dripping(std::string const& before, std::string const& drops, int ms, std::string whole) {
    return {{{before}, {drops, milliseconds{ms}, true}},
            FaultEnding::close,
            ms < 10 ? std::optional(std::move(whole)) : std::nullopt};
}

using Maker = std::function<FaultScript(FaultContext const&, int number)>;
using Named = std::pair<std::string_view, Maker>;

#define SCRIPT(...)                                   \
    [](FaultContext const& c, int n) -> FaultScript { \
        (void)c, (void)n;                             \
        return __VA_ARGS__;                           \
    }

std::vector<Named> const& whole_answers() {
    static std::vector<Named> const all{
        {"ok", SCRIPT(page(c.body))},
        {"slow-accept", SCRIPT(page(c.body))},
        {"keep-open", SCRIPT(good(ok_head(c.body.size()) + c.body, c.body, FaultEnding::hold))},
        {"no-length", SCRIPT(with_whole(without_length("Connection: close\r\n", c.body), c.body))},
        {"http-1.0", SCRIPT(good("HTTP/1.0 200 OK\r\n\r\n" + c.body, c.body))},
        {"chunked", SCRIPT(with_whole(chunked(in_chunks(c.body)), c.body))},
        {"gzip", SCRIPT(with_whole(packed_as("gzip", gzipped(c.body)), c.body))},
        {"gzip-two-members",
         SCRIPT(with_whole(packed_as("gzip", gzipped(c.body.substr(0, 50)) + gzipped(c.body.substr(50))),
                           c.body))},
        {"gzip-chunked",
         SCRIPT(with_whole(without_length("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
                                          in_chunks(gzipped(c.body))),
                           c.body))},
        {"deflate", SCRIPT(with_whole(packed_as("deflate", deflated(c.body)), c.body))},
        {"continue-once",
         SCRIPT(good("HTTP/1.1 100 Continue\r\n\r\n" + ok_head(c.body.size()) + c.body, c.body))},
        {"same-length-twice",
         SCRIPT(good(ok_head(c.body.size(), length_field(c.body.size())) + c.body, c.body))},
        {"header-odd-bytes",
         SCRIPT(good(ok_head(c.body.size(), "X-Odd: \x80\xFF\x01\x1B[31m\r\n") + c.body, c.body))},
        {"redirect-chain", SCRIPT(chain(c, n))},
        {"html-error-page", SCRIPT(page("<!DOCTYPE html><title>Sorry</title><h1>We will be back soon</h1>"))},
        {"captive-portal",
         SCRIPT(page("<html><form action=\"http://login.wifi/\">Accept the terms</form></html>"))},
        {"empty-body", SCRIPT(page(""))},
        {"whitespace", SCRIPT(page(" \r\n\t\n"))},
        {"bom-only", SCRIPT(page("\xEF\xBB\xBF"))},
        {"wrong-type", SCRIPT(page(c.body, "image/png"))},
    };
    return all;
}

std::vector<Named> const& slow_answers() {
    static std::vector<Named> const all{
        {"never", SCRIPT(FaultScript({}, FaultEnding::hold))},
        {"stall-head", SCRIPT(say("HTTP/1.1 20", FaultEnding::hold))},
        {"stall-body",
         SCRIPT(say(ok_head(c.body.size()) + c.body.substr(0, c.body.size() / 2), FaultEnding::hold))},
        {"stall-chunk",
         SCRIPT({{{head("200 OK", "Transfer-Encoding: chunked\r\n") + "64\r\nhalf of"}}, FaultEnding::hold})},
        {"drip", SCRIPT(dripping(ok_head(c.body.size()), c.body, n, c.body))},
        {"drip-head", SCRIPT(dripping("", ok_head(c.body.size()) + c.body, n, c.body))},
        {"endless", SCRIPT({{{head("200 OK", "")}, {std::string(65536, 'x'), {}, false, true}}})},
        {"endless-chunks", SCRIPT({{{head("200 OK", "Transfer-Encoding: chunked\r\n")},
                                    {"4000\r\n" + std::string(0x4000, 'x') + "\r\n", {}, false, true}}})},
        {"endless-headers",
         SCRIPT({{{"HTTP/1.1 200 OK\r\n"}, {"X-More: and more of it\r\n", {}, false, true}}})},
        {"endless-404", SCRIPT({{{head("404 Not Found", "")}, {std::string(65536, 'x'), {}, false, true}}})},
        {"continue-for-ever", SCRIPT({{{"HTTP/1.1 100 Continue\r\n\r\n", {}, false, true}}})},
    };
    return all;
}

std::vector<Named> const& broken_answers() {
    static std::vector<Named> const all{
        {"reset", SCRIPT(FaultScript({}, FaultEnding::reset))},
        {"reset-head", SCRIPT(say("HTTP/1.1 200 OK\r\nContent-", FaultEnding::reset))},
        {"reset-body", SCRIPT(say(ok_head(c.body.size()) + c.body.substr(0, 100), FaultEnding::reset))},
        {"close", SCRIPT(FaultScript{})},
        {"close-head", SCRIPT(say("HTTP/1.1 200 OK\r\nContent-"))},
        {"cut", SCRIPT(say(ok_head(c.body.size()) +
                           c.body.substr(0, c.body.size() * static_cast<std::size_t>(n) / 100)))},
        {"short-length", SCRIPT(say(ok_head(c.body.size() / 2) + c.body))},
        {"short-length-slow",
         SCRIPT({{{ok_head(100) + c.body.substr(0, 100)}, {c.body.substr(100), milliseconds{30}}}})},
        {"long-length", SCRIPT(say(ok_head(c.body.size() + 10) + c.body))},
        {"two-lengths", SCRIPT(say(ok_head(c.body.size(), "Content-Length: 7\r\n") + c.body))},
        {"length-list",
         SCRIPT(say(head("200 OK", fmt::format("Content-Length: {}, 7\r\n", c.body.size())) + c.body))},
        {"length-negative", SCRIPT(without_length("Content-Length: -1\r\n", c.body))},
        {"length-words", SCRIPT(without_length("Content-Length: many\r\n", c.body))},
        {"length-over-64-bits", SCRIPT(without_length("Content-Length: 18446744073709551620\r\n", c.body))},
        {"length-huge", SCRIPT(without_length("Content-Length: 9000000000\r\n", c.body))},
        {"length-and-chunks",
         SCRIPT(say(ok_head(c.body.size(), "Transfer-Encoding: chunked\r\n") + in_chunks(c.body)))},
        {"gzip-cut", SCRIPT(without_length("Content-Encoding: gzip\r\n", gzipped(c.body).substr(0, 60)))},
        {"gzip-cut-length-right", SCRIPT(packed_as("gzip", gzipped(c.body).substr(0, 60)))},
        {"gzip-no-trailer", SCRIPT(packed_as("gzip", gzipped(c.body).substr(0, gzipped(c.body).size() - 4)))},
        {"gzip-damaged", SCRIPT(packed_as("gzip", gzipped(c.body).replace(40, 8, "damaged!")))},
        {"gzip-tail", SCRIPT(packed_as("gzip", gzipped(c.body) + "and more"))},
        {"gzip-not", SCRIPT(packed_as("gzip", c.body))},
        {"gzip-bomb", SCRIPT(packed_as("gzip", bomb()))},
        {"gzip-twice", SCRIPT(packed_as("gzip", gzipped(gzipped(c.body))))},
        {"gzip-double", SCRIPT(packed_as("gzip, gzip", gzipped(gzipped(c.body))))},
        {"br", SCRIPT(packed_as("br", c.body))},
        {"transfer-gzip", SCRIPT(without_length("Transfer-Encoding: gzip\r\n", gzipped(c.body)))},
        {"chunk-size-bad", SCRIPT(chunked("xyz\r\n" + c.body + "\r\n0\r\n\r\n"))},
        {"chunk-size-huge", SCRIPT(chunked("ffffffffffffffffff\r\n" + c.body + "\r\n0\r\n\r\n"))},
        {"chunk-cut", SCRIPT(chunked("190\r\n" + c.body.substr(0, 100)))},
        {"chunk-last-missing", SCRIPT(chunked(in_chunks(c.body).substr(0, in_chunks(c.body).size() - 5)))},
    };
    return all;
}

std::vector<Named> const& odd_headers() {
    static std::vector<Named> const all{
        {"garbage-status", SCRIPT(say("HTTP/1.1 OK 200\r\n\r\n" + c.body))},
        {"status-999", SCRIPT(say("HTTP/1.1 999 Strange\r\n\r\n" + c.body))},
        {"http-0.9", SCRIPT(say(c.body))},
        {"binary", SCRIPT(say(std::string("\x16\x03\x01\x00\xA5\x01\x00\x00", 8) + std::string(300, '\0')))},
        {"header-no-colon", SCRIPT(say(ok_head(c.body.size(), "no colon here\r\n") + c.body))},
        {"header-nul", SCRIPT(say("HTTP/1.1 200 OK\r\nX-Nul: a" + std::string(1, '\0') + "b\r\n" +
                                  length_field(c.body.size()) + "\r\n" + c.body))},
        {"header-line-1mb",
         SCRIPT(say(ok_head(c.body.size(), "X-Long: " + std::string(1U << 20, 'x') + "\r\n") + c.body))},
        {"header-many", SCRIPT(say(ok_head(c.body.size(), many_fields()) + c.body))},
        {"204", SCRIPT(say(head("204 No Content", "")))},
        {"206", SCRIPT(status("206 Partial Content", "Content-Range: bytes 0-54/400\r\n"))},
        {"304", SCRIPT(say(head("304 Not Modified", "")))},
        {"304-etag", SCRIPT(say(head("304 Not Modified", "ETag: \"seven\"\r\n")))},
        {"400", SCRIPT(status("400 Bad Request"))},
        {"401", SCRIPT(status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n"))},
        {"403", SCRIPT(status("403 Forbidden"))},
        {"404", SCRIPT(status("404 Not Found"))},
        {"410", SCRIPT(status("410 Gone"))},
        {"429-seconds", SCRIPT(status("429 Too Many Requests", "Retry-After: 7\r\n"))},
        {"429-date",
         SCRIPT(status(
             "429 Too Many Requests",
             "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:50:07 GMT\r\n"))},
        {"429-absurd", SCRIPT(status("429 Too Many Requests", "Retry-After: 99999999999999999999\r\n"))},
        {"500", SCRIPT(status("500 Internal Server Error"))},
        {"502", SCRIPT(status("502 Bad Gateway"))},
        {"503-retry-after", SCRIPT(status("503 Service Unavailable", "Retry-After: 120\r\n"))},
        {"flapping", SCRIPT(c.request % 2 ? status("500 Internal Server Error") : page(c.body))},
    };
    return all;
}

std::vector<Named> const& redirects() {
    static std::vector<Named> const all{
        {"301-no-location", SCRIPT(say(head("301 Moved Permanently", "Content-Length: 0\r\n")))},
        {"303-empty-location", SCRIPT(redirect("", "303 See Other"))},
        {"307-loop", SCRIPT(redirect(c.path, "307 Temporary Redirect"))},
        {"308-ping-pong", SCRIPT(redirect(c.path == "/a" ? "/b" : "/a", "308 Permanent Redirect"))},
        {"300", SCRIPT(status("300 Multiple Choices"))},
        {"redirect-too-often", SCRIPT(chain(c, 6))},
        {"redirect-1mb", SCRIPT(redirect("/" + std::string(1U << 20, 'x')))},
        {"redirect-file", SCRIPT(redirect("file:///etc/passwd"))},
        {"redirect-ftp", SCRIPT(redirect("ftp://127.0.0.1/schedule.html"))},
        {"redirect-gopher", SCRIPT(redirect("gopher://127.0.0.1:70/_GET"))},
        {"redirect-data", SCRIPT(redirect("data:text/html,<h1>Hello</h1>"))},
        {"redirect-nonsense", SCRIPT(redirect("http://[::1/%%%"))},
        {"redirect-private", SCRIPT(redirect("http://10.0.0.1/"))},
        {"redirect-metadata", SCRIPT(redirect("http://169.254.169.254/latest/meta-data/"))},
        {"redirect-mapped", SCRIPT(redirect("http://[::ffff:192.168.1.1]/"))},
        {"redirect-decimal", SCRIPT(redirect("http://167772161/"))},
        {"redirect-userinfo", SCRIPT(redirect("http://127.0.0.1@10.0.0.1/"))},
        {"redirect-unspecified", SCRIPT(redirect("http://0.0.0.0:1/"))},
    };
    return all;
}

}  // namespace

std::string gzipped(std::string_view bytes) { return packed(bytes, 16 + 15); }
std::string deflated(std::string_view bytes) { return packed(bytes, 15); }

FaultScript fault_script(std::string_view name, FaultContext const& context) {
    auto const colon = name.find(':');
    int number = 0;
    if (colon != name.npos) std::from_chars(name.data() + colon + 1, name.data() + name.size(), number);
    for (auto const* list :
         {&whole_answers(), &slow_answers(), &broken_answers(), &odd_headers(), &redirects()})
        for (auto const& [known, make] : *list)
            if (known == name.substr(0, colon)) return make(context, number);
    throw std::invalid_argument("no behaviour is called " + std::string(name));
}

std::vector<std::string> fault_names() {
    std::vector<std::string> names;
    for (auto const* list :
         {&whole_answers(), &slow_answers(), &broken_answers(), &odd_headers(), &redirects()})
        for (auto const& [name, make] : *list) {
            if (name == "cut") names.insert(names.end(), {"cut:1", "cut:50", "cut:99"});
            else if (name == "drip" || name == "drip-head")
                names.insert(names.end(), {fmt::format("{}:1", name), fmt::format("{}:100", name)});
            else if (name == "redirect-chain")
                names.insert(names.end(), {"redirect-chain:1", "redirect-chain:5"});
            else names.emplace_back(name);
        }
    return names;
}

}  // namespace kiosk
