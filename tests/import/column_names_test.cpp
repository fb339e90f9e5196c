#include "import/column_names.hpp"

#include "import/table_times.hpp"
#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("a column is known by its words, however they are joined", "[import]") {
    for (char const* name : {"Start", "start_time", "timeStart", "Start time", "Beginn", "Uhrzeit"}) {
        INFO(name);
        CHECK(column_of(name) == Column::start);
    }
    CHECK(column_of("Speaker(s)") == Column::people);
    CHECK(column_of("Speaker 2") == Column::people);
    CHECK(column_of("speaker_ids") == Column::people);
    CHECK(column_of("Vortragende") == Column::people);
    CHECK(column_of("Räume") == Column::room);
    CHECK(column_of("File URL") == Column::recording);
    CHECK_FALSE(column_of("Remarks of the caterer"));
    CHECK_FALSE(column_of(""));
}

TEST_CASE("durations: hours and minutes, minutes, days", "[import]") {
    CHECK(read_duration_field("1:30") == minutes{90});
    CHECK(read_duration_field("45") == minutes{45});
    CHECK(read_duration_field("1:02:00") == minutes{26 * 60});
    CHECK(read_duration_field("20 min") == minutes{20});
    CHECK_FALSE(read_duration_field("long"));
    CHECK_FALSE(read_duration_field(""));
    CHECK_FALSE(read_duration_field("1:2:3:4"));
    CHECK_FALSE(read_duration_field("99999999999"));
}
