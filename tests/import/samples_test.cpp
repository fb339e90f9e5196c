// Reads real pages where they are at hand. They belong to their events, so they are not in here.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "import/draft_text.hpp"
#include "import/import.hpp"
#include "support/catch.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

fs::path const all_samples = fs::path(KIOSK_SOURCE_DIR) / "../shared/samples";
fs::path const samples = all_samples / "html-mlforsystems";

bool has_samples() {
    if (fs::exists(samples)) return true;
    WARN("no sample pages beside the source: nothing checked");
    return false;
}

Outcome<ScheduleDraft> read_file(fs::path const& path, EventSettings const& event = {}) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return import_schedule({path.filename().string(), text.str()}, "auto", event);
}

Outcome<ScheduleDraft> read(std::string const& name) { return read_file(samples / name); }
Outcome<ScheduleDraft> read_other(std::string const& name) {
    return read_file(all_samples / "html-other" / name);
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

TEST_CASE("a pipe table in Markdown", "[import]") {
    if (!has_samples()) return;
    auto const outcome = read_file(all_samples / "markdown-table" / "d3s3-neurips2024-schedule.md");
    REQUIRE(outcome.value);
    auto const& draft = *outcome.value;
    CHECK(draft.event.first_day == parse_day("2024-12-15"));
    CHECK(draft.event.room == "Meeting 116, 117");
    CHECK(draft.event.zone_name == "America/Vancouver");
    CHECK(draft.event.venue == "Vancouver Convention Center");
    REQUIRE(draft.sessions.size() == 15);
    CHECK(row(draft.sessions[0]) == "08:15-08:30 opening: Introduction and Opening Remarks");
    CHECK(row(draft.sessions[1]) == "08:30-09:00 invited:  | Johannes Brandstetter @ JKU Linz");
    CHECK(row(draft.sessions[8]) == "13:00-13:30 invited:  | Nicholas Kr\u00e4mer @ Denmark's TU");
    CHECK(row(draft.sessions[10]) ==
          "14:00-15:00 panel: Panel Discussion with Invited Speakers | Philipp Hennig");
    CHECK(draft.sessions[10].people[0].role == "moderator");
    CHECK(row(draft.sessions[14]) == "16:30-16:45 closing: Closing Remarks");
    CHECK(codes(outcome.problems) == std::vector<std::string>{"15 time-zone-guessed"});
}

TEST_CASE("nested talks under blocks, and two slips of AM and PM", "[import]") {
    if (!has_samples()) return;
    auto const outcome = read_other("trl-neurips2024-index.html");
    REQUIRE(outcome.value);
    auto const& draft = *outcome.value;
    CHECK(draft.event.first_day == parse_day("2024-12-14"));
    CHECK(draft.event.room == "East Meeting Room 11 & 12");
    CHECK(draft.event.zone_name == "America/Vancouver");
    std::vector<std::string> top;
    for (DraftSession const& session : draft.sessions)
        if (!session.parent) top.push_back(row(session));
    CHECK(top == std::vector<std::string>{
                     "08:30 opening: Opening Notes", "08:40 other: Session 1 (TRL for Tabular ML)",
                     "09:40 break: Coffee Break", "10:00 other: Session 2 (LLMs & Tables)",
                     "12:00 meal: Lunch Break", "13:30 other: Session 3 (NL interfaces to tables)",
                     "15:15 break: Coffee Break", "15:30 other: Session 4: \U0001F525",
                     "16:50 closing: Closing Notes & Awards"});
    REQUIRE(draft.sessions.size() == 24);
    CHECK(draft.sessions[2].parent == 1);
    CHECK(row(draft.sessions[2]) ==
          "08:40-09:20 invited: Tabular foundation models for analytics: challenges and progress | "
          "Ga\u00ebl Varoquaux");
    CHECK(draft.sessions[2].abstract.size() > 300);
    CHECK(draft.sessions[2].people[0].biography.size() > 300);
    CHECK(draft.sessions[4].people.size() == 9);
    CHECK(row(draft.sessions[12]) == "11:15-12:00 poster: Poster session 1");
    CHECK(std::count(draft.sessions[12].description.begin(), draft.sessions[12].description.end(), '\n') ==
          30);
    CHECK(row(draft.sessions[22]) ==
          "16:10-16:50 panel: TRL and Startups | Xiao Ling @ Numbers Station | Kenny Daniel @ hyperparam | "
          "Maithra Raghu @ Samaya AI | Shivam Singhai @ Structured | Junwei Ma @ layer6");
    auto const all = codes(outcome.problems);
    for (char const* expected :
         {"424 machine-time-differs", "424 time-out-of-order", "554 machine-time-differs",
          "554 time-out-of-order", "597 clock-style-mixed", "110 not-a-session"})
        CHECK(std::count(all.begin(), all.end(), expected) == 1);
}

TEST_CASE("rows opened inside a cell, and names that stand alone", "[import]") {
    if (!has_samples()) return;
    auto const outcome = read_other("ml4h-neurips2019-schedule.md");
    REQUIRE(outcome.value);
    auto const& draft = *outcome.value;
    CHECK(draft.event.first_day == parse_day("2019-12-13"));
    CHECK(draft.event.room == "West Ballroom A");
    CHECK(draft.event.zone_name == "America/Vancouver");
    CHECK(rows(draft) ==
          std::vector<std::string>{
              "08:30-08:45 opening: Welcome and opening remarks",
              "08:45-09:15 talk:  | Daphne Koller @ insitro", "09:15-09:45 talk: Spotlight Paper Talks",
              "09:45-10:30 break: Coffee Break",
              "10:30-11:00 talk:  | Cian Hughes @ Google Health UK, filling in for Alan Karthikesalingam | "
              "Nenad Tomasev @ Google Health",
              "11:00-11:30 talk: Spotlight Paper Talks", "11:30-12:30 poster: Poster Session",
              "12:30-13:30 meal: Lunch", "13:30-14:00 talk:  | Emily Fox @ Apple, University of Washington",
              "14:00-14:30 talk:  | Luke Oakden-Rayner @ Royal Adelaide Hospital, University of Adelaide",
              "14:30-15:00 talk: Spotlight Paper Talks",
              "15:00-15:30 talk:  | Anna Goldenberg @ SickKids Research Institute",
              "15:30-16:15 break: Coffee Break",
              "16:15-16:45 talk:  | Lily Peng @ Google Brain AI | Dale Webster @ Google Health",
              "16:45-17:45 panel: Panel + Closing remarks | Luke Oakden-Rayner | Emily Fox | Cian Hughes | "
              "Anna Goldenberg"});
    CHECK(std::count(draft.sessions[5].description.begin(), draft.sessions[5].description.end(), '\n') == 2);
    auto const all = codes(outcome.problems);
    CHECK(std::count(all.begin(), all.end(), "2 page-date-ignored") == 1);
}

TEST_CASE("a row's class is its kind; day and city stand in another file", "[import]") {
    if (!has_samples()) return;
    auto const index = read_other("crl-neurips2023-index.md");
    REQUIRE(index.value);
    CHECK(index.value->sessions.empty());
    CHECK(index.value->event.first_day == parse_day("2023-12-15"));
    CHECK(index.value->event.zone_name == "America/Chicago");
    EventSettings event;
    event.date = index.value->event.first_day;
    auto const outcome = read_file(all_samples / "html-other" / "crl-neurips2023-schedule-format.md", event);
    REQUIRE(outcome.value);
    auto const& draft = *outcome.value;
    REQUIRE(draft.sessions.size() == 18);
    CHECK(row(draft.sessions[0]) == "08:15-08:20 opening: Introductory remarks");
    CHECK(row(draft.sessions[2]) == "08:50-09:20 invited:  | Xinwei Shen");
    CHECK(row(draft.sessions[3]) ==
          "09:20-09:35 talk/Contributed talk: Identifying Effects of Disease on Single-Cells with "
          "Domain-Invariant Generative Modeling");
    CHECK(row(draft.sessions[6]) == "10:05-10:30 break: Coffee break and beginning of poster session");
    CHECK(row(draft.sessions[7]) == "10:30-12:00 poster: Poster session");
    CHECK(row(draft.sessions[15]) == "16:00-16:30 invited:  | Julius von K\u00fcgelgen");
    CHECK(row(draft.sessions[16]) == "16:30-17:20 panel: Panel discussion");
    CHECK(row(draft.sessions[17]) == "17:20-17:30 closing: Closing remarks");
}

TEST_CASE("a built page with old rows in its comments", "[import]") {
    if (!has_samples()) return;
    auto const outcome = read_other("mathai-neurips2023-schedule-built.html");
    REQUIRE(outcome.value);
    auto const& draft = *outcome.value;
    CHECK(draft.event.first_day == parse_day("2023-12-15"));
    CHECK(draft.event.room == "Room 217-219");
    CHECK(draft.event.zone_name == "America/Chicago");
    REQUIRE(draft.sessions.size() == 16);
    CHECK(row(draft.sessions[0]) == "08:55-09:00 opening: Introduction and Opening Remarks");
    CHECK(row(draft.sessions[1]) ==
          "09:00-09:30 invited: AI4Crypto | Kristin Lauter @ FAIR Labs North America, Meta");
    CHECK(row(draft.sessions[5]) ==
          "11:00-12:00 panel: Panel Discussion | Timothy Gowers @ College de France | Talia Ringer @ UIUC | "
          "Armando Solar-Lezama @ MIT | Yuhuai (Tony) Wu @ xAI | Mateja Jamnik @ University of Cambridge");
    CHECK(row(draft.sessions[7]) ==
          "13:00-13:15 talk/Contributed Talk: Learning the Greatest Divisor - Explainable Predictions in "
          "Transformers | Francois Charton");
    CHECK(row(draft.sessions[11]) ==
          "14:00-14:30 invited: AI can learn from data. But can it learn to reason? | Guy Van den Broeck @ "
          "UCLA");
    CHECK(row(draft.sessions[15]) ==
          "16:30-17:00 invited: Mechanisms of Symbol Processing for In-Context Learning in Transformers | "
          "Paul Smolensky @ JHU, Microsoft");
}
