#include "programme/programme.hpp"

#include "programme/timeline.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

/// A small day: 9:00 talk, 9:30 break, 10:00 talk, a gap, 14:00 talk to 15:00.
ScheduleBuilder small_day() {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:30", "One");
    builder.add(Kind::break_, "9:30", "10:00", "Break");
    builder.add(Kind::talk, "10:00", "11:00", "Two");
    builder.add(Kind::talk, "14:00", "15:00", "Three");
    return builder;
}

std::string phase_at(ProgrammeMaker const& maker, Instant t) { return std::string(to_word(maker.at(t).phase)); }

}  // namespace

TEST_CASE("the day goes through its phases", "[programme]") {
    auto const builder = small_day();
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    CHECK(phase_at(maker, builder.at("12:00", -3)) == "before");
    CHECK(phase_at(maker, builder.at("8:29")) == "before");
    CHECK(phase_at(maker, builder.at("8:30")) == "soon");
    CHECK(phase_at(maker, builder.at("9:00")) == "session");
    CHECK(phase_at(maker, builder.at("9:30")) == "break");
    CHECK(phase_at(maker, builder.at("12:00")) == "gap");
    CHECK(phase_at(maker, builder.at("15:00")) == "over");
    CHECK(phase_at(maker, builder.at("0:00", 1)) == "event-over");
    CHECK(phase_at(maker, builder.at("12:00", 400)) == "event-over");
}

TEST_CASE("a talk ending now is over, and the one starting now is on", "[programme]") {
    auto const builder = small_day();
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    CHECK(maker.at(builder.at("10:00") - milliseconds{1}).now.front()->title == "Break");
    CHECK(maker.at(builder.at("10:00")).now.front()->title == "Two");
}

TEST_CASE("of two at once the later start wins, and the other is still on", "[programme]") {
    ScheduleBuilder builder;
    builder.add(Kind::workshop, "9:00", "12:00", "Long");
    builder.add(Kind::talk, "10:00", "11:00", "Short");
    auto const schedule = builder.build();
    auto const programme = ProgrammeMaker(schedule, {}).at(builder.at("10:30"));
    REQUIRE(programme.now.size() == 2);
    CHECK(programme.now[0]->title == "Short");
    CHECK(programme.now[1]->title == "Long");
}

TEST_CASE("a block gives way to its part", "[programme]") {
    ScheduleBuilder builder;
    builder.add(Kind::workshop, "9:00", "12:00", "Block");
    builder.add(Kind::talk, "10:00", "11:00", "Part").parent = 0;
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    CHECK(maker.at(builder.at("10:30")).now.size() == 1);
    CHECK(maker.at(builder.at("10:30")).now.front()->title == "Part");
    CHECK(maker.at(builder.at("11:30")).now.front()->title == "Block");
}

TEST_CASE("a moment is listed but never on", "[programme]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:00", "Gong");
    builder.add(Kind::talk, "9:00", "10:00", "Talk");
    auto const schedule = builder.build();
    auto const programme = ProgrammeMaker(schedule, {}).at(builder.at("9:00"));
    CHECK(programme.now.size() == 1);
    CHECK(programme.today.size() == 2);
}

TEST_CASE("a cancelled session is neither now nor next, but stays in the day", "[programme]") {
    auto builder = small_day();
    builder.draft.sessions[2].status = Status::cancelled;
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    CHECK(phase_at(maker, builder.at("10:30")) == "gap");
    CHECK(maker.at(builder.at("9:45")).next.front()->title == "Three");
    CHECK(maker.at(builder.at("9:45")).today.size() == 4);
}

TEST_CASE("after the last session of a day comes the next day's first", "[programme]") {
    auto builder = small_day();
    builder.add(Kind::keynote, "9:15", "10:00", "Tomorrow", 1);
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    auto const programme = maker.at(builder.at("16:00"));
    CHECK(programme.phase == Phase::over);
    REQUIRE(programme.first_later);
    CHECK(programme.first_later->title == "Tomorrow");
    CHECK(phase_at(maker, builder.at("0:00", 1)) == "before");
}

TEST_CASE("a session after midnight belongs to the evening before", "[programme]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "22:00", "23:30", "Late");
    builder.add(Kind::social, "0:30", "2:00", "Party", 1);
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    CHECK(maker.at(builder.at("23:45")).next.front()->title == "Party");
    CHECK(maker.at(builder.at("1:00", 1)).day == ScheduleBuilder::day(0));
    CHECK(phase_at(maker, builder.at("2:00", 1)) == "event-over");
}

TEST_CASE("an event without sessions is before, whatever the time", "[programme]") {
    ScheduleBuilder const builder;
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    CHECK(phase_at(maker, builder.at("12:00")) == "before");
    CHECK(maker.whole() == Span{});
    CHECK(timeline(maker, maker.whole()).empty());
}

TEST_CASE("a programme holds for the whole of its span and no longer", "[programme]") {
    auto builder = small_day();
    builder.add(Kind::talk, "9:10", "10:20", "Crossing");
    builder.add(Kind::talk, "23:00", "", "Late", 1);
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    for (auto t = builder.at("0:00", -1); t < builder.at("0:00", 4); t += minutes{7}) {
        auto const programme = maker.at(t);
        REQUIRE(programme.valid.contains(t));
        for (auto const other : {programme.valid.begin, programme.valid.end - milliseconds{1}}) {
            auto const again = maker.at(other);
            REQUIRE(again.phase == programme.phase);
            REQUIRE(again.now == programme.now);
            REQUIRE(again.next == programme.next);
        }
    }
}

TEST_CASE("a timeline has no holes", "[programme]") {
    auto const builder = small_day();
    auto const schedule = builder.build();
    ProgrammeMaker const maker(schedule, {});
    auto const spans = timeline(maker, maker.whole());
    REQUIRE(spans.size() == 8);
    CHECK(spans.front().valid.begin == builder.at("0:00"));
    CHECK(spans.back().valid.end == builder.at("0:00", 1));
    for (std::size_t i = 1; i < spans.size(); ++i) CHECK(spans[i].valid.begin == spans[i - 1].valid.end);
}
