#include "lint/rules.hpp"

#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

std::vector<std::string> messages(std::vector<Problem> const& problems) {
    std::vector<std::string> found;
    for (auto const& problem : problems) found.push_back(problem.message);
    return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a table in another zone's times is told by the stated hours", "[lint]") {
    ScheduleBuilder builder;
    builder.draft.event.opens = hours{9};
    builder.draft.event.closes = hours{17};
    for (int hour = 18; hour < 24; ++hour) builder.add(Kind::talk, std::to_string(hour) + ":00", std::to_string(hour) + ":45", "Talk " + std::to_string(hour));
    auto const problems = find_shifted_table(builder.build());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "table-zone-shifted");
    CHECK(problems[0].message.find("-9 h") != std::string::npos);
    builder.add(Kind::talk, "9:30", "10:00", "Early");
    CHECK(find_shifted_table(builder.build()).empty());
}

TEST_CASE("letters are measured in millimetres, and titles too small for the distance are named", "[lint]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "Short");
    builder.add(Kind::talk, "10:00", "11:00", "A title that goes on and on, because whoever wrote it could not stop, and nobody asked them to, until it ends");
    auto const schedule = builder.build();
    SceneMaker const scenes(schedule, {}, {}, english_words("en-US"));
    FixedMetrics const metrics;
    CHECK(find_small_letters(schedule, scenes, {}, {1920, 1080}, {}, {}, metrics).empty());
    auto const notes = find_small_letters(schedule, scenes, {}, {1920, 1080}, {43, 0}, {}, metrics);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].code == "letter-height");
    auto const far = find_small_letters(schedule, scenes, {}, {1920, 1080}, {43, 50}, {}, metrics);
    CHECK(far.size() == 3);
    // The short one has capitals of 40 mm, which do for 6.1 m; the long one is smaller.
    auto const near = find_small_letters(schedule, scenes, {}, {1920, 1080}, {43, 5}, {}, metrics);
    REQUIRE(near.size() == 2);
    CHECK(near[1].code == "text-too-small");
    CHECK(near[1].message.starts_with("\"A title that goes on"));
}

TEST_CASE("two sessions in one room at once are reported, in two rooms not", "[lint]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "One").rooms = {"A"};
    builder.add(Kind::talk, "9:30", "10:30", "Two").rooms = {"B"};
    CHECK(find_overlaps(builder.build()).empty());
    builder.add(Kind::talk, "9:50", "10:20", "Three").rooms = {"A"};
    CHECK(messages(find_overlaps(builder.build())) == Texts{"\"Three\" starts at 09:50, before \"One\" ends at 10:00 in A: both are shown"});
}

TEST_CASE("a block does not overlap its own parts", "[lint]") {
    ScheduleBuilder builder;
    builder.add(Kind::workshop, "9:00", "12:00", "Block");
    builder.add(Kind::talk, "9:00", "10:00", "Part").parent = 0;
    CHECK(find_overlaps(builder.build()).empty());
    CHECK(find_blocks(builder.build()).size() == 1);
}

TEST_CASE("a hole in the day is noted, the night is none", "[lint]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "One");
    builder.add(Kind::talk, "10:10", "11:00", "Two");
    builder.add(Kind::talk, "14:00", "15:00", "Three");
    builder.add(Kind::talk, "9:00", "10:00", "Next day", 1);
    CHECK(messages(find_gaps(builder.build())) == Texts{"nothing is planned from 11:00 to 14:00"});
}

TEST_CASE("odd lengths and days far away are reported", "[lint]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "9:00", "Gong");
    builder.add(Kind::talk, "9:00", "23:00", "Marathon");
    builder.add(Kind::talk, "10:00", "11:00", "Usual");
    builder.add(Kind::talk, "10:00", "11:00", "Reunion", 300);
    auto const schedule = builder.build();
    CHECK(find_odd_lengths(schedule).size() == 2);
    REQUIRE(find_stray_days(schedule).size() == 1);
    CHECK(find_stray_days(schedule)[0].where.line == 4);
}

