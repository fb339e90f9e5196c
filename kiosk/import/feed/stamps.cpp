#include "import/feed/stamps.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr long longest_minutes = 1000L * 24 * 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// Range: up to seven digits. Empty: anything else.
std::optional<long> number(std::string_view text) {
    if (!are_digits(text) || text.size() > 7) return {};
    long value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool is_basic(std::string_view text) { return text.size() >= 8 && are_digits(text.substr(0, 8)); }

/// "20150811T160000" with the separators of the extended format. Range: is_basic().
std::string to_extended(std::string_view text) {
    std::string out = fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
    if (text.size() < 13 || text[8] != 'T' || !are_digits(text.substr(9, 4))) return out + std::string(text.substr(8));
    out += fmt::format("T{}:{}", text.substr(9, 2), text.substr(11, 2));
    auto rest = text.substr(13);
    if (rest.size() >= 2 && are_digits(rest.substr(0, 2))) {
        out += fmt::format(":{}", rest.substr(0, 2));
        rest.remove_prefix(2);
    }
    return out + std::string(rest);
}

/// "PT1H30M", "P1DT2H". Source: ISO 8601-1 §5.5.2.
std::optional<long> iso_minutes(std::string_view text) {
    if (!text.starts_with('P') || text.size() < 3) return {};
    double total = 0;
    bool in_time = false;
    for (std::size_t i = 1; i < text.size();) {
        if (text[i] == 'T') {
            in_time = true;
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end])) ++end;
        auto const value = number(text.substr(i, end - i));
        if (!value || end == text.size()) return {};
        char const unit = text[end];
        double const unit_minutes = unit == 'W' && !in_time   ? 7 * 24 * 60
                                    : unit == 'D' && !in_time ? 24 * 60
                                    : unit == 'H' && in_time  ? 60
                                    : unit == 'M' && in_time  ? 1
                                    : unit == 'S' && in_time  ? 1.0 / 60
                                                              : -1;
        if (unit_minutes < 0) return {};
        total += static_cast<double>(*value) * unit_minutes;
        i = end + 1;
    }
    if (total > static_cast<double>(longest_minutes)) return {};
    return static_cast<long>(total);
}

std::optional<Length> from_parts(std::string_view text) {
    std::array<long, 3> parts{};
    std::size_t count = 0;
    while (true) {
        auto const colon = std::min(text.find(':'), text.size());
        auto const value = number(text.substr(0, colon));
        if (!value || count == parts.size()) return {};
        parts[count++] = *value;
        if (colon == text.size()) break;
        text.remove_prefix(colon + 1);
    }
    if (count == 1) return Length{minutes{parts[0]}};
    if (parts[count - 1] > 59) return {};
    if (count == 2) return Length{minutes{parts[0] * 60 + parts[1]}};
    // Hours beyond a day can only be the minutes of hours, minutes and seconds.
    if (parts[1] > 23) return parts[1] > 59 ? std::optional<Length>{} : Length{minutes{parts[0] * 60 + parts[1]}, true};
    return Length{minutes{(parts[0] * 24 + parts[1]) * 60 + parts[2]}, true};
}

}  // namespace

std::optional<Stamp> read_stamp(std::string_view text) {
    auto all = trimmed(text);
    std::string extended;
    if (is_basic(all)) all = extended = to_extended(all);
    auto const time = all.find_first_of("T ");
    auto const offset = time == all.npos ? all.npos : all.find_first_of("Zz+-", time);
    auto const stem = parse_time_argument(all.substr(0, offset));
    if (!stem || !stem->wall) return {};
    Stamp stamp{*stem->wall, {}, time != all.npos};
    if (offset == all.npos) return stamp;
    auto const whole = parse_time_argument(all);
    if (!whole || !whole->instant) return {};
    stamp.offset = std::chrono::duration_cast<minutes>(stamp.wall.time_since_epoch() - whole->instant->time_since_epoch());
    return stamp;
}

std::optional<minutes> read_time_of_day(std::string_view text) {
    auto const time = parse_time_argument(trimmed(text));
    if (!time || !time->time_of_day) return {};
    return std::chrono::duration_cast<minutes>(*time->time_of_day);
}

std::optional<Length> read_duration(std::string_view text) {
    text = trimmed(text);
    std::optional<Length> length;
    if (auto const iso = iso_minutes(text)) length = Length{minutes{*iso}};
    else if (text.size() == 6 && are_digits(text))  // pentabarf's xCal: "013000"
        length = Length{minutes{*number(text.substr(0, 2)) * 60 + *number(text.substr(2, 2))}};
    else length = from_parts(text);
    if (length && length->length.count() > longest_minutes) return {};
    return length;
}

std::string to_offset_text(minutes offset) {
    auto const size = std::abs(offset.count());
    return fmt::format("{}{:02}:{:02}", offset.count() < 0 ? '-' : '+', size / 60, size % 60);
}

}  // namespace kiosk
