// Rules of recurrence with the days that RFC 5545 and the calendar give them.
#include "import/ics/recurrence.hpp"

#include "import/ics/times.hpp"
#include "import/series_days.hpp"
#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("series by day and week", "[import]") {
    CHECK(days("FREQ=DAILY;COUNT=3", "20260105T090000") == "0105 0106 0107");
    CHECK(days("FREQ=DAILY;INTERVAL=10;COUNT=3", "20260105T090000") == "0105 0115 0125");
    CHECK(days("FREQ=DAILY;BYMONTH=2", "20260227T090000", 3) == "0227 0228 20270201");
    CHECK(days("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=4", "20260108T090000") == "0108 0109 0112 0113");
    CHECK(days("FREQ=WEEKLY;COUNT=3", "20260106T090000") == "0106 0113 0120");
    CHECK(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=5", "20260105T090000") == "0105 0107 0119 0121 0202");
    CHECK(days("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "20260106T090000") == "0106 0108 0113 0115");
}

TEST_CASE("the day on which weeks begin matters with an interval", "[import]") {  // RFC 5545 §3.8.5.3
    CHECK(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805T090000") == "0805 0810 0819 0824");
    CHECK(days("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805T090000") == "0805 0817 0819 0831");
}

TEST_CASE("series by month", "[import]") {
    CHECK(days("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "20260130T180000") == "0130 0227 0327");
    CHECK(days("FREQ=MONTHLY;BYDAY=5MO;COUNT=3", "20260330T180000") == "0330 0629 0831");
    CHECK(days("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4", "20260131T180000") == "0131 0331 0531 0731");
    CHECK(days("FREQ=MONTHLY;COUNT=4", "20260131T180000") == "0131 0331 0531 0731");
    CHECK(days("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "20260131T180000") == "0131 0228 0331");
    CHECK(days("FREQ=MONTHLY;BYMONTHDAY=2,15;COUNT=4", "20260102T180000") == "0102 0115 0202 0215");
    CHECK(days("FREQ=MONTHLY;BYDAY=2TU;INTERVAL=3;COUNT=3", "20260113T180000") == "0113 0414 0714");
    CHECK(days("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "20260213T180000") == "0213 0313 1113");
    CHECK(days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "20260130T180000") == "0130 0227 0331");
    CHECK(days("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3;COUNT=3", "20260107T180000") == "0107 0205 0305");
    CHECK(days("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3", "20260110T180000") == "0110 0207 0307");
}

TEST_CASE("series by year", "[import]") {
    CHECK(days("FREQ=YEARLY;COUNT=3", "20240229T120000") == "0229 20280229 20320229");
    CHECK(days("FREQ=YEARLY;BYMONTH=6,7;COUNT=4", "20260610T120000") == "0610 0710 20270610 20270710");
    CHECK(days("FREQ=YEARLY;BYDAY=20MO;COUNT=2", "19970519T090000") == "0519 19980518");
    CHECK(days("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2", "19970512T090000") == "0512 19980511");
    CHECK(days("FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "19970313T090000") == "0313 0320 0327 19980305");
    CHECK(days("FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200;COUNT=4", "19970101T090000") == "0101 0410 0719 20000101");
    CHECK(days("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;COUNT=2", "20261025T090000") == "1025 20271031");
    CHECK(days("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU;INTERVAL=4;COUNT=2", "19961105T090000") ==
          "1105 20001107");
}

TEST_CASE("series within a day", "[import]") {
    CHECK(days("FREQ=HOURLY;INTERVAL=3;COUNT=3", "20260105T090000") == "0105 0105T1200 0105T1500");
    CHECK(days("FREQ=MINUTELY;INTERVAL=90;COUNT=3", "20260105T090000") == "0105 0105T1030 0105T1200");
    CHECK(days("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10;COUNT=7", "20260105T090000", 9) ==
          "0105 0105T0920 0105T0940 0105T1000 0105T1020 0105T1040 0106");
    CHECK(days("FREQ=HOURLY;BYMINUTE=0,30;COUNT=3", "20260105T090000") == "0105 0105T0930 0105T1000");
    CHECK(days("FREQ=HOURLY;INTERVAL=2;BYMINUTE=0,30;COUNT=4", "20260105T090000") == "0105 0105T0930 0105T1100 0105T1130");
    CHECK(days("FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0;COUNT=3", "20260105T090000") == "0105 0105T1400 0106");
    CHECK(days("FREQ=HOURLY;BYDAY=TU;BYHOUR=9;COUNT=2", "20260106T090000") == "0106 0113");
}

TEST_CASE("rules that never end or never hold are done soon", "[import]") {
    auto const start = read_calendar_time("20260105T090000")->wall;
    auto const always = [](WallTime) { return true; };
    CHECK(occurrences_of("FREQ=SECONDLY", start, always).starts.size() == most_in_series);
    for (auto const* rule : {"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1",
                             "FREQ=HOURLY;INTERVAL=2;BYHOUR=8", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                             "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=50"}) {
        INFO(rule);
        auto const found = occurrences_of(rule, start, always);
        CHECK(found.starts.empty());
    }
    for (auto const* rule : {"", "FREQ=", "FREQ=FORTNIGHTLY", "COUNT=3", "FREQ=DAILY;INTERVAL=0;;;", "FREQ=DAILY;BYDAY=XX"}) {
        INFO(rule);
        CHECK(occurrences_of(rule, start, always).starts.size() <= most_in_series);
    }
}

TEST_CASE("lengths and offsets are read as RFC 5545 writes them", "[import]") {
    CHECK(read_calendar_length("PT1H30M") == minutes{90});
    CHECK(read_calendar_length("P1DT12H") == hours{36});
    CHECK(read_calendar_length("P2W") == hours{24 * 14});
    CHECK(read_calendar_length("-PT15M") == minutes{-15});
    CHECK_FALSE(read_calendar_length("PT"));
    CHECK_FALSE(read_calendar_length("P99999999999999999999D"));
    CHECK_FALSE(read_calendar_length("013000"));
    CHECK(read_utc_offset("-0430") == -(hours{4} + minutes{30}));
    CHECK_FALSE(read_utc_offset("0430"));
    CHECK_FALSE(read_calendar_time("20260229"));
    CHECK_FALSE(read_calendar_time("20260228T250000"));
    CHECK_FALSE(read_calendar_time("20260228T2500"));
}
