// Reads real pages where they are at hand. They belong to their events, so they are not in here.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "support/catch.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

fs::path const samples = fs::path(KIOSK_SOURCE_DIR) / "../shared/samples/html-mlforsystems";

bool has_samples() {
    if (fs::exists(samples)) return true;
    WARN("no sample pages beside the source: nothing checked");
    return false;
}

Outcome<ScheduleDraft> read(std::string const& name) {
    std::ifstream file(samples / name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return import_schedule({name, text.str()}, "auto", {});
}

std::string clock(std::optional<DraftTime> const& time) {
    return time ? to_iso(std::get<WallTime>(*time)).substr(11, 5) : "";
}

/// "09:05 invited/Special Speaker: title | person @ affiliation"
std::string row(DraftSession const& session) {
    std::string text = clock(session.start);
    if (session.end) text += fmt::format("-{}", clock(session.end));
    text += fmt::format(" {}", to_word(session.kind));
    if (!session.label.empty()) text += fmt::format("/{}", session.label);
    text += fmt::format(": {}", session.placeholder ? "(to come)" : session.title);
    for (DraftPerson const& person : session.people) {
        text += fmt::format(" | {}", person.name);
        if (!person.affiliation.empty()) text += fmt::format(" @ {}", person.affiliation);
    }
    return text;
}

std::vector<std::string> rows(ScheduleDraft const& draft) {
    std::vector<std::string> all;
    for (DraftSession const& session : draft.sessions) all.push_back(row(session));
    return all;
}

/// "4 event-facts-disagree", by line.
std::vector<std::string> codes(std::vector<Problem> problems) {
    sort_by_place(problems);
    std::vector<std::string> all;
    for (Problem const& problem : problems)
        all.push_back(fmt::format("{} {}", problem.where.line, problem.code));
    return all;
}

std::string const heavy_hitters = "Efficient Generative Inference with Heavy Hitters and Beyond";
std::string const first_title = "Leveraging Sparsity in Efficient Training, Inference, and Transfer";

std::vector<std::string> rows_of_2023(std::string const& title_of_wang) {
    return {
        "09:00 opening: Opening Remarks",
        "09:05 invited/Special Speaker:  | William Dally @ NVIDIA",
        "09:55 break: Break",
        "10:00 keynote: Programming Languages Challenges in Large Scale Machine Learning | Chris Lattner @ "
        "Modular.ai",
        "10:55 break: Coffee Break",
        "11:10 talk: VMR2L: Virtual Machines Rescheduling Using Reinforcement Learning in Data Centers",
        "11:20 talk: ZeRO++: Extremely Efficient Collective Communication for Large Model Training",
        "11:30 poster: Poster Session 1",
        "12:30 meal: Lunch",
        "13:30 invited: " + title_of_wang + " | Atlas Wang @ UT Austin",
        "13:50 invited: (to come)",
        "14:10 break: Tea Break",
        "14:30 talk: On the Promise and Challenges of Foundation Models for Learning-based Cloud Systems "
        "Management",
        "14:40 talk: Predicting User Experience on Laptops from Hardware Specifications",
        "14:50 poster: Poster Session 2",
        "15:50 break: Tea Break",
        "16:00 competition: Competition Track Highlights",
        "16:15 competition: Competition Winner Talks",
        "16:50 competition: Competition Q&A",
    };
}

void check_facts_of_2023(ScheduleDraft const& draft) {
    CHECK(draft.event.name == "ML For Systems");
    CHECK(draft.event.series == "NeurIPS 2023");
    CHECK(draft.event.venue == "New Orleans Convention Center");
    CHECK(draft.event.room == "Room 211-213");
    CHECK(draft.event.zone_name == "America/Chicago");
    CHECK(draft.event.contact == "mlforsystems@googlegroups.com");
    CHECK(draft.event.first_day == parse_day("2023-12-16"));
    CHECK(draft.event.opens == hours{9});
    CHECK(draft.event.closes == hours{17});
    REQUIRE(draft.people.size() == 3);
    CHECK(draft.people[0].photo == "/assets/images/speakers/chris_lattner.jpeg");
    CHECK(draft.people[1].photo == "/assets/images/speakers/bill_dally.jpeg");
    CHECK(draft.people[2].photo == "/assets/images/speakers/atlas_wang.jpg");
    for (DraftPerson const& person : draft.people) CHECK(person.biography.size() > 300);
}

}  // namespace

