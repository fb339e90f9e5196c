#include "run/live_display.hpp"

#include <future>
#include <thread>

#include "run/live_day.hpp"

using namespace kiosk;

TEST_CASE("a page that changes changes the display, and what moved is marked", "[run]") {
    LiveDay day;
    day.begin();
    CHECK(day.words_at("9:30").find("First") != std::string::npos);
    day.replace("11:30,12:30,Third", "11:45,12:45,Third");
    REQUIRE(day.waits_for_news());
    CHECK(day.words_at("11:35").find("Delayed by 15 min") != std::string::npos);
    CHECK_FALSE(day.display->has_news());
}

TEST_CASE("a page that breaks or loses most of its rows changes nothing, says so once, and comes back by itself", "[run][E18]") {
    LiveDay day;
    day.begin();
    auto const before = day.at("9:30").frame;
    auto const whole = day.page;
    day.write("date,start,end,title,room\n2023-12-16,9:00,10:00,First,Room 1\n");
    REQUIRE(comes_true([&] { return !day.loader->trouble().empty(); }));
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

TEST_CASE("a page that says for long that most is gone is believed in the end, an empty one never", "[run][E18]") {
    LiveDay day;
    day.patience = {3, milliseconds{1}};
    day.begin();
    auto const save = [&](std::string const& text) {
        day.write(text);
        day.loader->look_again();
        std::this_thread::sleep_for(milliseconds{100});  // in which the watch notices it as well
        REQUIRE(comes_true([&] { return !day.loader->is_busy(); }));
    };
    std::string const head = "date,start,end,title,room\n", one = head + "2023-12-16,9:00,10:00,First,Room 1\n";
    for (int i = 0; i < 5; ++i) save(head);
    CHECK_FALSE(day.display->has_news());
    save(one);
    save(head + "2023-12-16,9:00,10:00,Another,Room 1\n");
    save(one);
    CHECK_FALSE(day.display->has_news());
    CHECK_FALSE(day.loader->trouble().empty());
    save(one);
    save(one);
    CHECK(day.display->has_news());
    CHECK(day.loader->trouble().empty());
}

TEST_CASE("an event that breaks a reader elsewhere is not read here, said once, and read when it is mended", "[run]") {
    LiveDay day;
    std::atomic<bool> breaks = false;
    day.trial = [&](std::stop_token const&) { return breaks ? "reading the event takes more than 5 s" : ""; };
    day.begin();
    auto const before = day.at("9:30").frame;
    breaks = true;
    day.replace("Second", "Harmful");
    REQUIRE(comes_true([&] { return !day.loader->trouble().empty(); }));
    day.loader->reload();  // whoever wants it
    REQUIRE(comes_true([&] { return !day.loader->is_busy(); }));
    CHECK(day.readings == 0);
    CHECK(day.loader->trouble() == "reading the event takes more than 5 s: the last good one stays");
    CHECK(day.at("9:30").frame == before);
    breaks = false;
    day.replace("Harmful", "Mended");
    REQUIRE(day.waits_for_news());
    CHECK(day.words_at("10:30").find("Mended") != std::string::npos);
    CHECK(day.refused == std::vector<std::string>{"reading the event takes more than 5 s: the last good one stays", "the event can be read again"});
}

TEST_CASE("whoever asks for reloads without a pause gets one, and one more later; a change is read meanwhile", "[run][I9]") {
    LiveDay day;
    day.begin();
    for (int i = 0; i < 100; ++i) day.loader->reload();
    REQUIRE(comes_true([&] { return day.readings > 0; }));
    for (int i = 0; i < 100; ++i) day.loader->reload();
    day.replace("Second", "Changed");
    REQUIRE(comes_true([&] { return day.words_at("10:30").find("Changed") != std::string::npos; }));
    CHECK(day.readings == 2);
    CHECK(day.loader->is_busy());  // the one more
}

TEST_CASE("an operator who wants it all the same gets the short page", "[run]") {
    LiveDay day;
    day.begin();
    day.at("9:30");
    day.write("date,start,end,title,room\n2023-12-16,9:00,10:00,First,Room 1\n");
    REQUIRE(comes_true([&] { return !day.loader->trouble().empty(); }));
    CHECK(day.tell("reload", "9:30").is_done);
    REQUIRE(day.waits_for_news());
    day.at("9:31");
    CHECK(day.display->sources().at(0).sessions >= 1);
    CHECK(day.tell("explain", "9:31").text.find("cancelled") != std::string::npos);  // Second is missed, not forgotten
}

TEST_CASE("while the clock is not trusted nothing is on, and when it is, all is right at once", "[run][D1]") {
    LiveDay day;
    bool is_trusted = false;
    day.calls.clock = [&] { return ClockEvidence{{}, is_trusted}; };
    day.begin();
    auto const shown = day.display->shown_at(Instant{}, screen, nullptr);
    CHECK(shown.slide == "planned-day");
    CHECK(shown.sessions.empty());
    CHECK(shown.until <= Instant{seconds{2}});
    CHECK(day.display->clock() == ClockJudgement{false, "before this program was made"});
    is_trusted = true;
    CHECK(day.at("9:30").slide == "now");
    CHECK(day.display->clock().is_trusted);
    CHECK(day.said == std::vector<std::string>{"the clock is not trusted: before this program was made", "the clock is trusted: vouched for"});
    Rehearsal const rehearsal;
    is_trusted = false;
    CHECK(day.display->shown_at(day.builder.at("9:30"), screen, &rehearsal).slide == "now");
}

TEST_CASE("an emergency that was said before the clock was set lasts as long as it was meant to", "[run][I6]") {
    LiveDay day;
    MonotonicTime monotonic{};
    day.calls.monotonic = [&] { return monotonic; };
    day.begin();
    Instant t{minutes{3}};  // 1970
    day.display->shown_at(t, screen, nullptr);
    auto const reply = day.display->post("emergency Fire \"Leave by the stairs\" --for 30m", "ctl");
    CHECK(day.display->shown_at(t, screen, nullptr).slide == "emergency");
    monotonic += minutes{10};
    t = day.builder.at("9:30");
    CHECK(day.display->shown_at(t, screen, nullptr).slide == "emergency");
    monotonic += minutes{20} - seconds{1};
    t += minutes{20} - seconds{1};
    CHECK(day.display->shown_at(t, screen, nullptr).slide == "emergency");
    monotonic += seconds{1};
    CHECK(day.display->shown_at(t += seconds{1}, screen, nullptr).slide != "emergency");
}

TEST_CASE("displays agree without talking: one that was started later turns the same slides at the same instants", "[run]") {
    LiveDay early;
    early.begin();
    early.at("8:00");
    for (auto const* line : {"delay 10m", "announce Wifi \"The password is on the wall\" --notice --for 5h", "cancel Third"}) early.tell(line, "9:10");
    std::size_t turns = 0;
    auto t = early.builder.at("9:10");
    while (t < early.builder.at("12:00")) {
        auto const shown = early.display->shown_at(t, screen, nullptr);
        LiveDay late;
        late.calls.memory = late.folder.path / "commands.txt";
        late.begin();
        for (auto const* line : {"delay 10m", "announce Wifi \"The password is on the wall\" --notice --for 5h", "cancel Third"}) late.tell(line, "9:10");
        auto const same = late.display->shown_at(t, screen, nullptr);
        REQUIRE(same.slide == shown.slide);
        REQUIRE(same.frame == shown.frame);
        REQUIRE(same.until == shown.until);
        ++turns;
        t = std::max(shown.until, t + minutes{7});
    }
    CHECK(turns > 20);
}

TEST_CASE("a status says how the machine is, and the loop does not wait for the answer", "[run]") {
    LiveDay day;
    std::promise<void> disk;
    std::optional<PresentedFrames> frames;
    day.calls.machine = [answer = disk.get_future().share()] {
        answer.wait();
        return std::string("storage   1 GB free\n");
    };
    day.calls.frames = [&] { return frames; };
    day.begin();
    day.at("9:30");
    auto early = day.display->post("status", "ctl");
    day.at("9:31");
    frames = PresentedFrames{12, milliseconds{2345}};
    auto late = day.display->post("status", "ctl");
    day.at("9:32");
    CHECK(early.wait_for(milliseconds{50}) == std::future_status::timeout);
    CHECK(day.tell("delay 10m", "9:33").is_done);  // nobody else waits
    disk.set_value();
    auto const reply = early.get();
    CHECK(reply.is_done);
    CHECK(reply.text.find("frames") == std::string::npos);
    CHECK(reply.text.starts_with("time      2023-12-16T09:31:00+00:00\n"));
    CHECK(reply.text.ends_with("storage   1 GB free\ncommands  none\n"));
    CHECK(late.get().text.find("\nframes    12, the last one 2.3 s ago\nstorage ") != std::string::npos);
}

TEST_CASE("a screenshot is asked for once", "[run]") {
    LiveDay day;
    day.begin();
    CHECK(day.tell("screenshot a.png", "9:30").is_done);
    CHECK(day.display->take_screenshot_request() == "a.png");
    CHECK_FALSE(day.display->take_screenshot_request());
}

TEST_CASE("each second of a clock is what a new picture of that second is", "[run]") {
    LiveDay ticking;
    ticking.write_event("[timing]\nseconds = true\n");
    for (auto const* clock : {"2023-12-16T09:10:57", "2023-12-16T09:10:58", "2023-12-16T09:10:59", "2023-12-16T09:11:00", "2023-12-16T09:11:01",
                              "2023-12-16T09:59:59", "2023-12-16T10:00:00", "2023-12-16T10:00:01", "2023-12-16T09:10:58"}) {
        auto const t = *parse_time_argument(std::string(clock) + "Z")->instant;
        auto const shown = ticking.display->shown_at(t, screen, nullptr);
        ticking.display->look_again();
        auto const anew = ticking.display->shown_at(t, screen, nullptr);
        CHECK(shown.frame == anew.frame);
        CHECK(shown.until == anew.until);
        CHECK(shown.until == t + seconds{1});
    }
}
