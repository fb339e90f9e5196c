// frab's XML and JSON, xCal and iCalendar: each folder of cases/<format> holds one trap.
#include "import/case_folders.hpp"
#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "schedule/schedule.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

/// Whatever comes out must be fit for the screen or refused with a reason.
void check_survives(std::string const& text, char const* format) {
    auto const outcome = import_schedule({"feed", text}, format, {});
    CHECK((outcome.value || has_error(outcome.problems)));
    if (outcome.value) CHECK(Schedule::validate(*outcome.value, Zone::floating()).value);
}

}  // namespace

TEST_CASE("every trap of frab's XML is read as agreed", "[import]") { check_cases("frab-xml"); }
TEST_CASE("every trap of frab's JSON is read as agreed", "[import]") { check_cases("frab-json"); }
TEST_CASE("every trap of frab's JSON, version 2, is read as agreed", "[import]") { check_cases("frab-json-2"); }
TEST_CASE("every trap of xCal is read as agreed", "[import]") { check_cases("xcal"); }

TEST_CASE("every trap of iCalendar is read as agreed", "[import]") { check_cases("ics"); }

TEST_CASE("feeds made to exhaust a parser are refused or read in good time", "[import]") {
    std::string lists(200'000, '['), elements, quotes = "{\"schedule\":{\"events\":[{\"title\":\"" + std::string(300'000, '*') + "\"}]}}";
    for (int i = 0; i < 100'000; ++i) elements += "<a>";
    check_survives("{\"schedule\":" + lists, "frab-json");
    check_survives("{\"schedule\":" + lists, "frab-json-2");
    check_survives("<schedule><day><event><title>" + elements, "frab-xml");
    check_survives("<iCalendar><vcalendar><vevent><summary>" + elements, "xcal");
    check_survives(quotes, "frab-json-2");
}

TEST_CASE("what is cut off keeps the sessions before", "[import]") {
    std::string const feed = case_input("frab-json", "days_miscounted");
    auto const whole = import_schedule({"feed", feed}, "auto", {}).value->sessions.size();
    auto const part = import_schedule({"feed", feed.substr(0, feed.rfind("\"title\""))}, "auto", {});
    REQUIRE(part.value);
    CHECK(part.value->sessions.size() == whole - 1);
}
