// The times in the header of an HTTP answer.
#pragma once

#include <optional>
#include <string_view>

#include "time/instant.hpp"

namespace kiosk {

/// "Sun, 06 Nov 1994 08:49:37 GMT". Empty: not such a date; the weekday is not held against it.
/// Source: RFC 9110 §5.6.7, IMF-fixdate; the two obsolete forms, which nobody sends, are not read.
std::optional<Instant> parse_http_date(std::string_view text);

/// How long a server asks to be left alone: a number of seconds, or a date, which counts from `now`.
/// Range: 0 (a date that is past) to a year (whatever is more). Empty: neither. Source: RFC 9110 §10.2.3.
std::optional<seconds> parse_retry_after(std::string_view text, Instant now);

}  // namespace kiosk
