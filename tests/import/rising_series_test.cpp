#include "import/rising_series.hpp"

#include <fmt/format.h>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::vector<SeriesTime> series(std::vector<std::string> const& cells, SeriesHours stated = {}) {
    std::vector<SeriesRow> rows;
    for (std::string const& cell : cells) {
        auto const reading = read_clock_times(cell);
        rows.emplace_back();
        if (reading && reading->start) rows.back().starts = candidates_of(*reading->start);
        if (reading && reading->end) rows.back().ends = candidates_of(*reading->end);
    }
    return rising_series(rows, stated);
}

std::string hh_mm(minutes time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

/// "11:30 12:30* 13:30": a star marks a change, '+' the next day, '?' a row out of the series.
std::string repaired(std::vector<std::string> const& cells, SeriesHours stated = {}) {
    std::string out;
    for (SeriesTime const& time : series(cells, stated)) {
        if (!out.empty()) out += ' ';
        out += time.start ? hh_mm(*time.start) : "none";
        if (time.start_changed) out += '*';
        if (time.next_day) out += '+';
        if (time.out_of_series) out += '?';
        if (time.end) out += fmt::format("-{}{}", hh_mm(*time.end), time.end_changed ? "*" : "");
        if (time.end_refused) out += '!';
    }
    return out;
}

}  // namespace

TEST_CASE("a rising series stays as it is", "[import]") {
    CHECK(repaired({"9:00 AM", "11:30 AM", "12:30 PM", "1:30 PM"}) == "09:00 11:30 12:30 13:30");
    CHECK(repaired({}) == "");
    CHECK(repaired({"TBD"}) == "none");
}

TEST_CASE("lunch at 12:30 AM is lunch at 12:30 PM", "[import]") {
    CHECK(repaired({"11:30AM", "12:30AM", "1:30 PM"}) == "11:30 12:30* 13:30");
    CHECK(repaired({"9:00 AM", "12:30 AM"}) == "09:00 12:30*");
}

TEST_CASE("a leap to the evening and back is a wrong half of day", "[import]") {
    CHECK(repaired({"08:30 AM", "08:40 PM", "09:40 AM"}) == "08:30 08:40* 09:40");
}

TEST_CASE("one wrong row is changed, not all the others", "[import]") {
    CHECK(repaired({"9:00 PM", "9:30 AM", "10:00 AM", "11:00 AM"}) == "09:00* 09:30 10:00 11:00");
}

TEST_CASE("an end at midnight after a late morning start is noon", "[import]") {
    CHECK(repaired({"11:15 AM- 12:00 AM", "12:00 PM"}) == "11:15-12:00* 12:00");
}

TEST_CASE("a range with one half of day puts its start before its end", "[import]") {
    CHECK(repaired({"9:10-9:40 AM", "11-11:30 AM", "11:55-12:20 PM", "12:20-2:00 PM", "2:00-2:30 PM"}) ==
          "09:10-09:40 11:00-11:30 11:55-12:20 12:20-14:00 14:00-14:30");
    CHECK(repaired({"1:00-1:30 PM"}) == "13:00-13:30");
}

TEST_CASE("bare times take the half that lets them rise", "[import]") {
    CHECK(repaired({"9:00", "10:30", "12:00", "1:30", "3:00"}) == "09:00 10:30 12:00 13:30 15:00");
    CHECK(repaired({"08:15", "13:30", "17:20"}) == "08:15 13:30 17:20");
    CHECK(repaired({"2:00", "3:00"}) == "14:00 15:00");  // nobody meets at two in the night
    CHECK(repaired({"9:00", "10:00"}) == "09:00 10:00");
}

TEST_CASE("stated hours decide where the series does not", "[import]") {
    CHECK(repaired({"6:00", "7:00"}, {hours{17}, hours{22}}) == "18:00 19:00");
    CHECK(repaired({"5:15 PM"}, {hours{9}, hours{17}}) == "17:15");  // given, however late
}

TEST_CASE("midnight is passed in the evening only", "[import]") {
    CHECK(repaired({"22:00", "23:30", "00:30"}) == "22:00 23:30 24:30+");
    CHECK(repaired({"23:00 - 01:00"}) == "23:00-25:00");
    CHECK(repaired({"14:00", "15:00", "13:00", "16:00", "17:00"}) == "14:00 15:00 13:00? 16:00 17:00");
}

TEST_CASE("an end before its start is refused", "[import]") {
    CHECK(repaired({"14:00-13:00", "15:00"}) == "14:00! 15:00");
    CHECK(repaired({"14:00-14:00"}) == "14:00-14:00");  // a moment
}

TEST_CASE("long and hopeless columns are answered in good time", "[import]") {
    std::vector<std::string> falling;
    for (int i = 0; i < 3000; ++i) falling.push_back(i % 2 ? "10:00 AM" : "9:00 PM");
    CHECK(series(falling).size() == falling.size());
    std::vector<std::string> down;
    for (int i = 0; i < 600; ++i) down.push_back(std::to_string(19 - i % 19) + ":00");
    for (SeriesTime const& time : series(down)) CHECK(time.start);
}
