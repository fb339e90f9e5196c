#include "words/times.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {
WallTime at(std::string_view clock) {
    return WallTime{*parse_day("2023-12-16")} + *parse_time_argument(clock)->time_of_day;
}

/// English with one phrase said in another way.
Words with(Phrase phrase, std::string text) {
    auto words = english_words("en-US");
    words.forms[static_cast<std::size_t>(phrase)][static_cast<std::size_t>(Plural::other)] = std::move(text);
    return words;
}
}  // namespace

TEST_CASE("a range says AM once where both ends have it", "[words]") {
    auto const us = english_words("en-US");
    CHECK(range_text(at("10:00"), at("10:55"), us) == "10:00 – 10:55 AM");
    CHECK(range_text(at("11:30"), at("12:30"), us) == "11:30 AM – 12:30 PM");
    CHECK(range_text(at("10:00"), at("10:00"), us) == "10:00 AM");
    CHECK(range_text(at("9:00"), at("13:30"), english_words("en-GB")) == "09:00 – 13:30");
}

TEST_CASE("the half of the day stands where the language has it", "[words]") {
    auto const words = with(Phrase::am, "오전 {time}");
    CHECK(time_text(at("10:00"), words) == "오전 10:00");
    CHECK(range_text(at("10:00"), at("10:55"), words) == "오전 10:00 – 10:55");
    CHECK(clock_reading(at("10:00"), words).digits == "10:00");
    CHECK(clock_reading(at("10:00"), words).half == "오전");
    CHECK(row_reading(at("10:00"), words).digits == "오전 10:00");
    CHECK(row_reading(at("10:00"), words).half == "");
    CHECK(row_reading(at("10:00"), english_words()).half == "AM");
}

TEST_CASE("noon is 12 PM and midnight 12 AM", "[words]") {
    auto const us = english_words("en-US");
    CHECK(time_text(at("12:00"), us) == "12:00 PM");
    CHECK(time_text(at("0:05"), us) == "12:05 AM");
}

TEST_CASE("dates follow the region", "[words]") {
    auto const day = *parse_day("2023-12-16");
    CHECK(long_day(day, english_words("en-US")) == "Saturday, December 16");
    CHECK(long_day(day, english_words("en-GB")) == "Saturday 16 December");
    CHECK(short_day(day, english_words("en")) == "Sat, Dec 16");
}

TEST_CASE("a line does not begin with a small weekday", "[words]") {
    auto words = with(Phrase::long_day_month_first, "{weekday} {day} {month}");
    words.weekdays = {"dimanche", "lundi", "mardi", "środa", "jeudi", "vendredi", "samedi"};
    words.months[11] = "décembre";
    CHECK(long_day(*parse_day("2023-12-16"), words) == "samedi 16 décembre");
    CHECK(day_heading(*parse_day("2023-12-16"), words) == "Samedi 16 décembre");
    CHECK(day_heading(*parse_day("2023-12-13"), words) == "Środa 13 décembre");
}

TEST_CASE("waits round up to the minute, long ones to the nearest five", "[words]") {
    auto const& words = english_words();
    CHECK(relative_text(seconds{59}, words) == "now");
    CHECK(relative_text(minutes{12}, words) == "in 12 min");
    CHECK(relative_text(minutes{11} + seconds{1}, words) == "in 12 min");
    CHECK(relative_text(minutes{60}, words) == "in 1 h");
    CHECK(relative_text(minutes{98}, words) == "in 1 h 40 min");
    CHECK(relative_text(hours{72}, words) == "in 3 days");
}

TEST_CASE("a wait is taken apart into numbers and words, wherever the words stand", "[words]") {
    using Pieces = std::vector<NumberAndWords>;
    auto const wait = waiting_time(minutes{100});
    CHECK(wait_pieces(Phrase::left, wait, english_words()) == Pieces{{"1", "h"}, {"40", "min left"}});
    CHECK(wait_pieces(Phrase::left, wait, with(Phrase::left, "noch {wait}")) ==
          Pieces{{"", "noch"}, {"1", "h"}, {"40", "min"}});
}

TEST_CASE("lengths are exact", "[words]") {
    auto const& words = english_words();
    CHECK(length_text(minutes{15}, words) == "15 min");
    CHECK(length_text(minutes{60}, words) == "1 h");
    CHECK(length_text(minutes{92}, words) == "1 h 32 min");
}
