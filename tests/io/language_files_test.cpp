#include "io/language_files.hpp"

#include "io/event_loader.hpp"
#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

EventSettings speaking(std::vector<std::string> const& tags) {
    EventSettings event;
    event.languages.clear();
    for (auto const& tag : tags) event.languages.push_back({tag, {"event.toml", 3, {}}});
    return event;
}

}  // namespace

TEST_CASE("a language is its own file, else that of the language without the region", "[io]") {
    std::vector<Problem> problems;
    auto const languages = read_languages(speaking({"de-AT", "en-GB"}), KIOSK_SOURCE_DIR, problems);
    CHECK(problems.empty());
    REQUIRE(languages.size() == 2);
    CHECK(languages[0][Phrase::now] == "Jetzt");
    CHECK(languages[0].language == "de-AT");
    CHECK(languages[1][Phrase::now] == "Now");
    CHECK(languages[1].habits.clock == ClockStyle::twenty_four_hour);
}

TEST_CASE("a language without a file is said with its line, and English is shown", "[io]") {
    std::vector<Problem> problems;
    auto const languages = read_languages(speaking({"tlh"}), KIOSK_SOURCE_DIR, problems);
    CHECK(languages.at(0)[Phrase::now] == "Now");
    REQUIRE(problems.size() == 1);
    CHECK(to_line(problems[0]) ==
          "event.toml:3: warning: there are no words for the language \"tlh\": English is shown; known "
          "languages: "
          "ar, de, en, es, fr, hi, it, ja, ko, nl, pl, pt, zh; to add one, see config/lang/en.toml "
          "[language-unknown]");
}

TEST_CASE("English needs no data folder, and a tag leads to no other folder", "[io]") {
    TemporaryFolder const folder;
    fs::create_directories(folder.path / "config" / "lang");
    REQUIRE(write_atomically(folder.path / "config" / "x.toml", "[words]\nnow = \"!\"\n").empty());
    std::vector<Problem> problems;
    CHECK(read_languages(speaking({"en-AU"}), folder.path / "none", problems).at(0)[Phrase::now] == "Now");
    CHECK(problems.empty());
    CHECK(read_languages(speaking({"../x"}), folder.path, problems).at(0)[Phrase::now] == "Now");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == "language-unknown");
}

TEST_CASE("an event's own words win over those that were built in, and what they lack is said", "[io]") {
    TemporaryFolder const folder;
    fs::create_directories(folder.path / "config" / "lang");
    std::string english(english_file());
    english.replace(english.find("\"Up next\""), 9, "\"Coming\"");
    REQUIRE(write_atomically(folder.path / "config" / "lang" / "en.toml", english).empty());
    std::vector<Problem> problems;
    CHECK(read_languages(speaking({"en"}), folder.path, problems).at(0)[Phrase::up_next] == "Coming");
    CHECK(problems.empty());
}

TEST_CASE("texts that a source has in two languages change with the words", "[io]") {
    TemporaryFolder const folder;
    auto const event = (folder.path / "event.toml").string();
    REQUIRE(write_atomically(folder.path / "talks.yaml",
                             "talks:\n- title: {de: Sprachen, en: Languages}\n  start: 2030-05-01 10:00\n  "
                             "end: 2030-05-01 11:00\n")
                .empty());
    REQUIRE(write_atomically(event,
                             "[event]\nlanguages = [\"de\", \"en\"]\ntime_zone = "
                             "\"Europe/Berlin\"\n[[schedule]]\nsource = \"talks.yaml\"\n")
                .empty());
    LoadOptions options;
    options.data = KIOSK_SOURCE_DIR;
    auto const snapshot = load_event(event, options);
    REQUIRE(snapshot.schedule.sessions().size() == 1);
    CHECK(snapshot.schedule.sessions()[0].title == "Sprachen");
    REQUIRE(snapshot.second_schedule);
    CHECK(snapshot.second_schedule->sessions()[0].title == "Languages");
    auto const scenes = scenes_of(snapshot);
    auto const start = snapshot.schedule.sessions()[0].when.begin;
    auto const first = *scenes.at(start);
    CHECK(std::get<NowSlide>(first.scene.slide).headline == "Sprachen");
    CHECK(std::get<NowSlide>(first.scene.slide).plate == "Jetzt");
    auto const second = *scenes.at(first.until < start + seconds{40} ? first.until : start + seconds{10});
    CHECK(std::get<NowSlide>(second.scene.slide).headline == "Languages");
    CHECK(std::get<NowSlide>(second.scene.slide).plate == "Now");
}
