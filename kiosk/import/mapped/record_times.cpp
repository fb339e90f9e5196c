#include "import/mapped/record_times.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/clock_times.hpp"
#include "import/feed/stamps.hpp"
#include "time/zone.hpp"

namespace kiosk {
namespace {

constexpr std::size_t digits_of_seconds = 10, digits_of_milliseconds = 13;  // from 2001 to 2286

std::string to_utc_text(Instant instant) {
    return to_iso(WallTime{std::chrono::floor<seconds>(instant.time_since_epoch())}) + "Z";
}

/// "1509951600000" as the stamp that it is; all else as written.
std::string without_epoch(std::string text) {
    auto const digits = trimmed(text);
    if (digits.size() != digits_of_seconds && digits.size() != digits_of_milliseconds) return text;
    long long value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) return text;
    return to_utc_text(Instant{milliseconds{digits.size() == digits_of_seconds ? value * 1000 : value}});
}

/// "9:05", "9:05 PM", "545" (minutes of the day) as minutes from midnight.
std::optional<minutes> minute_of_day(std::string const& time, std::string const& minute) {
    if (auto const plain = read_time_of_day(time)) return plain;
    if (auto const words = read_clock_times(time); words && words->start)
        return candidates_of(*words->start).front().time;
    auto const digits = trimmed(minute);
    int value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return {};
    if (value < 0 || value > 36 * 60) return {};  // some count on past midnight
    return minutes{value};
}

std::string joined(std::string const& date, std::optional<minutes> time) {
    auto const stamp = read_stamp(date);
    if (!stamp || !time) return date;
    return to_iso(date::floor<date::days>(stamp->wall) + *time);
}

/// A wall time in `zone` as an instant.
std::string in_zone(std::string text, std::string const& zone) {
    auto const stamp = read_stamp(text);
    if (zone.empty() || !stamp || !stamp->has_time || stamp->offset) return text;
    auto const named = Zone::named(zone);
    return named.value ? to_utc_text(named.value->to_instant(stamp->wall)) : text;
}

}  // namespace

RecordTimes times_of(SessionFields const& fields, DataPlace const& record, FieldReader const& reader) {
    auto const text = [&](Field const& field) { return reader.text(field, record); };
    RecordTimes times;
    times.duration = text(fields.duration);
    times.start = without_epoch(text(fields.start));
    times.end = without_epoch(text(fields.end));
    auto const date = text(fields.date);
    auto const begin = minute_of_day(text(fields.time), text(fields.minute));
    if (times.start.empty()) times.start = joined(date, begin);
    if (times.end.empty()) {
        auto const end_date = text(fields.end_date);
        auto end = minute_of_day(text(fields.end_time), "");
        // Past midnight the date of the start is still the only one.
        if (end_date.empty() && end && begin && *end < *begin) *end += minutes{24 * 60};
        if (end) times.end = joined(end_date.empty() ? date : end_date, end);
    }
    auto const zone = text(fields.zone);
    times.start = in_zone(std::move(times.start), zone);
    times.end = in_zone(std::move(times.end), zone);
    return times;
}

}  // namespace kiosk
