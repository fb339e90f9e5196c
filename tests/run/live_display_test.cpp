#include "run/live_display.hpp"

#include <thread>

#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"
#include "support/schedule_builder.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

namespace {

constexpr Size screen{1280, 720};

/// A page of a day in a folder of its own, and a display that follows it.
struct LiveDay {
    TemporaryFolder folder;
    ScheduleBuilder builder{"UTC"};
    FixedMetrics metrics;
    std::vector<std::string> said;
    LiveCalls calls;
    std::unique_ptr<LiveDisplay> display;
    std::unique_ptr<Loader> loader;

    std::string page = "date,start,end,title,room\n"
                       "2023-12-16,9:00,10:00,First,Room 1\n2023-12-16,10:00,11:00,Second,Room 1\n"
                       "2023-12-16,11:00,11:30,Coffee Break,Room 1\n2023-12-16,11:30,12:30,Third,Room 1\n";

    std::string event() const { return (folder.path / "day.csv").string(); }
    void write(std::string const& text) { REQUIRE(write_atomically(event(), text).empty()); }
    Snapshot load() const {
        LoadOptions options;
        options.time_zone = "UTC";
        options.room = "Room 1";
        options.data = KIOSK_SOURCE_DIR;
        return load_event(event(), options);
    }
    void begin() {
        write(page);
        auto const first = std::make_shared<Snapshot const>(load());
        REQUIRE(first->schedule.sessions().size() == 4);
        calls.say = [this](std::string const& line) { said.push_back(line); };
        display = std::make_unique<LiveDisplay>(first, metrics, calls);
        loader = std::make_unique<Loader>(event(), first, LoaderCalls{[this] { return load(); }, {}, {}},
                                          WatchOptions{milliseconds{20}, milliseconds{200}, milliseconds{50}});
        display->follow(*loader);
    }
    Shown at(std::string_view clock) { return display->shown_at(builder.at(clock), screen, nullptr); }
    bool waits_for_news() {
        for (int i = 0; i < 500 && !display->has_news(); ++i) std::this_thread::sleep_for(milliseconds{10});
        return display->has_news();
    }
    Reply tell(std::string const& line, std::string_view clock) {
        auto reply = display->post(line, "ctl");
        at(clock);
        return reply.get();
    }
    std::string words_at(std::string_view clock) {
        std::string words;
        auto const shown = at(clock);
        for (auto const& item : shown.frame.stage.items)
            if (auto const* run = std::get_if<TextRun>(&item)) words += run->text + " ";
        return words;
    }
    void replace(std::string_view from, std::string_view to) {
        auto const found = page.find(from);
        REQUIRE(found != page.npos);
        page.replace(found, from.size(), to);
        write(page);
    }
};

}  // namespace

TEST_CASE("a page that changes changes the display, and what moved is marked", "[run]") {
    LiveDay day;
    day.begin();
    CHECK(day.words_at("9:30").find("First") != std::string::npos);
    day.replace("11:30,12:30,Third", "11:45,12:45,Third");
    REQUIRE(day.waits_for_news());
    CHECK(day.words_at("11:35").find("Delayed by 15 min") != std::string::npos);
    CHECK_FALSE(day.display->has_news());
}

TEST_CASE("a page that breaks or loses most of its rows changes nothing, says so once, and comes back by itself", "[run]") {
    LiveDay day;
    day.begin();
    auto const before = day.at("9:30").frame;
    auto const whole = day.page;
    day.write("date,start,end,title,room\n2023-12-16,9:00,10:00,First,Room 1\n");
    for (int i = 0; i < 300 && day.loader->trouble().empty(); ++i) std::this_thread::sleep_for(milliseconds{10});
    CHECK(day.loader->trouble().find("the event has 1 sessions instead of 4: the last good one stays") == 0);
    CHECK_FALSE(day.display->has_news());
    CHECK(day.at("9:30").frame == before);
    CHECK(day.display->sources().at(0).state == "kept");
    day.write(whole + "\n");
    REQUIRE(day.waits_for_news());
    CHECK(day.at("9:30").frame == before);
    CHECK(day.loader->trouble().empty());
    CHECK(day.display->sources().at(0).state == "ok");
}

TEST_CASE("an operator who wants it all the same gets the short page", "[run]") {
    LiveDay day;
    day.begin();
    day.at("9:30");
    day.write("date,start,end,title,room\n2023-12-16,9:00,10:00,First,Room 1\n");
    for (int i = 0; i < 300 && day.loader->trouble().empty(); ++i) std::this_thread::sleep_for(milliseconds{10});
    CHECK(day.tell("reload", "9:30").is_done);
    REQUIRE(day.waits_for_news());
    day.at("9:31");
    CHECK(day.display->sources().at(0).sessions >= 1);
    CHECK(day.tell("explain", "9:31").text.find("cancelled") != std::string::npos);  // Second is missed, not forgotten
}

