// What operators type, and what they are told where it cannot be meant.
#include "command/command.hpp"

#include "command/command_words.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

using Names = std::vector<std::string>;

template <class T>
T read(std::string_view line) {
    auto const outcome = parse_command(line);
    INFO(line << (outcome.problems.empty() ? "" : ": " + to_line(outcome.problems.front())));
    REQUIRE(outcome.value);
    CHECK(outcome.problems.empty());
    REQUIRE(std::holds_alternative<T>(*outcome.value));
    return std::get<T>(*outcome.value);
}

std::string refusal(std::string_view line) {
    auto const outcome = parse_command(line, {"control", 3, {}});
    CHECK_FALSE(outcome.value);
    REQUIRE(outcome.problems.size() == 1);
    return to_line(outcome.problems.front());
}

}  // namespace

TEST_CASE("a delay says how late, for which rooms and from when on", "[command]") {
    CHECK(read<DelayCommand>("delay 10m") == DelayCommand{minutes{10}, {}, {}});
    CHECK(read<DelayCommand>("delay -5m").late == -minutes{5});
    CHECK(read<DelayCommand>("delay 0").late == seconds{0});
    CHECK(read<DelayCommand>("DELAY --from 13:50 1h30m") ==
          DelayCommand{minutes{90}, {}, parse_time_argument("13:50")});
    CHECK(read<DelayCommand>("delay --room \"Room 1\" 10m --room='Hall B'").rooms ==
          Names{"Room 1", "Hall B"});
}

TEST_CASE("sessions are named by what stands in one word, quoted or not", "[command]") {
    CHECK(read<CancelCommand>("cancel 13:50 --room A") == CancelCommand{"13:50", {"A"}});
    CHECK(read<CancelCommand>("cancel Why\\ \\\"Now\\\"").session == "Why \"Now\"");
    CHECK(read<MoveCommand>("move 'Ada''s talk' --to 15:00") ==
          MoveCommand{"Adas talk", parse_time_argument("15:00"), {}});
    CHECK(read<RetitleCommand>("retitle 13:50 \"Now: \\\"the\\\" \\\\ talk\"").title ==
          "Now: \"the\" \\ talk");
}

TEST_CASE("what is said is a banner, a notice or an emergency, for a time", "[command]") {
    CHECK(read<AnnounceCommand>("announce \"Lunch is outside\" --for 20m") ==
          AnnounceCommand{"Lunch is outside", "", Announcement::Form::banner, minutes{20}, {}});
    CHECK(read<AnnounceCommand>("announce --notice Lunch \"It is outside\"") ==
          AnnounceCommand{"Lunch", "It is outside", Announcement::Form::notice, {}, {}});
    CHECK(read<EmergencyCommand>("emergency \"Leave the building\" --test --room A").state ==
          AnnouncementState::test);
    CHECK(read<LiftedCommand>("lifted").text.empty());
    CHECK(read<FullCommand>("full \"Screen in Hall B\" --room A") == FullCommand{"Screen in Hall B", {"A"}});
    CHECK(read<AnnounceCommand>("announce -- --notice").head == "--notice");
    CHECK(read<AnnounceCommand>("announce -5\xC2\xB0").head == "-5\xC2\xB0");
}

TEST_CASE("the other commands have few words or none", "[command]") {
    CHECK(read<ExtendCommand>("extend 5m").by == minutes{5});
    CHECK(read<NextCommand>("next --room A").rooms == Names{"A"});
    CHECK(read<HoldCommand>("hold speaker:ada --for 2m") == HoldCommand{"speaker:ada", minutes{2}});
    CHECK(read<HoldCommand>("hold") == HoldCommand{});
    CHECK(read<ClearCommand>("clear").group == ClearCommand::Group::announcements);
    CHECK(read<ClearCommand>("clear all").group == ClearCommand::Group::all);
    CHECK(read<UndoCommand>("undo 12").number == 12);
    CHECK_FALSE(read<UndoCommand>("undo").number);
    CHECK(read<ScreenshotCommand>("screenshot shot.png").file == "shot.png");
    CHECK(read<PlainCommand>(" status\r\n") == PlainCommand::status);
    CHECK(read<PlainCommand>("reload") == PlainCommand::reload);
    CHECK(read<PlainCommand>("explain") == PlainCommand::explain);
    CHECK(read<PlainCommand>("list") == PlainCommand::list);
}

