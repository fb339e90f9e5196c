// What operators say to a living day, by command, key and file.
#include "run/live_day.hpp"

using namespace kiosk;

TEST_CASE("a delay is shown at once, taken up by the break, and undone by its number", "[run]") {
    LiveDay day;
    day.begin();
    auto const reply = day.tell("delay 10m", "9:30");
    CHECK(reply.is_done);
    CHECK(reply.text.starts_with("number 1: delay 10m\n  09:00 \"First\" lasts until 10:10\n"));
    CHECK(reply.text.ends_with("\"Coffee Break\" takes it up: on time from 11:30\n"));
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

TEST_CASE("what cannot be done is said, and changes nothing", "[run][I3]") {
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

TEST_CASE("a key gives the command that the event file says, and a refusal goes to the log", "[run]") {
    LiveDay day;
    day.begin();
    day.write_event("[control.keys]\nF1 = \"cancel Third\"\n1 = \"cancel Nobody\"\n");
    auto const before = day.at("9:30").frame;
    for (auto const* key : {"F2", "A", "", "f1"}) day.display->press(key);
    CHECK_FALSE(day.display->has_news());
    day.display->press("F1");
    CHECK(day.display->has_news());
    day.at("9:30");
    CHECK(day.tell("list", "9:30").text.find("keys") != std::string::npos);
    CHECK(day.said == std::vector<std::string>{"operator (keys): cancel Third"});
    day.display->press("1");
    day.at("9:31");
    CHECK(day.said.back().find("no session is named by \"Nobody\"") != std::string::npos);
}

TEST_CASE("what stands in the file of commands holds, also over a restart, and no longer when it is taken out", "[run]") {
    LiveDay day;
    day.calls.memory = day.folder.path / "memory.txt";
    day.calls.watching = {milliseconds{20}, milliseconds{200}, milliseconds{50}};
    auto const commands = day.folder.path / "today.txt";
    day.begin();
    day.write_event("[control]\nfile = \"today.txt\"\n");
    CHECK(day.at("9:30").slide == "now");
    REQUIRE(write_atomically(commands, "emergency Fire --for 8h\nextend 10m\n").empty());
    REQUIRE(day.waits_for_news());
    CHECK(day.at("9:31").slide == "emergency");
    day.restart();
    CHECK(day.at("9:32").slide == "emergency");
    REQUIRE(write_atomically(commands, "extend 10m\n").empty());
    REQUIRE(day.waits_for_news());
    CHECK(day.at("9:33").slide == "now");
    CHECK(day.words_at("9:33").find("10:10") != std::string::npos);  // once, not twice
    REQUIRE(std::filesystem::remove(commands));
    REQUIRE(day.waits_for_news());
    CHECK(day.words_at("9:34").find("10:10") == std::string::npos);
}

TEST_CASE("what nobody can read of a file of commands leaves what it said before", "[run]") {
    LiveDay day;
    day.calls.watching = {milliseconds{20}, milliseconds{200}, milliseconds{50}};
    auto const commands = day.folder.path / "today.txt";
    REQUIRE(write_atomically(commands, "cancel Third\n").empty());
    day.begin();
    day.write_event("[control]\nfile = \"today.txt\"\n");
    day.at("9:30");
    REQUIRE(day.tell("list", "9:30").text.find("cancel Third") != std::string::npos);
    REQUIRE(write_atomically(commands, std::string(70'000, '#')).empty());
    REQUIRE(day.waits_for_news());
    CHECK(day.tell("list", "9:31").text.find("cancel Third") != std::string::npos);
    CHECK(day.said.back().find("today.txt: error: cannot be read: it is larger than") != std::string::npos);
    // In one step: a moment without the file would take back what it said.
    std::filesystem::create_directory_symlink(day.folder.path, day.folder.path / "folder");
    std::filesystem::rename(day.folder.path / "folder", commands);
    REQUIRE(day.waits_for_news());
    CHECK(day.tell("list", "9:32").text.find("cancel Third") != std::string::npos);
}

TEST_CASE("commands that stood in the file before the display was started count from when they were written", "[run][I6]") {
    LiveDay day;
    auto const commands = day.folder.path / "today.txt";
    REQUIRE(write_atomically(commands, "emergency Fire\nannounce \"Lunch is outside\" --for 8h\n").empty());
    auto const t = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());  // the kernel stamps files by it
    day.begin();
    day.write_event("[control]\nfile = \"today.txt\"\n");
    day.display->shown_at(t + hours{7}, screen, nullptr);
    auto list = day.display->post("list", "ctl");
    CHECK(day.display->shown_at(t + hours{7}, screen, nullptr).slide != "emergency");
    auto const text = list.get().text;
    CHECK(text.find("over since") != text.npos);
    CHECK(text.find("until") != text.npos);
}
