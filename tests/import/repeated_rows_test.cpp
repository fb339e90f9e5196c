#include "import/repeated_rows.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

DraftSession row(std::string title, hours start, hours end) {
    DraftSession session;
    session.title = std::move(title);
    session.rooms = {"Hall"};
    session.start = WallTime{} + start;
    session.end = WallTime{} + end;
    return session;
}

}  // namespace

TEST_CASE("rows between repeated ones keep their blocks", "[import]") {
    ScheduleDraft draft;
    draft.sessions = {row("Block", hours{9}, hours{12}), row("Part", hours{9}, hours{10}), row("Part", hours{10}, hours{11}),
                      row("Other", hours{11}, hours{12})};
    for (std::size_t i = 1; i < 4; ++i) draft.sessions[i].parent = 0;
    draft.sessions.push_back(row("Block", hours{12}, hours{13}));
    draft.sessions.push_back(row("Late part", hours{12}, hours{13}));
    draft.sessions.back().parent = 4;
    CHECK(join_repeated_rows(draft).size() == 2);
    REQUIRE(draft.sessions.size() == 4);
    CHECK(draft.sessions[0].end == DraftTime{WallTime{} + hours{13}});
    CHECK(draft.sessions[1].end == DraftTime{WallTime{} + hours{11}});
    CHECK(draft.sessions[2].parent == 0U);
    CHECK(draft.sessions[3].title == "Late part");
    CHECK(draft.sessions[3].parent == 0U);
}

TEST_CASE("whole days side by side stay days", "[import]") {
    ScheduleDraft draft;
    draft.sessions = {row("Exhibition", hours{0}, hours{24}), row("Exhibition", hours{24}, hours{48})};
    CHECK(join_repeated_rows(draft).empty());
}

TEST_CASE("what differs in anything said is no repetition", "[import]") {
    ScheduleDraft draft;
    draft.sessions = {row("Tour", hours{9}, hours{10}), row("Tour", hours{10}, hours{11}), row("Tour", hours{12}, hours{13})};
    draft.sessions[0].abstract = "Of the cellar";
    draft.sessions[1].abstract = "Of the attic";
    CHECK(join_repeated_rows(draft).empty());
    CHECK(draft.sessions.size() == 3);
}
