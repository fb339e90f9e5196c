// A page that is edited four times, the last time while the event runs: on a display that runs.
#include <filesystem>

#include "faults/living_day.hpp"
#include "support/catch.hpp"
#include "support/expected_file.hpp"

using namespace kiosk;

namespace {

Instant local(std::string_view clock, int day = 16) {
    return Instant{date::sys_days{date::year{2023} / 12 / day}} + *parse_time_argument(clock)->time_of_day + hours{6};
}

std::string replaced(std::string page, std::string_view from, std::string_view to) {
    auto const found = page.find(from);
    REQUIRE(found != page.npos);
    return page.replace(found, from.size(), to);
}

struct Revisions {
    std::string first, year_corrected, retitled, row_gone;
};

Revisions made_by_hand() {
    Revisions pages;
    pages.first = "<p>Saturday December 16, 2022, New Orleans Convention Center, Room 211-213</p>\n<h1>Systems Workshop, NeurIPS 2023</h1><p>The fifth workshop, at NeurIPS '23</p>\n<table>\n"
                  "<tr><td>9:00AM</td><td>Opening Remarks</td></tr>\n"
                  "<tr><td>10:00AM</td><td>Morning talks</td></tr>\n"
                  "<tr><td>12:30AM</td><td>Lunch</td></tr>\n"
                  "<tr><td>1:30PM</td><td>Leveraging Sparsity</td></tr>\n"
                  "<tr><td>1:50PM</td><td>Invited Talk: TBA</td></tr>\n"
                  "<tr><td>2:10PM</td><td>Tea Break</td></tr>\n"
                  "<tr><td>2:30PM</td><td>Afternoon talks</td></tr>\n</table>\n";
    pages.year_corrected = replaced(pages.first, "16, 2022", "16, 2023");
    pages.retitled = replaced(pages.year_corrected, "Leveraging Sparsity", "Efficient Generative Inference");
    pages.row_gone = replaced(pages.retitled, "<tr><td>1:50PM</td><td>Invited Talk: TBA</td></tr>\n", "");
    return pages;
}

bool has(std::string const& words, std::string_view what) { return words.find(what) != words.npos; }

/// `first_title`, `second_title`: how Wang's begins, before and after.
void live_through(Revisions const& pages, std::string_view first_title, std::string_view second_title, std::size_t sessions) {
    LivingDay day(pages.first, {"America/Chicago", "[timing]\nslides = [\"now\"]\n"});
    day.start(local("12:00", 10));
    CHECK(day.sources().at(0).sessions == sessions);
    auto const during_wang = day.at(local("13:35"));
    CHECK(has(day.words_at(local("13:35")), first_title));
    CHECK(has(day.words_at(local("13:55")), "To be announced"));

    day.serve(pages.year_corrected, local("13:00", 10));
    CHECK(day.at(local("13:35")).frame.stage == during_wang.frame.stage);

    day.serve(pages.retitled, local("0:41"));
    CHECK(has(day.words_at(local("13:35")), second_title));
    CHECK_FALSE(has(day.words_at(local("13:35")), first_title));
    CHECK(has(day.words_at(local("13:55")), "To be announced"));
    CHECK(day.sources().at(0).sessions == sessions);

    auto const morning = day.at(local("9:20")).frame;
    day.serve(pages.row_gone, local("9:16"));
    CHECK(day.at(local("9:20")).frame.stage == morning.stage);
    CHECK(day.sources().at(0).sessions == sessions - 1);
    CHECK(day.at(local("14:05")).sessions == day.at(local("13:35")).sessions);  // Wang has its time now
    CHECK(has(day.words_at(local("14:05")), second_title));
    CHECK_FALSE(has(day.words_at(local("14:05")), "To be announced"));
    for (auto const& line : day.said()) UNSCOPED_INFO(line);
    CHECK(day.said().empty());
}

}  // namespace

TEST_CASE("a page that is edited while it is shown changes what it says, and nothing else", "[faults]") {
    live_through(made_by_hand(), "Leveraging Sparsity", "Efficient Generative Inference", 7);
}

TEST_CASE("the first event's own page, edited four times, changes a running display as it should", "[faults]") {
    auto const samples = std::filesystem::path(KIOSK_SOURCE_DIR) / "../shared/samples/html-mlforsystems";
    if (!std::filesystem::exists(samples)) {
        WARN("the samples are not here: left out");
        return;
    }
    auto const read = [&](std::string const& name) { return read_whole(samples / ("neurips2023-" + name + ".md")); };
    live_through({read("1-seed-20231210"), read("2-20231210"), read("3-20231216T0641Z"), read("4-20231216T1516Z")}, "Leveraging Sparsity",
                 "Efficient Generative Inference", 19);
}
