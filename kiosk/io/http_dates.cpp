#include "io/http_dates.hpp"

#include <algorithm>
#include <array>

namespace kiosk {
namespace {

constexpr seconds longest_wait = hours{24 * 365};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `digits` digits at `offset`. Empty: something else stands there.
std::optional<unsigned> number_at(std::string_view text, std::size_t offset, std::size_t digits) {
    unsigned value = 0;
    for (char const c : text.substr(offset, digits)) {
        if (!is_digit(c)) return {};
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

std::optional<unsigned> month_of(std::string_view name) {
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return {};
    return static_cast<unsigned>(found - names.begin()) + 1;
}

}  // namespace

std::optional<Instant> parse_http_date(std::string_view text) {
    // Sun, 06 Nov 1994 08:49:37 GMT
    // 0    5  8   12   17 20 23 26
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT") return {};
    if (text[7] != ' ' || text[11] != ' ' || text[16] != ' ' || text[19] != ':' || text[22] != ':') return {};
    auto const day = number_at(text, 5, 2), month = month_of(text.substr(8, 3)),
               year = number_at(text, 12, 4);
    auto const hour = number_at(text, 17, 2), minute = number_at(text, 20, 2),
               second = number_at(text, 23, 2);
    if (!day || !month || !year || !hour || !minute || !second) return {};
    if (*hour > 23 || *minute > 59 || *second > 60) return {};  // 60: a leap second
    date::year_month_day const date{date::year{static_cast<int>(*year)}, date::month{*month},
                                    date::day{*day}};
    if (!date.ok()) return {};
    return Instant{date::sys_days{date}} + hours{*hour} + minutes{*minute} + seconds{*second};
}

std::optional<seconds> parse_retry_after(std::string_view text, Instant now) {
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_digit)) {
        text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
        if (text.size() > 9) return longest_wait;
        return std::min(seconds{*number_at(text, 0, text.size())}, longest_wait);
    }
    auto const date = parse_http_date(text);
    if (!date) return {};
    return std::clamp(std::chrono::ceil<seconds>(*date - now), seconds{0}, longest_wait);
}

}  // namespace kiosk