TEST_CASE("the first page: every row, to the minute", "[import]") {
    if (!has_samples()) return;
    auto const outcome = read("neurips2023-1-seed-20231210.md");
    REQUIRE(outcome.value);
    check_facts_of_2023(*outcome.value);
    CHECK(rows(*outcome.value) == rows_of_2023(first_title));
    CHECK(outcome.value->people[0].photo_origin.line == 106);
    CHECK(outcome.value->people[1].photo_origin.line == 117);
    CHECK(outcome.value->people[2].photo_origin.line == 125);
}

TEST_CASE("the first page: every problem, at its line", "[import]") {
    if (!has_samples()) return;
    CHECK(codes(read("neurips2023-1-seed-20231210.md").problems) ==
          std::vector<std::string>{"4 event-facts-disagree", "4 time-zone-guessed", "26 link-target-missing",
                                   "26 stray-blanks", "34 link-target-missing", "34 stray-blanks",
                                   "49 time-malformed", "53 time-out-of-order", "58 link-target-missing",
                                   "58 stray-blanks", "62 link-target-missing", "62 placeholder",
                                   "62 stray-blanks", "94 raw-ampersand", "101 tag-unbalanced",
                                   "102 tag-unbalanced", "103 tag-unbalanced", "120 raw-ampersand"});
}

TEST_CASE("the later revisions differ where they should", "[import]") {
    if (!has_samples()) return;
    auto const second = read("neurips2023-2-20231210.md");
    check_facts_of_2023(*second.value);
    CHECK(rows(*second.value) == rows_of_2023(first_title));
    CHECK(codes(second.problems)[0] == "4 date-incomplete");
    auto const third = read("neurips2023-3-20231216T0641Z.md");
    check_facts_of_2023(*third.value);
    CHECK(rows(*third.value) == rows_of_2023(heavy_hitters));
    auto const fourth = read("neurips2023-4-20231216T1516Z.md");
    check_facts_of_2023(*fourth.value);
    auto expected = rows_of_2023(heavy_hitters);
    expected.erase(expected.begin() + 10);
    CHECK(rows(*fourth.value) == expected);
}