TEST_CASE("a delay is shown at once, taken up by the break, and undone by its number", "[run]") {
    LiveDay day;
    day.begin();
    auto const reply = day.tell("delay 10m", "9:30");
    CHECK(reply.is_done);
    CHECK(reply.text == "number 1: delay 10m\n");
    CHECK(day.words_at("9:30").find("Delayed by 10 min") != std::string::npos);
    CHECK(day.tell("hold now --for 1m", "9:30").is_done);
    CHECK(day.words_at("9:30").find("Running 10 min late On time again from 11:30 AM.") != std::string::npos);
    CHECK(day.at("10:05").sessions.at(0).find("first") != std::string::npos);
    CHECK(day.at("11:35").sessions.at(0).find("third") != std::string::npos);
    CHECK(day.tell("undo 1", "9:31").is_done);
    CHECK(day.words_at("9:31").find("Running") == std::string::npos);
    CHECK(day.at("10:05").sessions.at(0).find("second") != std::string::npos);
}

TEST_CASE("an emergency is on the screen with the next picture and goes when it is cleared or over", "[run]") {
    LiveDay day;
    day.begin();
    CHECK(day.tell("emergency \"Leave the building\" \"Use the stairs\" --for 10m", "9:30").is_done);
    CHECK(day.at("9:30").slide == "emergency");
    CHECK(day.at("9:39").slide == "emergency");
    CHECK(day.at("9:40").slide != "emergency");
    CHECK(day.at("9:35").slide == "emergency");
    CHECK(day.tell("clear emergency", "9:36").is_done);
    CHECK(day.at("9:36").slide != "emergency");
}

TEST_CASE("a slide that is held stays, but not over an emergency", "[run]") {
    LiveDay day;
    day.begin();
    CHECK(day.tell("hold day --for 5m", "9:30").is_done);
    for (auto const* const clock : {"9:30", "9:32", "9:34:59"}) CHECK(day.at(clock).slide == "day");
    day.tell("emergency Fire", "9:33");
    CHECK(day.at("9:33").slide == "emergency");
    day.tell("clear all", "9:34");
    CHECK(day.at("9:40:05").slide == "now");
}

TEST_CASE("commands outlast a restart, those of a rehearsal do not", "[run]") {
    LiveDay day;
    day.calls.memory = day.folder.path / "commands.txt";
    day.begin();
    day.tell("cancel Second", "9:30");
    day.begin();
    CHECK(day.tell("list", "9:31").text.find("cancel") != std::string::npos);
    CHECK(day.words_at("9:50").find("Cancelled") != std::string::npos);
    day.calls.memory.clear();
    day.begin();
    CHECK(day.tell("list", "9:31").text == "no commands\n");
}

TEST_CASE("what cannot be done is said, and changes nothing", "[run]") {
    LiveDay day;
    day.begin();
    auto const before = day.at("9:30").frame;
    for (auto const* const line : {"cancel Nobody", "dealy 10m", "undo 7", "", "announce"}) {
        INFO(line);
        auto const reply = day.tell(line, "9:30");
        CHECK_FALSE(reply.is_done);
        CHECK_FALSE(reply.text.empty());
    }
    CHECK(day.at("9:30").frame == before);
}

TEST_CASE("while the clock is not trusted nothing is on, and when it is, all is right at once", "[run]") {
    LiveDay day;
    bool is_trusted = false;
    day.calls.is_clock_trusted = [&] { return is_trusted; };
    day.begin();
    auto const shown = day.display->shown_at(Instant{}, screen, nullptr);
    CHECK(shown.slide == "planned-day");
    CHECK(shown.sessions.empty());
    CHECK(shown.until <= Instant{seconds{2}});
    is_trusted = true;
    CHECK(day.at("9:30").slide == "now");
    Rehearsal const rehearsal;
    is_trusted = false;
    CHECK(day.display->shown_at(day.builder.at("9:30"), screen, &rehearsal).slide == "now");
}

TEST_CASE("a screenshot is asked for once", "[run]") {
    LiveDay day;
    day.begin();
    CHECK(day.tell("screenshot a.png", "9:30").is_done);
    CHECK(day.display->take_screenshot_request() == "a.png");
    CHECK_FALSE(day.display->take_screenshot_request());
}