TEST_CASE("sessions outside the stated hours are noted", "[lint]") {
    ScheduleBuilder builder;
    builder.draft.event.opens = hours{9};
    builder.draft.event.closes = hours{17};
    builder.add(Kind::talk, "8:30", "9:00", "Early");
    builder.add(Kind::talk, "9:00", "17:00", "Inside");
    builder.add(Kind::talk, "17:15", "18:00", "Late");
    CHECK(messages(find_stray_hours(builder.build())) ==
          Texts{"\"Early\" starts at 08:30, before the stated hours: kept", "\"Late\" starts at 17:15, after the stated hours: kept"});
}

TEST_CASE("rooms that look like one are reported, numbered ones are not", "[lint]") {
    auto const similar = [](std::string const& a, std::string const& b) {
        ScheduleBuilder builder;
        builder.add(Kind::talk, "9:00", "10:00", "One").rooms = {a};
        builder.add(Kind::talk, "9:00", "10:00", "Two").rooms = {b};
        return !find_similar_rooms(builder.build()).empty();
    };
    CHECK(similar("Amphithéâtre Callelongue", "Amphithéatre Calelongue"));
    CHECK(similar("Ball Room", "Ballroom"));
    CHECK_FALSE(similar("Room 1", "Room 2"));
    CHECK_FALSE(similar("Ballroom A", "Ballroom B"));
    CHECK_FALSE(similar("Room 10", "Room 101"));
    CHECK_FALSE(similar("Hall A West", "Hall B West"));
}

TEST_CASE("a session without a room is reported only where others have one", "[lint]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "Lost");
    CHECK(find_rooms_missing(builder.build()).empty());
    builder.add(Kind::talk, "9:00", "10:00", "Found").rooms = {"A"};
    CHECK(find_rooms_missing(builder.build()).size() == 1);
}

TEST_CASE("a title that can only be shown cut is named", "[lint]") {
    ScheduleBuilder builder;
    std::string title = "Word";
    for (int i = 0; i < 80; ++i) title += " word";
    builder.add(Kind::talk, "9:00", "10:00", "Short");
    builder.add(Kind::talk, "10:00", "11:00", "Long");
    auto sessions = builder.build().sessions();
    sessions[1].title = title;  // no source has it so long: it is cut before
    auto const schedule = builder.build().with_sessions(std::move(sessions));
    SceneMaker const scenes(schedule, {}, {}, english_words("en-US"));
    auto const problems = find_cut_texts(schedule, scenes, Theme{}, {1920, 1080}, {FixedMetrics{}, FixedMetrics{}});
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where.line == 2);
}

TEST_CASE("a character without a font is named once, with its code point, who needs it and the package",
          "[lint]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "9:00", "10:00", "Talk").people = {ScheduleBuilder::person("王小明"), ScheduleBuilder::person("王")};
    GlyphQuestions glyphs{[](char32_t c) { return c != U'王'; },
                          [](char32_t) { return std::string("fonts-noto-cjk"); }};
    auto const problems = find_missing_glyphs(builder.build(), glyphs);
    CHECK(messages(problems) == Texts{"no installed font has \"王\" (U+738B), which \"王小明\" needs: a box is drawn"});
    CHECK(problems.at(0).hint == "sudo apt install fonts-noto-cjk");
    glyphs.has = [](char32_t c) { return c < 0x80; };
    CHECK(
        messages(find_missing_glyphs(builder.build(), glyphs)) ==
        Texts{"no installed font has \"王\" (U+738B), which \"王小明\" needs nor 2 others: boxes are drawn"});
    glyphs.package_for = [](char32_t) { return std::string{}; };
    CHECK(find_missing_glyphs(builder.build(), glyphs).size() == 3);
}

TEST_CASE("a language whose letters no font has is said once, where it was asked for", "[lint]") {
    auto const& words = english_words();
    CHECK(find_missing_letters(words, {"event.toml", 3, {}}, [](char32_t) { return true; }).empty());
    auto const problems = find_missing_letters(words, {"event.toml", 3, {}}, [](char32_t c) { return c < 0x80; });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "glyph-missing");
    CHECK(problems[0].where.line == 3);
}
