// Where a fetch may go: an address of the Internet, or back to the venue's own network.
#pragma once

#include <string_view>
#include <vector>

struct sockaddr;

namespace kiosk {

/// Whose an address is. `special`: nobody's that a schedule could come from (unspecified, multicast,
/// documentation, reserved, or not of the Internet at all).
enum class AddressKind { global, private_network, loopback, link_local, special };

/// IPv4 and IPv6; an IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) counts as what it holds.
/// Source: RFC 6890 and the registries of special addresses that it sets up.
AddressKind kind_of(sockaddr const& address);

/// Whose a host of a URL is, without asking anybody: an address by its kind; "localhost" is loopback, and names that are only
/// known in a venue's own network (without a dot, or in local, lan, internal or home.arpa) are private. Source: RFC 6761,
/// RFC 6762 §3, RFC 8375.
AddressKind kind_of_host(std::string_view host);

/// The host of an http or https URL, without brackets. Source: RFC 3986 §3.2.
std::string_view host_of(std::string_view url);

/// May a redirect lead to `target`, where the address that somebody configured was of the kinds
/// `original`? To the Internet: yes. Elsewhere only if somebody configured the like: a page on the
/// Internet must not make this machine ask others of the venue's network, or itself.
bool may_lead_to(AddressKind target, std::vector<AddressKind> const& original);

}  // namespace kiosk
