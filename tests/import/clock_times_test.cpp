#include "import/clock_times.hpp"

#include <fmt/format.h>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

/// "9:00a-9:40a", "+10", "TBD"; "none": no time at all.
std::string read(std::string_view text) {
    auto const reading = read_clock_times(text);
    if (!reading) return "none";
    if (reading->to_be_announced) return "TBD";
    if (reading->length) return fmt::format("+{}", reading->length->count());
    auto const one = [](ClockTime const& time) {
        std::string_view const half = time.half == HalfOfDay::am ? "a" : time.half == HalfOfDay::pm ? "p" : "";
        return fmt::format("{}:{:02}{}{}", time.hour, time.minute, half, time.malformed ? "!" : "");
    };
    std::string out = one(*reading->start);
    if (reading->end) out += fmt::format("-{}", one(*reading->end));
    if (!reading->rest.empty()) out += fmt::format(" |{}", reading->rest);
    return out;
}

std::vector<int> candidates(std::string_view text) {
    std::vector<int> found;
    for (auto const& candidate : candidates_of(*read_clock_times(text)->start))
        found.push_back(static_cast<int>(candidate.time.count()) * (candidate.changed ? -1 : 1));
    return found;
}

}  // namespace

TEST_CASE("a time has an hour, and minutes or a half of day", "[import]") {
    CHECK(read("9:00 AM") == "9:00a");
    CHECK(read(" 11:30AM ") == "11:30a");
    CHECK(read("2:10 p.m.") == "2:10p");
    CHECK(read("9am") == "9:00a");
    CHECK(read("14h30") == "14:30");
    CHECK(read("14.30") == "14:30");
    CHECK(read("14h") == "14:00");
    CHECK(read("noon") == "12:00p");
    CHECK(read("09:30:00") == "9:30");
    CHECK(read("9:00\u00A0AM") == "9:00a");
}

TEST_CASE("ranges come with many dashes", "[import]") {
    CHECK(read("08:20 - 08:50") == "8:20-8:50");
    CHECK(read("14:00-14:30") == "14:00-14:30");
    CHECK(read("08:15 -- 08:30") == "8:15-8:30");
    CHECK(read("8:15 \u2013 8:30 PM") == "8:15-8:30p");
    CHECK(read("9:00 ~ 9:30") == "9:00-9:30");
    CHECK(read("11-11:30 AM") == "11:00-11:30a");
    CHECK(read("9 to 10 AM") == "9:00-10:00a");
    CHECK(read("9:00 -") == "9:00");
}

TEST_CASE("a time with something missing is still a time", "[import]") {
    CHECK(read("9:5 AM") == "9:05a!");
    CHECK(read("9:45M") == "9:45!");
    CHECK(read("14:30 PM") == "14:30p!");
}

TEST_CASE("what is no time is no time", "[import]") {
    CHECK(read("Time") == "none");
    CHECK(read("") == "none");
    CHECK(read("-") == "none");
    CHECK(read("2-3") == "none");
    CHECK(read("42") == "none");
    CHECK(read("25:00") == "none");
    CHECK(read("9:75") == "none");
    CHECK(read("2023-12-16") == "none");
    CHECK(read("December 16") == "none");
    CHECK(read("1.5") == "none");
}

TEST_CASE("a length alone is a length, and TBD is neither", "[import]") {
    CHECK(read("(10mn)") == "+10");
    CHECK(read("30 min break") == "+30");
    CHECK(read("1h30") == "1:30");  // a clock time first of all
    CHECK(read("1 hour") == "+60");
    CHECK(read("TBD") == "TBD");
    CHECK(read_length("1 h 30 min") == minutes{90});
    CHECK_FALSE(read_length("10 people"));
    CHECK_FALSE(read_length("9999 hours"));
}

TEST_CASE("what follows a time is kept", "[import]") { CHECK(read("9:00 AM (local)") == "9:00a |(local)"); }

TEST_CASE("a time may be its other half, but never at night", "[import]") {
    CHECK(candidates("12:30 AM") == std::vector<int>{30, -750});
    CHECK(candidates("11:30 AM") == std::vector<int>{690, -1410});
    CHECK(candidates("1:30 PM") == std::vector<int>{810});  // 01:30 is at night
    CHECK(candidates("8:40 PM") == std::vector<int>{1240, -520});
    CHECK(candidates("12:00") == std::vector<int>{720});
    CHECK(candidates("2:00") == std::vector<int>{120, 840});
    CHECK(candidates("14:00") == std::vector<int>{840});
}

TEST_CASE("messages write times with AM and PM", "[import]") {
    CHECK(to_clock_text(minutes{0}) == "12:00 AM");
    CHECK(to_clock_text(minutes{750}) == "12:30 PM");
    CHECK(to_clock_text(minutes{24 * 60 + 65}) == "1:05 AM");
}
