// One bad day at high speed: a page that changes, an operator, a network that goes, restarts, a clock that is set.
#include <fmt/format.h>

#include "faults/living_day.hpp"
#include "support/catch.hpp"
#include "support/expected_file.hpp"

using namespace kiosk;

namespace {

constexpr Instant midnight{date::sys_days{date::year{2023} / 12 / 16}};

Instant at_clock(std::string_view clock) {
    return midnight + *parse_time_argument(clock)->time_of_day;
}

constexpr std::string_view whole_page =
    "<h1>A workshop</h1><p>16 December 2023</p>\n<table>\n<tr><th>Time</th><th>Title</th><th>Speaker</th><th>Room</th></tr>\n"
    "<tr><td>09:00 - 09:30</td><td>Opening words</td><td>Ada Lovelace</td><td>Room 1</td></tr>\n"
    "<tr><td>09:30 - 10:30</td><td>Engines</td><td>Charles Babbage</td><td>Room 1</td></tr>\n"
    "<tr><td>10:30 - 11:00</td><td>Coffee Break</td><td></td><td>Room 1</td></tr>\n"
    "<tr><td>11:00 - 11:45</td><td>Compilers</td><td>Grace Hopper</td><td>Room 1</td></tr>\n"
    "<tr><td>11:45 - 12:30</td><td>Machines that learn</td><td>Alan Turing</td><td>Room 1</td></tr>\n"
    "<tr><td>12:30 - 13:30</td><td>Lunch</td><td></td><td>Room 1</td></tr>\n"
    "<tr><td>13:30 - 14:15</td><td>Weaving patterns</td><td>Mary Somerville</td><td>Room 1</td></tr>\n"
    "<tr><td>14:15 - 15:00</td><td>Numbers that matter</td><td>Katherine Johnson</td><td>Room 1</td></tr>\n"
    "<tr><td>15:00 - 16:00</td><td>Closing panel</td><td>Ada Lovelace</td><td>Room 1</td></tr>\n</table>\n";

std::string replaced(std::string page, std::string_view from, std::string_view to) {
    auto const found = page.find(from);
    REQUIRE(found != page.npos);
    return page.replace(found, from.size(), to);
}

/// What a visitor learns from the screen, in a line.
std::string seen(LivingDay& day, Instant t) {
    auto const words = day.words_at(t);
    auto const shown = day.at(t);
    std::string line = shown.slide;
    for (auto const* title : {"Opening words", "Engines", "Coffee Break", "Compilers", "Machines that learn", "Lunch", "Weaving patterns", "Weaving",
                              "Numbers that matter", "Closing panel"})
        if (!shown.sessions.empty() && shown.frame.stage.items.size() > 0 && words.find(title) != words.npos) {
            line += fmt::format(" | {}", title);
            break;
        }
    for (auto const* mark : {"Running 10 min late", "Delayed by", "Moved", "Now in", "Cancelled", "Leave by the stairs", "Bags stay outside", "no connection", "Clock not set"})
        if (words.find(mark) != words.npos) line += fmt::format(" [{}]", mark);
    return line;
}

/// The day minute by minute, lines that say the same drawn together.
class Diary {
public:
    Diary(LivingDay& day) : day_(day) {}
    void watch(std::string_view from, std::string_view to) {
        for (auto t = at_clock(from); t < at_clock(to); t += minutes{1}) add(t);
    }
    void note(std::string const& text) {
        close();
        text_ += "             -- " + text + "\n";
    }
    std::string text() {
        close();
        return text_;
    }

private:
    static std::string clock(Instant t) { return date::format("%H:%M", std::chrono::floor<minutes>(t)); }
    void add(Instant t) {
        auto line = seen(day_, t);
        if (line == line_ && t == end_) {
            end_ = t + minutes{1};
            return;
        }
        close();
        line_ = std::move(line);
        begin_ = t;
        end_ = t + minutes{1};
    }
    void close() {
        if (!line_.empty()) text_ += fmt::format("{} - {}  {}\n", clock(begin_), clock(end_), line_);
        line_.clear();
    }

    LivingDay& day_;
    std::string text_, line_;
    Instant begin_{}, end_{};
};

}  // namespace

TEST_CASE("a day on which everything happens is shown as it should be, minute by minute", "[faults]") {
    std::string page(whole_page);
    LivingDay day(page, {"UTC", "[timing]\nslides = [\"now\"]\n[[display]]\nroom = \"Room 1\"\n"});
    Diary diary(day);
    auto const tell = [&](std::string_view clock, std::string const& line) {
        diary.note("operator: " + line);
        auto const reply = day.tell(line, at_clock(clock));
        INFO(line << ": " << reply.text);
        REQUIRE(reply.is_done);
    };
    auto const restart = [&](std::string_view clock) {
        day.stop();
        day.start(at_clock(clock));
    };

    day.start(at_clock("08:20"));
    diary.watch("08:20", "09:40");

    tell("09:40", "delay 10m");
    diary.watch("09:40", "10:20");
    diary.note("the display is switched off and on");
    restart("10:20");
    diary.watch("10:20", "11:10");

    diary.note("the page drops Turing's talk");
    page = replaced(page, "<tr><td>11:45 - 12:30</td><td>Machines that learn</td><td>Alan Turing</td><td>Room 1</td></tr>\n", "");
    day.serve(page, at_clock("11:10"));
    diary.watch("11:10", "11:40");

    diary.note("the network goes");
    day.server.behave("reset");
    day.look(at_clock("11:40"));
    diary.watch("11:40", "12:00");
    diary.note("the display is switched off and on, without a network");
    restart("12:00");
    diary.watch("12:00", "12:40");
    diary.note("the network comes back, and the feed is a login page");
    day.server.behave("ok");
    day.serve("<html><body>Please log in</body></html>", at_clock("12:40"));
    diary.watch("12:40", "12:50");
    diary.note("the feed is right again, and Somerville's talk is in Room 2");
    page = replaced(page, "<td>Mary Somerville</td><td>Room 1</td>", "<td>Mary Somerville</td><td>Room 2</td>");
    day.serve(page, at_clock("12:50"));
    diary.watch("12:50", "13:40");

    tell("13:40", "emergency Fire \"Leave by the stairs\"");
    diary.watch("13:40", "13:45");
    diary.note("the display is switched off and on");
    restart("13:45");
    diary.watch("13:45", "13:50");
    tell("13:50", "clear emergency");
    diary.watch("13:50", "14:00");

    diary.note("the clock is set three hours back");
    day.clock_is_ahead = -hours{3};
    diary.watch("11:00", "11:05");
    diary.note("and is set right again");
    day.clock_is_ahead = seconds{0};
    diary.watch("14:05", "14:10");
    tell("14:10", "cancel \"Closing panel\"");
    tell("14:10", "announce \"Bags stay outside\" --for 15m");
    diary.watch("14:10", "14:30");
    diary.note("the clock is no longer to be trusted");
    day.is_clock_vouched_for = false;
    diary.watch("14:30", "14:35");
    diary.note("it is again");
    day.is_clock_vouched_for = true;
    diary.watch("14:35", "16:30");

    auto const file = std::filesystem::path(KIOSK_SOURCE_DIR) / "tests" / "faults" / "scripted_day.txt";
    check_against_file(file, diary.text());
}
