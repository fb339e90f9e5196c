#include "import/clock_times.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <utility>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

/// Lower case, with every dash as '-' and every blank as ' '.
std::string plain_clock_text(std::string_view text) {
    std::string plain;
    for (auto const& point : decode_utf8(text)) {
        char32_t const c = point.value;
        if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
            plain += '-';
        else if (c == 0xFF5E || c == 0x301C)
            plain += '~';
        else if (c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == '\t' || c == '\n')
            plain += ' ';
        else
            append_utf8(plain, c);
    }
    return to_lower_ascii(clean_line(plain));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

void skip_blanks(std::string_view& text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
}

/// The digits at the front, two at most; -1: none, or more than two.
int take_number(std::string_view& text, int& digits) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size])) ++size;
    digits = static_cast<int>(size);
    if (size == 0 || size > 2) return -1;
    int value = 0;
    for (char const c : text.substr(0, size)) value = value * 10 + (c - '0');
    text.remove_prefix(size);
    return value;
}

/// Takes `word` off the front if no letter follows it.
bool take_word(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    if (text.size() > word.size() && is_letter(text[word.size()])) return false;
    text.remove_prefix(word.size());
    return true;
}

void take_half(std::string_view& text, ClockTime& time) {
    std::string_view after = text;
    skip_blanks(after);
    bool const blank = after.size() != text.size();
    static constexpr std::array<std::pair<std::string_view, HalfOfDay>, 8> halves{{
        {"a.m.", HalfOfDay::am},
        {"p.m.", HalfOfDay::pm},
        {"a.m", HalfOfDay::am},
        {"p.m", HalfOfDay::pm},
        {"am", HalfOfDay::am},
        {"pm", HalfOfDay::pm},
        {"a", HalfOfDay::am},
        {"p", HalfOfDay::pm},
    }};
    for (auto const& [word, half] : halves) {
        if (!take_word(after, word)) continue;
        time.half = half;
        time.blank_missing = !blank;
        time.malformed = time.malformed || word.size() == 1;
        text = after;
        return;
    }
    if (take_word(after, "m")) {
        time.malformed = true;
        text = after;
    }
}

/// The minutes after ':', '.' or 'h'; false: the text is no time at all.
bool take_minutes(std::string_view& text, ClockTime& time, bool& has_minutes) {
    if (text.empty() || (text[0] != ':' && text[0] != '.' && text[0] != 'h')) return true;
    char const separator = text[0];
    std::string_view after = text.substr(1);
    int digits = 0;
    int const minute = take_number(after, digits);
    if (minute < 0) {
        if (separator != 'h' || digits > 2) return separator != ':';
        has_minutes = true;  // "14h"
        text.remove_prefix(1);
        return true;
    }
    if (minute > 59 || (separator == '.' && digits != 2)) return separator == '.';
    time.minute = minute;
    time.malformed = digits == 1;
    has_minutes = true;
    text = after;
    if (text.size() > 2 && text[0] == ':' && is_digit(text[1]) && is_digit(text[2])) text.remove_prefix(3);
    return true;
}

enum class BareHour { is_refused, is_allowed };

std::optional<ClockTime> take_time(std::string_view& text, BareHour bare_hour) {
    std::string_view after = text;
    skip_blanks(after);
    ClockTime time;
    if (take_word(after, "noon"))
        time = {12, 0, HalfOfDay::pm};
    else if (take_word(after, "midnight"))
        time = {12, 0, HalfOfDay::am};
    else {
        int digits = 0;
        time.hour = take_number(after, digits);
        bool has_minutes = false;
        if (time.hour < 0 || time.hour > 24 || !take_minutes(after, time, has_minutes)) return {};
        take_half(after, time);
        bool const is_bare = !has_minutes && time.half == HalfOfDay::unsaid;
        if (is_bare && (bare_hour == BareHour::is_refused || time.malformed)) return {};
        if (time.half != HalfOfDay::unsaid && (time.hour > 12 || time.hour == 0))
            time.malformed = time.hour > 12;
        if (time.hour == 24 && time.minute > 0) return {};
    }
    text = after;
    return time;
}

bool take_range_sign(std::string_view& text) {
    std::string_view after = text;
    skip_blanks(after);
    std::size_t const before = after.size();
    while (!after.empty() && (after[0] == '-' || after[0] == '~')) after.remove_prefix(1);
    if (after.size() == before && !take_word(after, "to") && !take_word(after, "until") &&
        !take_word(after, "till") && !take_word(after, "bis"))
        return false;
    text = after;
    return true;
}

