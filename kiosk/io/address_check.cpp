#include "io/address_check.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

struct Block {
    std::uint32_t first;
    int bits;
    AddressKind kind;
};

constexpr std::uint32_t address_of(unsigned a, unsigned b, unsigned c, unsigned d) {
    return a << 24 | b << 16 | c << 8 | d;
}

// Source: IANA IPv4 Special-Purpose Address Registry.
constexpr std::array<Block, 16> blocks{{
    {address_of(0, 0, 0, 0), 8, AddressKind::special},
    {address_of(10, 0, 0, 0), 8, AddressKind::private_network},
    {address_of(100, 64, 0, 0), 10, AddressKind::private_network},  // shared by a provider's customers
    {address_of(127, 0, 0, 0), 8, AddressKind::loopback},
    {address_of(169, 254, 0, 0), 16, AddressKind::link_local},
    {address_of(172, 16, 0, 0), 12, AddressKind::private_network},
    {address_of(192, 0, 0, 0), 24, AddressKind::special},
    {address_of(192, 0, 2, 0), 24, AddressKind::special},
    {address_of(192, 88, 99, 0), 24, AddressKind::special},
    {address_of(192, 168, 0, 0), 16, AddressKind::private_network},
    {address_of(198, 18, 0, 0), 15, AddressKind::private_network},  // for measurements inside a network
    {address_of(198, 51, 100, 0), 24, AddressKind::special},
    {address_of(203, 0, 113, 0), 24, AddressKind::special},
    {address_of(224, 0, 0, 0), 4, AddressKind::special},
    {address_of(240, 0, 0, 0), 4, AddressKind::special},
    {address_of(255, 255, 255, 255), 32, AddressKind::special},
}};

AddressKind kind_of_v4(std::uint32_t address) {
    for (auto const& block : blocks)
        if ((address ^ block.first) >> (32 - block.bits) == 0) return block.kind;
    return AddressKind::global;
}

using Bytes = std::array<std::uint8_t, 16>;

template <std::size_t size>
bool starts_with(Bytes const& address, std::array<std::uint8_t, size> const& prefix) {
    return std::equal(prefix.begin(), prefix.end(), address.begin());
}

AddressKind kind_of_embedded(Bytes const& address, std::size_t offset) {
    return kind_of_v4(
        address_of(address[offset], address[offset + 1], address[offset + 2], address[offset + 3]));
}

// Source: IANA IPv6 Special-Purpose Address Registry; RFC 4291 §2.5.5, RFC 6052 §2.1, RFC 3056 §2.
AddressKind kind_of_v6(Bytes const& address) {
    constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, compatible{},
        nat64{0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
    constexpr Bytes loopback{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    if (address == loopback) return AddressKind::loopback;
    if (starts_with(address, mapped) || starts_with(address, compatible) || starts_with(address, nat64))
        return kind_of_embedded(address, 12);
    if (starts_with(address, std::array<std::uint8_t, 2>{0x20, 0x02})) return kind_of_embedded(address, 2);
    if ((address[0] & 0xFE) == 0xFC) return AddressKind::private_network;
    if (address[0] == 0xFE && (address[1] & 0xC0) == 0x80) return AddressKind::link_local;
    if (address[0] == 0xFE && (address[1] & 0xC0) == 0xC0)
        return AddressKind::private_network;  // fec0: of old
    if (starts_with(address, std::array<std::uint8_t, 4>{0x20, 0x01, 0x0D, 0xB8}))
        return AddressKind::special;
    if (starts_with(address, std::array<std::uint8_t, 4>{0x20, 0x01, 0, 0}))
        return AddressKind::special;  // Teredo
    // Of the rest only 2000::/3 has been given to anybody.
    return (address[0] & 0xE0) == 0x20 ? AddressKind::global : AddressKind::special;
}

}  // namespace

AddressKind kind_of(sockaddr const& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4;
        std::memcpy(&v4, &address, sizeof v4);
        return kind_of_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) return AddressKind::special;
    sockaddr_in6 v6;
    std::memcpy(&v6, &address, sizeof v6);
    Bytes bytes;
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return kind_of_v6(bytes);
}

bool may_lead_to(AddressKind target, std::vector<AddressKind> const& original) {
    if (target == AddressKind::global) return true;
    return target != AddressKind::special &&
           std::find(original.begin(), original.end(), target) != original.end();
}

AddressKind kind_of_host(std::string_view host) {
    std::string const text(host);
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    if (::inet_pton(AF_INET6, text.c_str(), &six.sin6_addr) == 1) return kind_of(reinterpret_cast<sockaddr const&>(six));
    sockaddr_in four{};
    four.sin_family = AF_INET;
    if (::inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1) return kind_of(reinterpret_cast<sockaddr const&>(four));
    auto const name = to_lower_ascii(text);
    if (name == "localhost" || name.ends_with(".localhost")) return AddressKind::loopback;
    bool const is_local = name.find('.') == name.npos || name.ends_with(".local") || name.ends_with(".lan") ||
                          name.ends_with(".internal") || name.ends_with(".home.arpa");
    return is_local ? AddressKind::private_network : AddressKind::global;
}

std::string_view host_of(std::string_view url) {
    auto const scheme = url.find("://");
    if (scheme == url.npos) return {};
    auto authority = url.substr(scheme + 3);
    authority = authority.substr(0, authority.find_first_of("/?#"));
    if (auto const user = authority.rfind('@'); user != authority.npos) authority.remove_prefix(user + 1);
    if (authority.starts_with('[')) return authority.substr(1, authority.find(']') - 1);
    return authority.substr(0, authority.find(':'));
}

}  // namespace kiosk