TEST_CASE("texts are cleaned of what spoils a screen", "[command]") {
    CHECK(read<AnnounceCommand>("announce \" a\tb\x1b[31m\xE2\x80\xAE c \xff\"").head ==
          "a b[31m c \xEF\xBF\xBD");
}

TEST_CASE("a refusal says what is wrong and shows the right form", "[command]") {
    CHECK(refusal("delya 10m") ==
          "control:3: error: there is no command \"delya\": did you mean \"delay\"?; "
          "write: delay 10m [--room ROOM] [--from TIME] [command-invalid]");
    CHECK(refusal("delay ten") ==
          "control:3: error: \"ten\" is no duration such as 10m or 1h30m; "
          "write: delay 10m [--room ROOM] [--from TIME] [command-invalid]");
    CHECK(refusal("announce x --fro 10m") ==
          "control:3: error: \"announce\" has no option --fro: did you mean --for?; write: announce \"TEXT\" "
          "[\"MORE\"] "
          "[--for 30m] [--room ROOM] [--notice] [command-invalid]");
    CHECK(refusal("announce \"x") ==
          "control:3: error: a quote is not closed; close it, or write \\\" for the sign itself "
          "[command-invalid]");
}

TEST_CASE("whatever a command cannot mean is refused", "[command][I3]") {
    for (std::string_view const line : {"",
                                        "  ",
                                        "xyzzy",
                                        "delay",
                                        "delay 9h",
                                        "delay -5h",
                                        "delay 10m 20m",
                                        "delay 10m --from noon",
                                        "delay 10m --room",
                                        "delay 10m --room --from 9:00",
                                        "delay 10m --room ' '",
                                        "delay nanm",
                                        "delay 10m --from 0001-01-01T00:00Z",
                                        "extend 0m",
                                        "extend -5m",
                                        "cancel",
                                        "cancel \"\"",
                                        "cancel a b",
                                        "move a",
                                        "retitle a",
                                        "retitle a \"\"",
                                        "announce",
                                        "announce \"\"",
                                        "announce a --for 25h",
                                        "announce a --for 0s",
                                        "announce a --for 1m --for 2m",
                                        "announce a --notice=yes",
                                        "announce a \\",
                                        "emergency \" \t\"",
                                        "clear everything",
                                        "clear \"\"",
                                        "undo 0",
                                        "undo -1",
                                        "undo one",
                                        "undo 99999999999",
                                        "status now"}) {
        INFO(line);
        CHECK_THAT(refusal(line), Catch::EndsWith("[command-invalid]"));
    }
}

TEST_CASE("a line has 4096 bytes, a head 200 characters and a text 500", "[command]") {
    auto const of = [](std::size_t size) { return std::string(size, 'x'); };
    CHECK(read<AnnounceCommand>("announce " + of(200) + " " + of(500)).text.size() == 500);
    CHECK_THAT(refusal("announce " + of(201)), Catch::Contains("has 201 characters: at most 200"));
    CHECK_THAT(refusal("announce x " + of(501)), Catch::Contains("has 501 characters: at most 500"));
    CHECK_THAT(refusal("announce " + of(4088)), Catch::Contains("the line has 4097 bytes"));
}

TEST_CASE("the help shows each command on a line that is one", "[command]") {
    auto const help = usage();
    CHECK(std::count(help.begin(), help.end(), '\n') == 18);
    CHECK_THAT(help, Catch::Contains("\nundo [NUMBER]  ") && Catch::Contains("\nlist  "));
    for (char const c : help) CHECK((c == '\n' || c >= ' '));
}

TEST_CASE("arguments become a line that has them as words", "[command]") {
    Names const arguments{"announce", "it's \"here\" \\", "", "--room=Room 1", "two\nlines"};
    auto const line = join_words(arguments);
    CHECK(line == R"(announce "it's \"here\" \\" "" "--room=Room 1" "two lines")");
    CHECK(*split_words(line) == Names{"announce", "it's \"here\" \\", "", "--room=Room 1", "two lines"});
}
