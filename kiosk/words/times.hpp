// Times and stretches as a reader wants them. The only place that turns a time into words.
#pragma once

#include <string>
#include <vector>

#include "time/instant.hpp"
#include "words/words.hpp"

namespace kiosk {

/// A clock's reading: digits, and "AM" or "PM" where the clock has 12 hours.
struct ClockText {
    std::string digits, half;
};
ClockText clock_reading(WallTime wall, Words const& words);
/// The same with seconds: "10:28:05".
ClockText clock_reading_with_seconds(WallTime wall, Words const& words);
/// For rows that set the half of the day small behind the digits: where the language has it in front,
/// as Korean has, it goes with the digits.
ClockText row_reading(WallTime wall, Words const& words);

/// "10:55 AM", "10:55", "오전 10:55"
std::string time_text(WallTime wall, Words const& words);
/// "10:00 – 10:55 AM", "11:30 AM – 12:30 PM", "10:00 – 10:55"; equal ends: the one time.
std::string range_text(WallTime begin, WallTime end, Words const& words);
/// "Saturday"
std::string weekday_name(Day day, Words const& words);
/// "Saturday, December 16", "Saturday 16 December"
std::string long_day(Day day, Words const& words);
/// The same where a line begins with it: "Samedi 16 décembre", though French has small weekdays.
std::string day_heading(Day day, Words const& words);
/// "Sat, Dec 16", "Sat 16 Dec"
std::string short_day(Day day, Words const& words);

/// Numbers and their units: 1 h, 40 min.
struct Amount {
    long long number = 0;
    Phrase unit = Phrase::minute_count;  ///< minute_count, hour_count or day_count
    friend bool operator==(Amount const&, Amount const&) = default;
};
/// Time to wait: minutes rounded up; from an hour on to the nearest five. Negative counts as 0.
std::vector<Amount> waiting_time(milliseconds length);
/// "27 min", "1 h 40 min"
std::string to_text(std::vector<Amount> const& amounts, Words const& words);

/// A number and the words behind it, to be set in different sizes. Either may be empty.
struct NumberAndWords {
    std::string number, words;
    friend bool operator==(NumberAndWords const&, NumberAndWords const&) = default;
};
/// A phrase whose one blank is a wait, as numbers and words in turn: "1", "h", "40", "min left";
/// words that stand before the first number come alone.
std::vector<NumberAndWords> wait_pieces(Phrase phrase, std::vector<Amount> const& amounts, Words const& words);

/// "in 12 min", "in 1 h 40 min", "now" in the last minute.
std::string relative_text(milliseconds until_then, Words const& words);
/// "15 min", "1 h", "1 h 30 min": exact to the minute.
std::string length_text(milliseconds length, Words const& words);

}  // namespace kiosk
