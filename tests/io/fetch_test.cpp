#include "io/fetch.hpp"

#include <thread>

#include "faults/fault_server.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

FetchOptions quick() {
    FetchOptions options;
    options.limits.idle = seconds{2};
    options.limits.total = seconds{3};
    return options;
}

std::string message(Outcome<Fetched> const& fetched) {
    CHECK(fetched.problems.size() == 1);
    return fetched.problems.empty() ? std::string() : fetched.problems.front().message;
}

}  // namespace

TEST_CASE("what is known of the bytes is sent along, and nothing that could not be right", "[io]") {
    FaultServer server("page");
    auto options = quick();
    options.known = {"\"seven\"", "Sun, 06 Nov 1994 08:49:37 GMT"};
    CHECK(fetch(server.url(), options).value->body == "page");
    auto const request = server.requests().at(0);
    for (auto const* field :
         {"\r\nIf-None-Match: \"seven\"\r\n", "\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n",
          "\r\nAccept-Encoding: gzip\r\n", "\r\nUser-Agent: kiosk/"})
        CHECK(request.find(field) != std::string::npos);
    options.known = {"\"a\"\r\nX-Forged: yes", "yesterday"};
    server.behave("ok");
    CHECK(fetch(server.url(), options).value);
    for (auto const* field : {"If-", "X-Forged"})
        CHECK(server.requests().at(0).find(field) == std::string::npos);
}

TEST_CASE("bytes that have not changed are not sent again, if one said that one has them", "[io]") {
    FaultServer server("page");
    server.behave("304-etag");
    auto options = quick();
    options.known.etag = "\"seven\"";
    auto const same = fetch(server.url(), options);
    REQUIRE(same.value);
    CHECK(same.value->not_modified);
    CHECK_FALSE(same.value->body);
    CHECK(same.value->etag == "\"seven\"");
    CHECK(same.problems.empty());
    auto const unasked = fetch(server.url(), quick());
    CHECK_FALSE(unasked.value->not_modified);
    CHECK(message(unasked) ==
          "cannot be fetched: the server answers 304 (not changed, though that was not asked)");
}

TEST_CASE("a server that wants to be left alone says for how long", "[io]") {
    FaultServer server("page");
    for (auto const& [name, wait] : {std::pair{"429-seconds", seconds{7}},
                                     {"429-date", seconds{30}},
                                     {"429-absurd", seconds{hours{24 * 365}}},
                                     {"503-retry-after", seconds{120}}}) {
        server.behave(name);
        auto const fetched = fetch(server.url(), quick());
        REQUIRE(fetched.value);
        CHECK(fetched.value->retry_after == wait);
        CHECK_FALSE(fetched.value->body);
        CHECK_FALSE(fetched.value->server_date);  // anybody could say so without https
    }
}

TEST_CASE("after redirects it is known whose answer it is", "[io][E10]") {
    FaultServer server("page");
    server.behave("redirect-chain:3");
    CHECK(fetch(server.url(), quick()).value->url == server.url("/?hop=3"));
    CHECK(server.requests().size() == 4);
}

TEST_CASE("a fetch ends within 200 ms when it is not wanted any more", "[io]") {
    FaultServer server("page");
    for (auto const* name : {"never", "stall-head", "stall-body", "drip:100", "endless-404"}) {
        server.behave(name);
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread const caller([&] {
            std::this_thread::sleep_for(milliseconds{50});
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        auto const fetched = fetch(server.url(), quick(), stop.get_token());
        if (std::string_view(name) == "endless-404") continue;  // over at once
        CHECK(std::chrono::steady_clock::now() - asked < milliseconds{200});
        CHECK(fetched.problems.at(0).severity == Severity::note);
        CHECK_FALSE((fetched.value && fetched.value->body));
    }
    std::stop_source stop;
    stop.request_stop();
    server.behave("ok");
    CHECK(message(fetch(server.url(), quick(), stop.get_token())) ==
          "cannot be fetched: given up, as the program wants it no more");
}

TEST_CASE("addresses that are not of the web are refused before anything is opened", "[io][E10]") {
    for (auto const* url : {"file:///etc/passwd", "ftp://127.0.0.1/", "/etc/passwd", "",
                            "gopher://127.0.0.1/", "FILE:///etc/passwd"})
        CHECK(message(fetch(url, quick())) ==
              "cannot be fetched: only http and https addresses can be fetched");
    for (auto const* url : {"http://", "http://[::1/", "http://a b/"})
        CHECK(message(fetch(url, quick())) == "cannot be fetched: that is not a URL");
}

TEST_CASE("what a schedule names may not lie in the venue's network, however it is written", "[io]") {
    FaultServer server("page");
    auto options = quick();
    options.reach = Reach::internet_only;
    auto const port = server.url().substr(server.url().rfind(':'));
    for (auto const* host : {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]",
                             "www.example.org@127.0.0.1", "0"}) {
        auto const text = message(fetch(std::string("http://") + host + port, options));
        INFO(text);
        CHECK(text.find("is an address of this machine or of the venue's network") != std::string::npos);
    }
    CHECK(server.requests().empty());
}

TEST_CASE("a password in a URL is used and never told", "[io][J5]") {
    FaultServer server("page");
    auto const url = "http://ada:secret@" + server.url("/day?token=secret").substr(7);
    CHECK(fetch(url, quick()).value->body == "page");
    CHECK(server.requests().at(0).find("\r\nAuthorization: Basic YWRhOnNlY3JldA==") != std::string::npos);
    for (auto const* name : {"404", "redirect-file", "reset", "307-loop", "never"}) {
        server.behave(name);
        auto options = quick();
        options.limits.idle = milliseconds{50};
        auto const line = to_line(fetch(url, options).problems.at(0));
        CHECK(line.find("secret") == std::string::npos);
        CHECK(line.find("http://***@127.0.0.1") == 0);
    }
}

TEST_CASE("one clear line says that a name does not exist", "[io]") {
    auto options = quick();
    options.limits.connect = seconds{1};
    auto const begin = std::chrono::steady_clock::now();
    auto const text = message(fetch("http://no-such-name.invalid/", options));
    CHECK(std::chrono::steady_clock::now() - begin < milliseconds{1300});
    // Without a network, name servers may be silent rather than say no.
    bool const is_clear = text == "cannot be fetched: the name no-such-name.invalid was not found" ||
                          text.starts_with("cannot be fetched: timed out after 1 s");
    CHECK(is_clear);
}

TEST_CASE("several fetches run at once", "[io]") {
    FaultServer server("page");
    std::vector<std::jthread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 10; ++j) good += fetch(server.url(), quick()).value->body == "page";
        });
    threads.clear();
    CHECK(good == 40);
}
