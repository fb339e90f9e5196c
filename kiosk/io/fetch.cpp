#include "io/fetch.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "io/address_check.hpp"
#include "io/http_dates.hpp"
#include "io/http_transfer.hpp"
#include "io/masked_url.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_shown = 120;

bool is_web(std::string const& scheme) { return scheme == "http" || scheme == "https"; }

/// A URL from outside, fit for a log.
std::string shown(std::string_view url) {
    auto text = clean_line(masked_url(url.substr(0, 2 * longest_shown)));
    return text.size() > longest_shown ? clean_line(text.substr(0, longest_shown)) + "…" : text;
}

std::vector<std::string> fields_for(Validators const& known) {
    // "close": so that the end of the body shows, whatever its length is said to be.
    std::vector<std::string> fields{"Accept: */*", "Accept-Encoding: gzip", "Connection: close"};
    auto const etag = safe_etag(known.etag), last_modified = safe_last_modified(known.last_modified);
    if (!etag.empty()) fields.push_back("If-None-Match: " + etag);
    if (!last_modified.empty()) fields.push_back("If-Modified-Since: " + last_modified);
    return fields;
}

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string_view words_for(int status) {
    switch (status) {
        case 204: return "nothing in it";
        case 304: return "not changed, though that was not asked";
        case 401: return "it wants a password";
        case 403: return "it may not be read";
        case 404: return "not found";
        case 410: return "gone for good";
        case 429: return "asked too often";
        case 503: return "not available for now";
        default: return status / 100 == 5 ? "a fault of the server" : "not what was asked for";
    }
}

/// The server's time when it answered: when the answer was made, and how long it lay in caches since.
/// Source: RFC 9110 §6.6.1, RFC 9111 §5.1.
std::optional<Instant> date_of(HttpHead const& head) {
    auto const date = parse_http_date(head.field("date"));
    auto const age = head.field("age");
    long age_s = 0;
    std::from_chars(age.data(), age.data() + std::min<std::size_t>(age.size(), 9), age_s);
    return date ? std::optional(*date + seconds{std::max(age_s, 0L)}) : date;
}

/// A fetch with its redirects.
class Journey {
public:
    Journey(std::string const& url, FetchOptions const& options)
        : options_(options),
          url_(url),
          deadline_(std::chrono::time_point_cast<milliseconds>(std::chrono::steady_clock::now()) +
                    options.limits.total) {}

    Outcome<Fetched> run(std::stop_token const& stop);

private:
    std::optional<FetchFault> fetch_one(std::stop_token const& stop);
    std::optional<FetchFault> follow(HttpHead const& head);
    std::optional<FetchFault> judge(HttpExchange& exchange);
    bool may_connect(sockaddr const& address);

    FetchOptions const& options_;
    std::string url_;
    MonotonicTime deadline_;
    int redirects_ = 0;
    bool is_at_goal_ = false;
    std::vector<AddressKind> first_kinds_;  // of the addresses that the first URL led to
    std::optional<Fetched> fetched_;
};

bool Journey::may_connect(sockaddr const& address) {
    auto const kind = kind_of(address);
    if (redirects_ > 0) return may_lead_to(kind, first_kinds_);
    first_kinds_.push_back(kind);
    return options_.reach == Reach::anywhere || kind == AddressKind::global;
}

std::optional<FetchFault> Journey::judge(HttpExchange& exchange) {
    auto const& head = exchange.head();
    auto& fetched = fetched_.emplace();
    fetched.status = head.status;
    fetched.url = url_;
    fetched.received = exchange.received();
    fetched.content_type = clean_line(head.field("content-type").substr(0, longest_shown));
    fetched.etag = safe_etag(head.field("etag"));
    fetched.last_modified = safe_last_modified(head.field("last-modified"));
    auto const date = date_of(head);
    auto const here = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
    fetched.retry_after = parse_retry_after(head.field("retry-after"), date.value_or(here));
    if (scheme_of(url_) == "https") fetched.server_date = date;
    bool const was_asked =
        !safe_etag(options_.known.etag).empty() || !safe_last_modified(options_.known.last_modified).empty();
    fetched.not_modified = head.status == 304 && was_asked;
    if (head.status == 200 || fetched.not_modified) return {};
    return FetchFault{fmt::format("the server answers {} ({})", head.status, words_for(head.status))};
}

std::optional<FetchFault> Journey::follow(HttpHead const& head) {
    auto const target = std::string(head.field("location"));
    if (++redirects_ > options_.limits.redirects)
        return FetchFault{fmt::format("it leads from one address to the next, more than {} times",
                                      options_.limits.redirects),
                          "name the last address"};
    if (target.empty()) return FetchFault{"it leads elsewhere, without saying where"};
    auto const next = resolve_reference(url_, target);
    if (!next) return FetchFault{fmt::format("it leads to \"{}\", which is no address", shown(target))};
    auto const from = scheme_of(url_), to = scheme_of(*next);
    if (!is_web(to)) return FetchFault{fmt::format("it leads to {}, which is not on the web", shown(*next))};
    if (from == "https" && to == "http")
        return FetchFault{fmt::format("it leads to {}, which is not secured, as this one is", shown(*next)),
                          "name that address, if it can be trusted"};
    url_ = *next;
    return {};
}

std::optional<FetchFault> Journey::fetch_one(std::stop_token const& stop) {
    auto const& limits = options_.limits;
    HttpRequest const request{url_,
                              fields_for(options_.known),
                              limits.connect,
                              limits.idle,
                              deadline_,
                              options_.ca_file,
                              [this](sockaddr const& address) { return may_connect(address); }};
    HttpExchange exchange(limits.header, limits.body);
    auto fault = transfer(request, exchange, stop);
    bool const moves_on = exchange.has_head() && is_redirect(exchange.head().status);
    if (!fault && moves_on) return follow(exchange.head());
    is_at_goal_ = true;
    if (!exchange.has_head()) return fault;
    auto verdict = judge(exchange);
    if (!fault && fetched_->status == 200) fetched_->body = exchange.take_body();
    return fault ? fault : verdict;
}

Outcome<Fetched> Journey::run(std::stop_token const& stop) {
    SourceRef const where{clean_line(masked_url(url_)), 0, {}};
    std::optional<FetchFault> fault;
    if (!is_web(scheme_of(url_)))
        fault = FetchFault{"only http and https addresses can be fetched", "check the address"};
    while (!fault && !is_at_goal_) fault = fetch_one(stop);
    if (!fault) return {std::move(fetched_), {}};
    auto const severity = fault->is_cancelled ? Severity::note : Severity::warning;
    return {std::move(fetched_),
            {{severity, "source-unreachable", "cannot be fetched: " + fault->what, fault->hint, where}}};
}

}  // namespace

Outcome<Fetched> fetch(std::string const& url, FetchOptions const& options, std::stop_token stop) {
    return Journey(url, options).run(stop);
}

}  // namespace kiosk
