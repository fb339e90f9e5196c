// URLs as they may stand in a log.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// The URL without what opens doors: user and password, the values of parameters that are named like
/// a secret ("token", "key"), the private part of a calendar's secret address, the fragment. Each
/// becomes "***". What is not a URL comes back as it is. Source: RFC 3986 §3.2.1.
std::string masked_url(std::string_view url);

/// "http" or "https" in lower case, or any other scheme. Empty: it begins with none. Source: RFC 3986 §3.1.
std::string scheme_of(std::string_view url);

}  // namespace kiosk
