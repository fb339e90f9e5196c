// Fetching what a URL names: whole, or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

#include "base/limits.hpp"
#include "base/problem.hpp"
#include "time/instant.hpp"

namespace kiosk {

struct FetchLimits {
    std::size_t body = largest_source_body;      ///< bytes, unpacked; of a picture largest_web_photo
    std::size_t header = largest_answer_header;  ///< bytes, of one answer
    int redirects = most_redirects;
    milliseconds connect = longest_connect;  ///< for each connection, with the look-up of the name
    milliseconds idle = longest_silence;     ///< without a sign of the server
    milliseconds total = longest_fetch;      ///< with all redirects
};

/// Where the first address may lie. Redirects from the Internet never lead into the venue's network.
enum class Reach {
    anywhere,       ///< somebody configured it, perhaps on purpose in the venue's own network
    internet_only,  ///< it stands in a schedule that others write
};

/// What is known of the bytes that one has already; sent along, so that the server need not send them again.
struct Validators {
    std::string etag, last_modified;  ///< as they came; empty: not known
};

struct FetchOptions {
    FetchLimits limits = {};
    Validators known = {};
    Reach reach = Reach::anywhere;
    std::filesystem::path ca_file =
        {};  ///< certificates to trust instead of the machine's; empty: the machine's
};

/// What a server said.
struct Fetched {
    int status = 0;
    std::optional<std::string> body;  ///< unpacked; only with status 200, and only if it came whole
    std::string etag, last_modified;  ///< for the next fetch; empty: none, or none that could be sent back
    std::string content_type;
    std::string url;  ///< whose answer it is, after redirects; for masked_url() before anybody reads it
    bool not_modified = false;  ///< the bytes that the validators belong to are still right
    /// The server's clock, plus the time that the answer lay in caches. Only if the server proved who it
    /// is (https), so that it may be held against the machine's clock.
    std::optional<Instant> server_date;
    std::optional<seconds> retry_after;  ///< how long the server wants to be left alone; 0 to a year
    std::uint64_t received = 0;          ///< bytes of the body on the wire
};

/// Fetches `url` (http or https). Blocks up to the limits; `stop` ends it within 200 ms. For any thread.
/// Value: there if a server answered, with a body or not. A body is whole: as long as announced, unpacked
/// to its end, within the limit. Problems: `source-unreachable`, one of severity warning, if there is
/// neither a body nor "not modified"; a note if `stop` was asked for.
/// Source: RFC 9110 §13.1 (validators), §15.4 (redirects); RFC 9112 §6.3 (length of a body).
Outcome<Fetched> fetch(std::string const& url, FetchOptions const& options = {}, std::stop_token stop = {});

}  // namespace kiosk
