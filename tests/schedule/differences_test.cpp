#include "schedule/differences.hpp"

#include "base/limits.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

ScheduleBuilder a_day() {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 1";
    builder.add(Kind::talk, "9:00", "10:00", "First").people = {ScheduleBuilder::person("Ada Lovelace")};
    builder.add(Kind::talk, "10:00", "11:00", "Second");
    builder.add(Kind::invited, "13:30", "13:50", "Sparsity").people = {ScheduleBuilder::person("Atlas Wang")};
    builder.add(Kind::invited, "13:50", "14:10", "").placeholder = true;
    builder.add(Kind::talk, "14:30", "15:00", "Last");
    return builder;
}

Session const* titled(Schedule const& schedule, std::string_view title) {
    for (auto const& session : schedule.sessions())
        if (session.title == title) return &session;
    return nullptr;
}

}  // namespace

TEST_CASE("the same page again is no news", "[schedule]") {
    auto const builder = a_day();
    auto const schedule = builder.build();
    auto const marked = with_changes_marked(builder.build(), schedule, builder.at("9:30"));
    CHECK(marked.sessions() == schedule.sessions());
}

TEST_CASE("who begins at another time keeps what was planned, and since when that is known", "[schedule]") {
    auto builder = a_day();
    auto const before = builder.build();
    builder.draft.sessions[2].start = ScheduleBuilder::wall("13:40");
    builder.draft.sessions[2].end = ScheduleBuilder::wall("14:00");
    auto const marked = with_changes_marked(builder.build(), before, builder.at("9:16"));
    auto const* session = titled(marked, "Sparsity");
    REQUIRE(session);
    REQUIRE(session->earlier);
    CHECK(session->earlier->when == Span{builder.at("13:30"), builder.at("13:50")});
    CHECK(session->earlier->known_since == builder.at("9:16"));
    CHECK(marked.sessions().size() == before.sessions().size());
    // The next reading of the same page does not forget it, and does not make it new.
    auto const again = with_changes_marked(builder.build(), marked, builder.at("9:17"));
    CHECK(titled(again, "Sparsity")->earlier == session->earlier);
}

TEST_CASE("another title or an end that moved is shown and not announced", "[schedule]") {
    auto builder = a_day();
    auto const before = builder.build();
    builder.draft.sessions[2].title = "Heavy Hitters";
    builder.draft.sessions[2].end = ScheduleBuilder::wall("14:10");
    builder.draft.sessions.erase(builder.draft.sessions.begin() + 3);
    auto const marked = with_changes_marked(builder.build(), before, builder.at("9:16"));
    REQUIRE(titled(marked, "Heavy Hitters"));
    CHECK_FALSE(titled(marked, "Heavy Hitters")->earlier);
    CHECK(titled(marked, "Heavy Hitters")->when.end == builder.at("14:10"));
    CHECK(marked.sessions().size() == 4);  // what was a placeholder is not missed
}

TEST_CASE("another room is remembered by name", "[schedule]") {
    auto builder = a_day();
    for (auto& row : builder.draft.sessions) row.rooms = {"Room 1"};
    auto const before = builder.build();
    builder.draft.sessions[1].rooms = {"Room 2"};
    auto const marked = with_changes_marked(builder.build(), before, builder.at("9:16"));
    CHECK(titled(marked, "Second")->earlier->room == "Room 1");
}

TEST_CASE("who is gone from the page is cancelled to those who come for it, until it would be over", "[schedule]") {
    auto builder = a_day();
    auto const before = builder.build();
    builder.draft.sessions.erase(builder.draft.sessions.begin() + 2);
    auto const marked = with_changes_marked(builder.build(), before, builder.at("9:16"));
    auto const* gone = titled(marked, "Sparsity");
    REQUIRE(gone);
    CHECK(gone->status == Status::cancelled);
    CHECK(gone->speakers.empty());  // the page names him no more
    CHECK(gone->earlier->known_since == builder.at("9:16"));
    auto const later = with_changes_marked(builder.build(), marked, builder.at("12:00"));
    CHECK(titled(later, "Sparsity")->earlier->known_since == builder.at("9:16"));
    CHECK_FALSE(titled(with_changes_marked(builder.build(), later, builder.at("13:50")), "Sparsity"));
}

TEST_CASE("of a page that names everything anew each time, the latest to go are remembered, and no end of them", "[schedule]") {
    Schedule shown = a_day().build();
    for (int reading = 0; reading < 150; ++reading) {
        auto builder = a_day();
        auto const title = "Take " + std::to_string(reading);
        auto& other = builder.add(Kind::talk, "16:00", "18:00", title);
        other.source_id = title;
        other.start = ScheduleBuilder::wall("15:00") + minutes{reading};
        shown = with_changes_marked(builder.build(), shown, builder.at("9:00") + minutes{reading});
    }
    CHECK(shown.sessions().size() == a_day().build().sessions().size() + 1 + most_kept_cancelled);
    CHECK(titled(shown, "Take 149"));
    REQUIRE(titled(shown, "Take 148"));
    CHECK(titled(shown, "Take 148")->status == Status::cancelled);
    CHECK_FALSE(titled(shown, "Take 3"));
}

TEST_CASE("another plan altogether is not a list of changes", "[schedule]") {
    auto builder = a_day();
    auto const before = builder.build();
    for (auto& row : builder.draft.sessions) {
        row.start = std::get<WallTime>(*row.start) + hours{1};
        row.end = std::get<WallTime>(*row.end) + hours{1};
    }
    auto const marked = with_changes_marked(builder.build(), before, builder.at("8:00"));
    for (auto const& session : marked.sessions()) CHECK_FALSE(session.earlier);
}

TEST_CASE("half a file is told from a shorter programme", "[schedule]") {
    auto builder = a_day();
    auto const whole = builder.build();
    builder.draft.sessions.pop_back();
    CHECK_FALSE(has_lost_most(builder.build(), whole));
    builder.draft.sessions.resize(2);
    CHECK(has_lost_most(builder.build(), whole));
    CHECK(has_lost_most(Schedule::empty({}, Zone::floating()), whole));
    CHECK_FALSE(has_lost_most(whole, Schedule::empty({}, Zone::floating())));
}
