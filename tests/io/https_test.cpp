// Whom a fetch believes. The certificates are made on the spot.
#include <fstream>

#include <fmt/format.h>

#include "faults/fault_server.hpp"
#include "faults/tls_server.hpp"
#include "io/fetch.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

FetchOptions trusting(std::filesystem::path ca_file) {
    FetchOptions options;
    options.limits.total = seconds{5};
    options.ca_file = std::move(ca_file);
    return options;
}

std::string refusal(std::string const& url, std::filesystem::path ca_file) {
    auto const fetched = fetch(url, trusting(std::move(ca_file)));
    CHECK_FALSE(fetched.value);
    return fetched.problems.at(0).message + "; " + fetched.problems.at(0).hint;
}

}  // namespace

TEST_CASE("a server is believed if its certificate is right, and told apart if it is not", "[io][https][D4][E19]") {
    if (!CertificateFolder::has_openssl()) {
        WARN("the program openssl is not installed: nothing about https was checked");
        return;
    }
    CertificateFolder folder;
    std::ofstream(folder.path() / "page") << "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nDate: Sun, 06 Nov 1994 "
                                             "08:49:37 GMT\r\nAge: 60\r\n\r\nhello";
    FaultServer canary("plain");
    std::ofstream(folder.path() / "down")
        << "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " << canary.url() << "\r\n\r\n";
    folder.certify("good");
    {
        TlsServer const server(folder, "good");
        auto const fetched = fetch(server.url("page"), trusting(folder.ca_file()));
        REQUIRE(fetched.value);
        CHECK(fetched.value->body == "hello");
        CHECK(fetched.value->server_date == parse_time_argument("1994-11-06T08:50:37Z")->instant);
        // Not the machine's authorities: nobody there knows this one.
        CHECK(refusal(server.url("page"), {}).find("certificate is not valid for 127.0.0.1") !=
              std::string::npos);
        CHECK(refusal(server.url("page"), folder.path() / "nothing")
                  .find("certificates to trust cannot be read") != std::string::npos);
        CHECK(refusal(server.url("down"), folder.ca_file()).find("which is not secured, as this one is") !=
              std::string::npos);
        CHECK(canary.requests().empty());
    }
    SECTION("one of the future: the machine's clock may be wrong") {
        folder.certify("future", "20900101000000Z");
        TlsServer const server(folder, "future");
        auto const text = refusal(server.url("page"), folder.ca_file());
        CHECK(text.find("not yet valid by this machine's clock, which says 20") != std::string::npos);
        CHECK(text.ends_with("set the clock, or wait until it is set"));
    }
    SECTION("one of the past") {
        folder.certify("past", "20200101000000Z", "20200201000000Z");
        TlsServer const server(folder, "past");
        CHECK(refusal(server.url("page"), folder.ca_file()).find("no longer valid by this machine's clock") !=
              std::string::npos);
    }
    SECTION("somebody else's") {
        folder.certify("other", "20200101000000Z", "20990101000000Z", "DNS:elsewhere.example");
        TlsServer const server(folder, "other");
        CHECK(refusal(server.url("page"), folder.ca_file()).find("certificate is not valid for 127.0.0.1") !=
              std::string::npos);
    }
}

TEST_CASE("a server that does not speak TLS is no https server", "[io][https][E19]") {
    FaultServer server("plain");
    auto const text = refusal("https" + server.url().substr(4), {});
    CHECK(text.find("no secure connection came about") != std::string::npos);
}