/// Takes a length off the front of plain text.
std::optional<minutes> take_length(std::string_view& text) {
    std::string_view left = text;
    if (left.starts_with('(')) left.remove_prefix(1);
    int total = 0, found = 0;
    while (found < 2) {
        skip_blanks(left);
        std::size_t size = 0;
        int value = 0;
        while (size < left.size() && size < 4 && is_digit(left[size]))
            value = value * 10 + (left[size++] - '0');
        if (size == 0) break;
        left.remove_prefix(size);
        skip_blanks(left);
        bool const is_hours = take_word(left, "hours") || take_word(left, "hour") || take_word(left, "hrs") ||
                              take_word(left, "hr") || take_word(left, "h");
        bool const is_minutes = !is_hours && (take_word(left, "minutes") || take_word(left, "minute") ||
                                              take_word(left, "mins") || take_word(left, "min") ||
                                              take_word(left, "mn") || take_word(left, "'"));
        if (!is_hours && !is_minutes && found == 0) return {};
        total += is_hours ? value * 60 : value;
        ++found;
    }
    if (total <= 0 || total > 24 * 60) return {};
    text = left;
    return minutes{total};
}

bool is_to_be_announced(std::string_view text) {
    std::string const key = comparison_key(text);
    return key == "tbd" || key == "tba" || key == "tbc" || key == "to be announced" ||
           key == "to be determined" || key == "to be confirmed";
}

}  // namespace

std::optional<ClockReading> read_clock_times(std::string_view text) {
    std::string const plain = plain_clock_text(text);
    std::string_view left = plain;
    ClockReading reading;
    if (is_to_be_announced(left)) {
        reading.to_be_announced = true;
        return reading;
    }
    std::string_view range = left;
    if (auto start = take_time(range, BareHour::is_allowed); start && take_range_sign(range))
        if (auto const end = take_time(range, BareHour::is_allowed)) {
            // "2-3" may be a score or a page; a range needs minutes or a half of day somewhere.
            bool const tells = plain.find(':') != std::string::npos || plain.find('.') != std::string::npos ||
                               plain.find('h') != std::string::npos || start->half != HalfOfDay::unsaid ||
                               end->half != HalfOfDay::unsaid;
            if (tells) {
                reading.start = start;
                reading.end = end;
                reading.rest = std::string(trimmed(range));
                return reading;
            }
        }
    if (auto const start = take_time(left, BareHour::is_refused)) {
        take_range_sign(left);
        reading.start = start;
        reading.rest = std::string(trimmed(left));
        return reading;
    }
    reading.length = take_length(left);
    if (!reading.length) return {};
    reading.rest = std::string(trimmed(left));
    if (reading.rest.starts_with(')')) reading.rest = std::string(trimmed(reading.rest.substr(1)));
    return reading;
}

std::optional<minutes> read_length(std::string_view text) {
    std::string const plain = plain_clock_text(text);
    std::string_view left = plain;
    return take_length(left);
}

std::vector<TimeCandidate> candidates_of(ClockTime const& time) {
    minutes const bare = minutes{time.hour * 60 + time.minute};
    minutes const half_day = hours{12};
    if (time.hour > 12 || time.hour == 0) return {{bare, false}};
    if (time.half == HalfOfDay::unsaid) {
        if (time.hour == 12) return {{bare, false}};
        return {{bare, false}, {bare + half_day, false}};
    }
    minutes const morning = time.hour == 12 ? bare - half_day : bare;
    minutes const written = time.half == HalfOfDay::am ? morning : morning + half_day;
    minutes const other = time.half == HalfOfDay::am ? morning + half_day : morning;
    std::vector<TimeCandidate> candidates{{written, false}};
    if (other >= hours{6}) candidates.push_back({other, true});
    return candidates;
}

std::string to_clock_text(minutes from_midnight) {
    auto const minute = static_cast<int>((from_midnight.count() % 1440 + 1440) % 1440);
    int const hour = minute / 60;
    return fmt::format("{}:{:02} {}", hour % 12 == 0 ? 12 : hour % 12, minute % 60, hour < 12 ? "AM" : "PM");
}

}  // namespace kiosk
