// Where a fetch may go: an address of the Internet, or back to the venue's own network.
#pragma once

#include <vector>

struct sockaddr;

namespace kiosk {

/// Whose an address is. `special`: nobody's that a schedule could come from (unspecified, multicast,
/// documentation, reserved, or not of the Internet at all).
enum class AddressKind { global, private_network, loopback, link_local, special };

/// IPv4 and IPv6; an IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) counts as what it holds.
/// Source: RFC 6890 and the registries of special addresses that it sets up.
AddressKind kind_of(sockaddr const& address);

/// May a redirect lead to `target`, where the address that somebody configured was of the kinds
/// `original`? To the Internet: yes. Elsewhere only if somebody configured the like: a page on the
/// Internet must not make this machine ask others of the venue's network, or itself.
bool may_lead_to(AddressKind target, std::vector<AddressKind> const& original);

}  // namespace kiosk
