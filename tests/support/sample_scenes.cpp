#include "support/sample_scenes.hpp"

#include <algorithm>

#include "support/catch.hpp"
#include "support/expected_file.hpp"

namespace kiosk {
namespace {

constexpr std::string_view biography =
    "She folds paper for a living and teaches geometry to people who are afraid of it, and to people who are "
    "not. Before that, she drew maps of towns that were never built. Her book on creases has been translated "
    "into eleven languages, and misunderstood in three of them. She has not lost a sheet since 2009. "
    "Her students build bridges, boxes and, once, a boat that crossed the pond behind the faculty. "
    "She answers letters if they are folded well.";

DraftPerson speaker(std::string name, std::string affiliation, std::string text = {},
                    bool with_photo = false) {
    auto person = ScheduleBuilder::person(std::move(name), std::move(affiliation), std::move(text));
    if (with_photo) person.photo = sample_photo;
    return person;
}

void describe(EventFacts& event) {
    event.name = "Folding Day";
    event.series = "Paper Week 2023";
    event.venue = "House of Sheets, Rome";
    event.url = "https://folding.example.org/";
    event.contact = "desk@folding.example.org";
    event.logo = sample_logo;
}

void fill_morning(ScheduleBuilder& event) {
    event.add(Kind::opening, "9:00", "9:10", "Welcome");
    auto& keynote = event.add(Kind::keynote, "9:10", "10:00", "How to Fold a Map the Way It Came");
    keynote.people = {speaker("Ada Example", "University of Paper", std::string(biography), true)};
    keynote.url = "https://folding.example.org/talks/maps";
    event.add(Kind::break_, "10:00", "10:30", "Coffee");
    event.add(Kind::talk, "10:30", "10:50", "").people = {
        speaker("Benedikt Sample", "Institute of Creases", std::string(biography.substr(0, 110)))};
    event.add(Kind::talk, "10:50", "11:10",
              "On the Complexity of Refolding Road Maps Under Wind, Rain and the Advice of Passengers: Lower "
              "Bounds, Heuristics and a Field Study with 212 Volunteers in Three Countries");
    event.add(Kind::panel, "11:10", "11:40", "Should Paper Have Two Sides?").people = {
        speaker("Carla Muster", "Möbius GmbH"), speaker("Daniel Vzor", "Charles Origami Lab"),
        speaker("Eleni Papa", "University of Paper"), speaker("Farid Nemune", "Sheet & Sons"),
        speaker("Grace Model", "Institute of Creases")};
    event.add(Kind::other, "11:40", "11:50", "Questions and answers");
    auto& open = event.add(Kind::invited, "11:50", "12:30", "");
    open.label = "Invited Speaker";
    open.placeholder = true;
}

void fill_afternoon(ScheduleBuilder& event) {
    event.add(Kind::meal, "12:30", "13:30", "Lunch");
    event.add(Kind::poster, "13:30", "14:30", "Posters and Paper Planes");
    event.add(Kind::talk, "14:30", "15:00", "Paper Without Ink").people = {
        speaker("佐藤 花子", "折紙大学", std::string(biography.substr(0, 200)))};
    event.add(Kind::talk, "15:30", "16:00", "Wet Folding").people = {
        speaker("Hana Beispiel", "Sheet & Sons")};
    event.draft.sessions.back().status = Status::cancelled;
    event.add(Kind::competition, "16:00", "17:00", "The Longest Plane");
    event.add(Kind::talk, "16:20", "16:40", "Judging by Eye").people = {speaker("Ivo Primer", "")};
    event.add(Kind::closing, "17:00", "17:15", "Prizes and Farewell");
}

Schedule make_schedule() {
    ScheduleBuilder event;
    describe(event.draft.event);
    fill_morning(event);
    fill_afternoon(event);
    for (auto& row : event.draft.sessions) row.rooms = {"Room 211-213"};
    auto const elsewhere = [&](std::string room, std::string start, std::string end, std::string title) {
        event.add(Kind::workshop, start, end, std::move(title)).rooms = {std::move(room)};
    };
    elsewhere("Hall A", "9:00", "12:00", "Boxes for Beginners");
    elsewhere("Hall A", "13:00", "16:30", "Boxes for Everybody Else");
    elsewhere("Atrium", "9:30", "10:30", "Cranes");
    elsewhere("Atrium", "11:00", "17:00", "A Thousand Cranes");
    elsewhere("Hall A", "17:40", "18:00", "Folding in the Dark");
    event.draft.sessions.back().earlier = DraftEarlier{{}, "Room 211-213"};
    auto& late = event.add(Kind::talk, "9:00", "10:00", "Unfolding", 1);
    late.rooms = {"Room 211-213"};
    late.earlier = DraftEarlier{ScheduleBuilder::wall("8:45", 1), {}};
    return event.build();
}

Announcement posted(Announcement::Form form, std::string head, std::string text, std::string pictogram = {}) {
    Announcement one;
    one.form = form;
    one.head = std::move(head);
    one.text = std::move(text);
    one.pictogram = std::move(pictogram);
    return one;
}

Announcement emergency(AnnouncementState state) {
    auto one = posted(Announcement::Form::emergency, "Leave the building",
                      "Take the stairs beside the cloakroom. Meet on the square before the main entrance.");
    one.state = state;
    return one;
}

std::vector<SampleScene> make_scenes() {
    using Form = Announcement::Form;
    std::vector<std::string> const here{"Room 211-213"}, everywhere{"Room 211-213", "Hall A", "Atrium"};
    auto const late = posted(Form::notice, "Lunch is late", "The soup needs ten more minutes.", "late");
    auto const strip =
        posted(Form::banner, "Lift out of order", "Use the stairs beside the cloakroom.", "alert");
    auto const in = [&](std::string_view name, std::string_view clock, std::vector<Announcement> posts) {
        return SampleScene{name, clock, name.substr(0, name.find('-')), here, std::move(posts)};
    };
    auto const on_second_day = [](SampleScene scene) {
        scene.day = 1;
        return scene;
    };
    auto in_two_languages = in("emergency-in-two-languages", "9:30", {emergency(AnnouncementState::real)});
    in_two_languages.second_language = "it";
    in_two_languages.posted.front().second_head = "Lasciate l'edificio";
    in_two_languages.posted.front().second_text = "Usate le scale accanto al guardaroba.";
    auto from_the_right = SampleScene{"now-from-the-right", "9:30", "now"};
    from_the_right.language = "ar";
    return {
        {"welcome", "8:40", "soon"},
        {"welcome-in-a-gap", "15:10", "gap"},
        {"now-photo", "9:30", "now"},
        {"now-name-only", "10:35", "now"},
        {"now-long-title", "11:00", "now"},
        {"now-several-speakers", "11:20", "now"},
        {"now-to-be-announced", "12:00", "now"},
        {"now-two-at-once", "16:25", "now"},
        from_the_right,
        {"questions", "11:45", "now"},
        {"break", "10:15", "break"},
        {"lunch", "13:05", "break"},
        {"posters", "14:00", "posters"},
        {"upcoming", "9:30", "upcoming"},
        {"day", "11:20", "day"},
        {"speaker-photo", "9:30", "speaker:ada-example"},
        {"speaker-monogram", "9:30", "speaker:benedikt-sample"},
        {"speaker-monogram-of-another-script", "14:20", "speaker:佐藤-花子"},
        {"end-of-day", "18:30", "over"},
        on_second_day({"end-of-event", "10:20", "now"}),
        {"night", "23:30", "night"},
        {"notice-cancelled", "15:20", "notice"},
        {"notice-moved", "17:30", "notice"},
        on_second_day({"notice-late", "8:40", "notice"}),
        in("notice", "12:00", {late}),
        in("now-banner", "9:30", {strip}),
        in("emergency", "9:30", {emergency(AnnouncementState::real)}),
        in("emergency-test", "9:30", {emergency(AnnouncementState::test)}),
        in("emergency-lifted", "9:30", {emergency(AnnouncementState::lifted)}),
        in_two_languages,
        {"directory", "9:45", "directory", everywhere},
        {"clock-not-set", "9:30", "planned-day"},
    };
}

Words words_of(std::string_view language) {
    if (language.starts_with("en")) return english_words(language);
    auto const file = std::string(language) + ".toml";
    return *parse_words({file, read_whole(KIOSK_SOURCE_DIR "/config/lang/" + file)}, language).value;
}

}  // namespace

std::vector<SampleScene> const& sample_scenes() {
    static auto const scenes = make_scenes();
    return scenes;
}

Schedule const& sample_schedule() {
    static auto const schedule = make_schedule();
    return schedule;
}

Scene scene_of(SampleScene const& sample) {
    CAPTURE(sample.name);
    std::vector<Edition> editions{{words_of(sample.language), sample_schedule()}};
    if (!sample.second_language.empty())
        editions.push_back({words_of(sample.second_language), sample_schedule()});
    SceneMaker const scenes(std::move(editions), sample.rooms, {}, sample.posted);
    auto scene = scenes.at(ScheduleBuilder().at(sample.clock, sample.day), std::string(sample.slide));
    REQUIRE(scene);
    return std::move(scene->scene);
}

SampleScene const& sample_called(std::string_view name) {
    auto const& scenes = sample_scenes();
    auto const found = std::find_if(scenes.begin(), scenes.end(),
                                    [&](SampleScene const& sample) { return sample.name == name; });
    CAPTURE(name);
    REQUIRE(found != scenes.end());
    return *found;
}

}  // namespace kiosk
