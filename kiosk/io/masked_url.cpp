#include "io/masked_url.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::string_view mask = "***";

bool is_secret_name(std::string_view parameter) {
    constexpr std::array<std::string_view, 10> words{"token", "key",  "pass", "pwd",  "secret",
                                                     "auth",  "sign", "sig",  "code", "session"};
    auto const name = to_lower_ascii(parameter);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return name.find(word) != name.npos; });
}

std::string masked_query(std::string_view query) {
    std::string masked;
    while (!query.empty()) {
        auto const pair = query.substr(0, query.find_first_of("&;"));
        query.remove_prefix(pair.size());
        auto const equals = pair.find('=');
        bool const hides = equals != pair.npos && is_secret_name(pair.substr(0, equals));
        masked += hides ? std::string(pair.substr(0, equals + 1)).append(mask) : std::string(pair);
        if (query.empty()) break;
        masked += query.front();
        query.remove_prefix(1);
    }
    return masked;
}

/// Calendars hand out addresses of the kind ".../private-0123456789abcdef/basic.ics".
std::string masked_path(std::string_view path) {
    constexpr std::string_view start = "/private-";
    auto const found = path.find(start);
    if (found == path.npos) return std::string(path);
    auto const end = std::min(path.find('/', found + 1), path.size());
    return std::string(path.substr(0, found + start.size())).append(mask).append(path.substr(end));
}

}  // namespace

std::string scheme_of(std::string_view url) {
    auto const colon = url.find(':');
    if (colon == url.npos || colon == 0) return {};
    auto const scheme = to_lower_ascii(url.substr(0, colon));
    bool const is_name =
        scheme.front() >= 'a' && scheme.front() <= 'z' &&
        std::all_of(scheme.begin(), scheme.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
        });
    return is_name ? scheme : std::string();
}

std::string masked_url(std::string_view url) {
    auto const slashes = url.find("://");
    if (slashes == url.npos || scheme_of(url).empty()) return std::string(url);
    std::string masked(url.substr(0, slashes + 3));
    auto rest = url.substr(slashes + 3);
    rest = rest.substr(0, rest.find('#'));
    // The last "@": a password may hold one, a host cannot.
    auto const authority = rest.substr(0, rest.find_first_of("/?\\"));
    if (auto const at = authority.rfind('@'); at != authority.npos) {
        masked.append(mask).append("@");
        rest.remove_prefix(at + 1);
    }
    auto const path = rest.substr(0, rest.find('?'));
    masked += masked_path(path);
    if (path.size() < rest.size()) masked.append("?").append(masked_query(rest.substr(path.size() + 1)));
    return masked;
}

}  // namespace kiosk
