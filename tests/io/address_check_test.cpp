#include "io/address_check.hpp"

#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

AddressKind kind(std::string const& text) {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    if (::inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1)
        return kind_of(reinterpret_cast<sockaddr const&>(v4));
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    REQUIRE(::inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1);
    return kind_of(reinterpret_cast<sockaddr const&>(v6));
}

}  // namespace

TEST_CASE("addresses of the Internet are told from those of the venue and the machine", "[io]") {
    for (auto const* text : {"8.8.8.8", "172.15.255.255", "172.32.0.0", "100.63.0.1", "100.128.0.1",
                             "223.255.255.255", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"})
        CHECK(kind(text) == AddressKind::global);
    for (auto const* text :
         {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.255.1", "100.64.0.1", "fd00::1",
          "fc00::", "::ffff:10.1.2.3", "64:ff9b::a00:1", "2002:c0a8:101::1", "fec0::1"})
        CHECK(kind(text) == AddressKind::private_network);
    for (auto const* text : {"127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "::127.0.0.1"})
        CHECK(kind(text) == AddressKind::loopback);
    for (auto const* text : {"169.254.169.254", "fe80::1", "febf::1", "::ffff:169.254.0.1"})
        CHECK(kind(text) == AddressKind::link_local);
    for (auto const* text : {"0.0.0.0", "::", "224.0.0.1", "255.255.255.255", "240.0.0.1", "ff02::1",
                             "2001:db8::1", "192.0.2.1", "100::1"})
        CHECK(kind(text) == AddressKind::special);
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    CHECK(kind_of(reinterpret_cast<sockaddr const&>(local)) == AddressKind::special);
}

TEST_CASE(
    "nobody on the Internet leads into the venue's network, and a host of the venue not to this machine",
    "[io]") {
    using enum AddressKind;
    CHECK(may_lead_to(global, {global}));
    CHECK(may_lead_to(global, {private_network}));
    for (auto const target : {private_network, loopback, link_local, special})
        CHECK_FALSE(may_lead_to(target, {global}));
    CHECK(may_lead_to(private_network, {private_network}));
    CHECK(may_lead_to(loopback, {loopback}));
    CHECK_FALSE(may_lead_to(loopback, {private_network}));
    CHECK_FALSE(may_lead_to(special, {special}));
}

TEST_CASE("whose a host is, is told from its name alone", "[io]") {
    for (auto const* url : {"http://localhost:8000/a", "http://127.0.0.1/", "http://[::1]:80/a", "http://user:word@localhost"})
        CHECK(kind_of_host(host_of(url)) == AddressKind::loopback);
    for (auto const* url : {"http://10.1.2.3/", "http://192.168.0.7:8080/x", "http://schedule.local/", "http://intranet/a", "http://pi.lan", "http://[fd00::1]/"})
        CHECK(kind_of_host(host_of(url)) == AddressKind::private_network);
    for (auto const* url : {"http://example.org/a", "http://10.example.org", "http://93.184.216.34/", "http://localhost@example.org/", "http://example.org#.local"})
        CHECK(kind_of_host(host_of(url)) == AddressKind::global);
}
