// One HTTP request over the network. The only place that knows libcurl.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "io/fetch_fault.hpp"
#include "io/http_exchange.hpp"
#include "io/refresh_policy.hpp"

struct sockaddr;

namespace kiosk {

struct HttpRequest {
    std::string url;
    std::vector<std::string> fields;  ///< "Accept: text/html"
    milliseconds connect_limit{}, idle_limit{};
    MonotonicTime deadline{};
    std::filesystem::path ca_file;  ///< certificates to trust instead of the machine's; empty: the machine's
    std::function<bool(sockaddr const&)> may_connect;  ///< asked before each connection, with its address
};

/// Asks, and gives the answer to `exchange` as it comes; follows no redirect. Blocks until the answer is
/// complete, a limit is reached, or `stop` is asked for (at most 200 ms longer). For any thread. Certificate and
/// host name are always verified; proxies of the environment and ~/.netrc are not used.
/// Empty: the answer is whole. Else why not.
std::optional<FetchFault> transfer(HttpRequest const& request, HttpExchange& exchange, std::stop_token stop);

/// What `reference` means where it stands at `base`. Empty: nothing that could be a URL. Source: RFC 3986 §5.
std::optional<std::string> resolve_reference(std::string const& base, std::string const& reference);

/// Who answers at `url`: "example.org:443". Empty: it is no URL of http or https.
std::optional<std::string> host_and_port(std::string const& url);

}  // namespace kiosk
