#include "import/feed/stamps.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string stamp(std::string_view text) {
    auto const read = read_stamp(text);
    if (!read) return "none";
    return to_iso(read->wall) + (read->offset ? to_offset_text(*read->offset) : "") + (read->has_time ? "" : " all day");
}

long length(std::string_view text) {
    auto const read = read_duration(text);
    return read ? read->length.count() : -1;
}

}  // namespace

TEST_CASE("stamps keep the wall time and the offset", "[import]") {
    CHECK(stamp("2014-12-27T11:00:00+01:00") == "2014-12-27T11:00:00+01:00");
    CHECK(stamp("2014-12-27T11:00-0330") == "2014-12-27T11:00:00-03:30");
    CHECK(stamp("2014-12-27 11:00:00Z") == "2014-12-27T11:00:00+00:00");
    CHECK(stamp(" 2014-12-27T11:00:00 ") == "2014-12-27T11:00:00");
    CHECK(stamp("2014-12-27") == "2014-12-27T00:00:00 all day");
    CHECK(read_stamp("2014-12-27T11:00:00+01:00")->instant() == read_stamp("2014-12-27T10:00:00Z")->instant());
}

TEST_CASE("the basic format is read, too", "[import]") {
    CHECK(stamp("20150811T160000") == "2015-08-11T16:00:00");
    CHECK(stamp("20150811T1600Z") == "2015-08-11T16:00:00+00:00");
    CHECK(stamp("20150811") == "2015-08-11T00:00:00 all day");
}

TEST_CASE("what is no date gives none", "[import]") {
    for (auto const* text : {"", "20008-02-24", "2015-02-30", "2015-13-01T10:00", "2015-01-01T25:00", "tomorrow", "2015-01-01T10:00+", "2015-01-01T"})
        CHECK(stamp(text) == "none");
}

TEST_CASE("lengths in all their spellings", "[import]") {
    CHECK(length("0:45") == 45);
    CHECK(length("00:45") == 45);
    CHECK(length("26:00") == 26 * 60);
    CHECK(length("90") == 90);
    CHECK(length("013000") == 90);
    CHECK(length("PT1H30M") == 90);
    CHECK(length("P1DT1H") == 25 * 60);
    CHECK(length("1:02:00") == 26 * 60);
    CHECK(read_duration("1:02:00")->is_ambiguous);
    CHECK(length("00:45:00") == 45);
    for (auto const* text : {"", "x", "1:60", "1:2:3:4", "-1:00", ":", "PT", "P1Y", "99999999", "9999999:00"}) CHECK(length(text) == -1);
}
