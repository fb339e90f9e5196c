#include "import/city_zones.hpp"
#include "import/date_words.hpp"
#include "import/page/front_matter.hpp"
#include "import/page/place_words.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string dates(std::string_view text) {
    std::string out;
    for (WrittenDate const& date : find_dates(text)) {
        if (!out.empty()) out += ", ";
        out += (date.year ? std::to_string(*date.year) : "?") + "-" + std::to_string(date.month) + "-" +
               std::to_string(date.day) + (date.is_choice ? " or" : "");
    }
    return out;
}

std::string years(std::string_view text) {
    std::string out;
    for (WrittenYear const& year : find_years(text)) {
        if (!out.empty()) out += ", ";
        out += year.name + "=" + std::to_string(year.year);
    }
    return out;
}

std::string places(std::string_view text) {
    std::string out;
    for (PlaceWords const& place : read_place_words(text)) {
        if (!out.empty()) out += "; ";
        if (!place.room.empty()) out += "room " + place.room;
        if (!place.venue.empty()) out += "venue " + place.venue;
        if (place.hours)
            out += to_clock_text(place.hours->opens) + " to " + to_clock_text(place.hours->closes);
    }
    return out;
}

}  // namespace

TEST_CASE("dates are written in many ways", "[import]") {
    CHECK(dates("at X 2022, December 16, somewhere") == "?-12-16");
    CHECK(dates("June 23rd") == "?-6-23");
    CHECK(dates("Dec. 8th, 2018") == "2018-12-8");
    CHECK(dates("Friday, 15 December 2023") == "2023-12-15");
    CHECK(dates("16. Dezember 2023") == "2023-12-16");
    CHECK(dates("2023-12-16") == "2023-12-16");
    CHECK(dates("December 14-15, 2024") == "2024-12-14");
    CHECK(dates("14th of July 2020") == "2020-7-14");
    CHECK(dates("December 13 or 14") == "?-12-13 or");
    CHECK(dates("you may march 200 miles") == "");
    CHECK(dates("") == "");
}

TEST_CASE("years stand beside names", "[import]") {
    CHECK(years("ML at NeurIPS 2022, December 16") == "NeurIPS=2022");
    CHECK(years("neurips2023") == "neurips=2023");
    CHECK(years("NeurIPS '23, NeurIPS\u2019 24") == "NeurIPS=2023");
    CHECK(years("NeurIPS'23") == "NeurIPS=2023");
    CHECK(years("December 16, 2023") == "");
    CHECK(years("room 12345") == "");
}

TEST_CASE("rooms, venues and hours stand between commas", "[import]") {
    CHECK(
        places("Talks at X 2022, December 16, New Orleans Convention Center, 9:00AM-5:00PM, Room 211-213.") ==
        "venue New Orleans Convention Center; 9:00 AM to 5:00 PM; room Room 211-213");
    CHECK(places("8:30AM-6PM, Room 510 AC") == "8:30 AM to 6:00 PM; room Room 510 AC");
    CHECK(places("Location: Room 7, Old Town Hall") == "room Room 7; room Old Town Hall");
    CHECK(places("Please come to the room early, it fills up") == "");
}

TEST_CASE("cities tell the zone, in whole words only", "[import]") {
    CHECK(find_city("New Orleans Convention Center")->zone == "America/Chicago");
    CHECK(find_city("Palais des congrès de Montréal")->zone == "America/Toronto");
    CHECK(find_city("Zürich, then Berlin")->zone == "Europe/Zurich");
    CHECK_FALSE(find_city("a londonish romeo"));
    CHECK_FALSE(find_city("berlin in small letters is a dance"));
    CHECK(zone_name_in("timezone: Europe/Berlin.") == "Europe/Berlin");
}

TEST_CASE("front matter stands between dashes or leads the page", "[import]") {
    auto const dashed = read_front_matter("---\ntitle: \"A: B\"\nx: 1\n---\n<p>");
    CHECK(dashed.value("title") == "A: B");
    CHECK(dashed.entries[1].line == 3);
    CHECK(without_front_matter("---\nx: 1\n---\n<p>", read_front_matter("---\nx: 1\n---\n<p>"))
              .ends_with("<p>"));
    auto const lines = read_front_matter("Title: A\nDate: 2018-08-01\n\n<p>a: b");
    CHECK(lines.value("date") == "2018-08-01");
    CHECK(lines.entries.size() == 2);
    CHECK(read_front_matter("---\ntitle: never ends").size == 0);
    CHECK(read_front_matter("").size == 0);
}
