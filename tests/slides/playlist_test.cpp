#include "slides/playlist.hpp"

#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

/// 10:00 keynote with a biography, 11:00 break, 11:30 talk, 12:00 posters.
ScheduleBuilder small_day() {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 1-3";
    builder.add(Kind::keynote, "10:00", "11:00", "Languages").people = {ScheduleBuilder::person("Ada Lovelace", "Analytical", "She wrote programs.")};
    builder.add(Kind::break_, "11:00", "11:30", "Coffee Break");
    builder.add(Kind::talk, "11:30", "12:00", "Compilers").people = {ScheduleBuilder::person("Grace Hopper", "Navy", "She wrote compilers.")};
    builder.add(Kind::poster, "12:00", "13:00", "Posters");
    return builder;
}

struct Display {
    ScheduleBuilder builder = small_day();
    Schedule schedule = builder.build();
    SceneMaker scenes;
    explicit Display(Timing timing = {}) : scenes(schedule, {}, std::move(timing), english_words("en-US")) {}
    SceneAt at(std::string_view clock) const { return *scenes.at(builder.at(clock)); }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a slide stays as long as it takes to read", "[slides]") {
    CHECK(dwell_for(0) == seconds{10});
    CHECK(dwell_for(30) == seconds{14});
    CHECK(dwell_for(1000) == seconds{40});
}

TEST_CASE("a session begins with its own slide and ends with what comes next", "[slides]") {
    Display const display;
    CHECK(display.at("10:01").in_turn == Names{"now"});
    CHECK(display.at("10:30").in_turn == Names{"now", "upcoming", "speaker:ada-lovelace", "day", "speaker:grace-hopper"});
    CHECK(display.at("10:56").in_turn == Names{"now", "upcoming"});
}

TEST_CASE("each phase has its own slides", "[slides]") {
    Display const display;
    CHECK(display.at("8:00").in_turn == Names{"before", "day", "speaker:ada-lovelace", "speaker:grace-hopper"});
    CHECK(display.at("9:45").in_turn == Names{"soon", "upcoming", "speaker:ada-lovelace"});
    CHECK(display.at("11:10").in_turn == Names{"break", "upcoming", "speaker:grace-hopper", "day"});
    CHECK(display.at("11:27").in_turn == Names{"break", "speaker:grace-hopper"});
    CHECK(display.at("12:30").in_turn == Names{"posters", "day"});
    CHECK(display.at("13:30").in_turn == Names{"over"});
}

TEST_CASE("the organiser's own cycle replaces the phases'", "[slides]") {
    Timing timing;
    timing.slides = {"now", "speaker"};
    timing.dwell = seconds{5};
    Display const display(timing);
    CHECK(display.at("10:30").in_turn == Names{"now", "speaker:ada-lovelace", "speaker:grace-hopper"});
    CHECK(display.at("10:00:04").slide == "now");
    CHECK(display.at("10:00:05").slide == "speaker:ada-lovelace");
    CHECK(display.at("10:00:15").slide == "speaker:grace-hopper");
    CHECK(display.at("10:00:20").slide == "now");
}

TEST_CASE("a phase may have a cycle of its own, the others keep theirs", "[slides]") {
    Timing timing;
    timing.playlists["break"] = {"now", "day"};
    Display const display(timing);
    CHECK(display.at("11:10").in_turn == Names{"break", "day"});
    CHECK(display.at("11:27").in_turn == Names{"break", "day"});
    CHECK(display.at("10:56").in_turn == Names{"now", "upcoming"});
    timing.slides = {"now"};
    Display const other(timing);
    CHECK(other.at("11:10").in_turn == Names{"break", "day"});
    CHECK(other.at("10:30").in_turn == Names{"now"});
}

TEST_CASE("turns follow each other without holes and return", "[slides]") {
    Display const display;
    auto t = display.builder.at("10:03");
    auto const end = display.builder.at("10:55");
    int turns = 0;
    std::string last;
    while (t < end) {
        auto const scene = *display.scenes.at(t);
        REQUIRE(scene.until > t);
        if (scene.slide != last) ++turns;
        last = scene.slide;
        t = scene.until;
    }
    CHECK(turns > 60);
}

TEST_CASE("the scene stays the same until it says so", "[slides]") {
    Display const display;
    for (auto t = display.builder.at("7:58:31"); t < display.builder.at("13:30"); t += seconds{97}) {
        auto const scene = *display.scenes.at(t);
        auto const last = *display.scenes.at(scene.until - milliseconds{1});
        REQUIRE(last.scene == scene.scene);
        REQUIRE(last.slide == scene.slide);
    }
}

TEST_CASE("a slide can be asked for by name, and one that is not there is not made up", "[slides]") {
    Display const display;
    auto const t = display.builder.at("11:10");
    CHECK(display.scenes.at(t, "now")->slide == "break");
    CHECK(std::holds_alternative<PauseSlide>(display.scenes.at(t, "now")->scene.slide));
    CHECK(std::get<SpeakerSlide>(display.scenes.at(t, "speaker:grace-hopper")->scene.slide).person.name == "Grace Hopper");
    CHECK_FALSE(display.scenes.at(t, "speaker:nobody"));
    CHECK_FALSE(display.scenes.at(display.builder.at("13:30"), "upcoming"));
}

TEST_CASE("two languages take turns, one a cycle, and words and texts change together", "[slides]") {
    auto const builder = small_day();
    auto in_german = small_day();
    in_german.draft.sessions[0].title = "Sprachen";
    auto const schedule = builder.build(), german = in_german.build();
    auto words = english_words("de");
    words.language = "de";
    words.forms[static_cast<std::size_t>(Phrase::now)][static_cast<std::size_t>(Plural::other)] = "Jetzt";
    SceneMaker const scenes({{english_words("en-US"), schedule}, {words, german}}, {}, {});
    auto t = builder.at("10:03");
    std::vector<std::string> cycles;
    for (auto const end = builder.at("10:20"); t < end;) {
        auto const scene = *scenes.at(t);
        if (auto const* now = std::get_if<NowSlide>(&scene.scene.slide)) {
            CHECK(now->plate == (scene.language == "de" ? "Jetzt" : "Now"));
            CHECK(now->headline == (scene.language == "de" ? "Sprachen" : "Languages"));
        }
        if (cycles.empty() || cycles.back() != scene.language) cycles.push_back(scene.language);
        t = scene.until;
    }
    REQUIRE(cycles.size() > 3);
    CHECK(cycles[0] == "en");
    // A slide that is alone in its cycle alternates as well.
    auto const alone = *scenes.at(builder.at("10:00"));
    CHECK(alone.in_turn == Names{"now"});
    CHECK(scenes.at(alone.until)->language != alone.language);
}