TEST_CASE("titles in italics, names in bold, a panel in brackets", "[import]") {
    if (!has_samples()) return;
    auto const outcome = read("neurips2018-schedule.md");
    REQUIRE(outcome.value);
    CHECK(outcome.value->event.first_day == parse_day("2018-12-08"));
    CHECK(outcome.value->event.room == "Room 510 AC");
    CHECK(rows(*outcome.value) ==
          std::vector<std::string>{
              "09:00 opening: Opening Remarks",
              "09:10 invited: A Crash Course in Stochastic Program Optimization | Eric Schkufza",
              "09:35 invited: Efficient deep learning computing: a learning-based approach | Song Han",
              "10:00 poster: Poster Session 1",
              "11:00 talk: Neural Inference of API Functions from Input\u2013Output Examples | Caroline "
              "Lemieux",
              "11:15 talk: Placeto: Efficient Progressive Device Placement Optimization",
              "11:30 talk: Iroko: A Framework to Prototype Reinforcement Learning for Data Center Traffic "
              "Control | Fabian Ruffy",
              "11:45 invited: ML for ML: Machine Learning to drive Moore's Law | Partha Ranganathan",
              "12:10 meal: Lunch Break",
              "13:45 invited: Machine Learning for resource management in Distributed Systems | Neeraja J. "
              "Yadwadkar",
              "14:10 talk: Learning to Optimize Tensor Programs", "14:25 talk: Learning to Design Circuits",
              "14:40 talk: ReLeQ: A Reinforcement Learning Approach for Deep Quantization of Neural Networks",
              "14:55 poster: Poster Session 2",
              "16:00 invited: Learning to Optimize SQL Joins With Deep Reinforcement Learning | Sanjay "
              "Krishnan",
              "16:25 keynote: Machine Learning for Systems | Jeff Dean",
              "16:50 panel: Panel Discussion | Jeff Dean | Partha Ranganathan | Song Han | Ion Stoica",
              "17:50 closing: Closing Remarks"});
    CHECK(outcome.value->sessions.back().duration == minutes{10});
    CHECK(outcome.value->sessions[1].links ==
          std::vector<Link>{
              {"slides",
               "https://drive.google.com/file/d/1vq8IQERMKc9xmZWLh5rZRNHYWG8DAjAz/view?usp=sharing"}});
    for (std::size_t const i : {1U, 2U, 7U, 9U, 14U}) CHECK(outcome.value->sessions[i].abstract.size() > 300);
    CHECK(codes(outcome.problems) ==
          std::vector<std::string>{"0 time-zone-unknown", "4 date-incomplete", "39 speaker-without-bio",
                                   "47 speaker-without-bio", "83 speaker-without-bio",
                                   "87 speaker-without-bio", "118 speaker-spelling-varies"});
}

TEST_CASE("ranges with one half of day, roles in italics, a room in brackets", "[import]") {
    if (!has_samples()) return;
    auto const outcome = read("isca2019-schedule.md");
    REQUIRE(outcome.value);
    auto const& draft = *outcome.value;
    CHECK(draft.event.first_day == parse_day("2019-06-23"));
    REQUIRE(draft.sessions.size() == 20);
    CHECK(row(draft.sessions[1]) ==
          "09:10-09:40 keynote: Automated Building of Safe and Robust Intelligent Systems | Farinaz "
          "Koushanfar @ UCSD");
    CHECK(row(draft.sessions[7]) ==
          "10:30-11:00 keynote: Don\u2019t Use a Single Large Systolic Array, Use Many Small "
          "Ones Instead | H.T. Kung @ Harvard University");
    CHECK(row(draft.sessions[8]) == "11:00-11:30 break: Break");
    CHECK(row(draft.sessions[10]) ==
          "11:55-12:20 talk: Search-Based Approaches to Accelerate Deep Learning | Zhihao Jia @ Stanford "
          "University");
    CHECK(row(draft.sessions[11]) == "12:20-14:00 meal: Lunch");
    CHECK(row(draft.sessions[15]) ==
          "15:10-15:20 talk: Learning Automatic Schedulers with Projective Reparameterization | Ajay Jain @ "
          "UC Berkeley");
    CHECK(row(draft.sessions[18]) == "16:15-17:00 panel: Panel Discussion");
    CHECK(row(draft.sessions[19]) == "17:15 talk: Turing Award Lecture");
    CHECK(draft.sessions[19].rooms == std::vector<std::string>{"Symphony Hall"});
    REQUIRE(draft.people.size() == 7);
    for (DraftPerson const& person : draft.people) {
        CHECK(person.biography.size() > 300);
        CHECK_FALSE(person.photo.empty());
    }
    CHECK(draft.people[4].name == "Summer Deng");
    CHECK(codes(outcome.problems) ==
          std::vector<std::string>{
              "0 time-zone-unknown", "4 date-incomplete", "22 half-day-inferred", "31 speaker-without-bio",
              "35 speaker-without-bio", "39 speaker-without-bio", "43 speaker-without-bio",
              "47 speaker-without-bio", "62 half-day-inferred", "79 speaker-without-bio",
              "84 speaker-without-bio", "107 tag-unbalanced", "108 tag-unbalanced", "109 tag-unbalanced",
              "125 speaker-spelling-varies", "153 raw-ampersand", "161 speaker-spelling-varies"});
}
