#include "settings/settings.hpp"

#include <fstream>
#include <sstream>

#include "settings/theme.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

Outcome<Settings> parse(std::string text) { return parse_settings({"event.toml", std::move(text)}); }

std::vector<std::string> lines(std::vector<Problem> problems) {
    sort_by_place(problems);
    std::vector<std::string> found;
    for (auto const& problem : problems) found.push_back(to_line(problem));
    return found;
}

constexpr auto smallest = "[[schedule]]\nsource = \"a.html\"\n";

std::string read(std::string const& file) {
    std::ifstream stream(KIOSK_SOURCE_DIR + ("/" + file));
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("an event file needs nothing but a source", "[settings]") {
    auto const parsed = parse(smallest);
    CHECK(parsed.problems.empty());
    CHECK(parsed.value->schedules.at(0).source == "a.html");
    CHECK(parsed.value->timing == Timing{});
    CHECK(parsed.value->timing.crossfade == milliseconds{400});
}

TEST_CASE("what is shown of the event has no controls and no letters that turn a line around", "[settings]") {
    auto const parsed = parse("[event]\nname = \"ML\\u001B for\\u202E Systems\"\n" + std::string(smallest) + "[[display]]\nroom = \"Aula\\u0007\"\n");
    REQUIRE(parsed.value);
    CHECK(parsed.value->event.name == "ML for Systems");
    CHECK(parsed.value->displays.at(0).rooms == std::vector<std::string>{"Aula"});
}

TEST_CASE("every table is read", "[settings]") {
    auto const parsed = parse(R"(
[event]
name = "ML for Systems"
series = "NeurIPS 2023"
date = 2023-12-16
time_zone = "America/Chicago"
[[schedule]]
source = "a.html"
refresh = "2m"
[[display]]
name = "left"
host = "pi-1"
room = "A"
[[display]]
name = "hall"
rooms = ["A", "B"]
[theme]
accent = "#00FF00"
[timing]
dwell = "10s"
crossfade = "0s"
slides = ["now", "speaker"]
seconds = true
[images]
folders = ["photos"]
)");
    CHECK(lines(parsed.problems).empty());
    auto const& settings = *parsed.value;
    CHECK(settings.event.date == parse_day("2023-12-16"));
    CHECK(settings.event.time_zone_origin.line == 6);
    CHECK(settings.schedules.at(0).refresh == seconds{120});
    CHECK(settings.displays.at(1).rooms == std::vector<std::string>{"A", "B"});
    CHECK(settings.timing.dwell == milliseconds{10'000});
    CHECK(settings.timing.slides == std::vector<std::string>{"now", "speaker"});
    CHECK(settings.timing.seconds);
    CHECK(settings.image_folders == std::vector<std::string>{"photos"});
}

TEST_CASE("an unknown key is named with its line and the nearest known one", "[settings]") {
    CHECK(lines(parse(std::string("[event]\nnmae = \"x\"\n") + smallest).problems) ==
          std::vector<std::string>{"event.toml:2: error: there is no key \"nmae\" in [event]; did you mean \"name\"? [key-unknown]"});
    CHECK(lines(parse(std::string("[evnt]\n") + smallest).problems) ==
          std::vector<std::string>{"event.toml:1: error: there is no key \"evnt\"; did you mean \"event\"? [key-unknown]"});
}

TEST_CASE("a value of the wrong kind keeps the default and is reported", "[settings]") {
    auto const parsed = parse(std::string("[event]\nname = 5\ndate = \"tomorrow\"\n[timing]\ncrossfade = \"fast\"\n") + smallest);
    REQUIRE(parsed.value);
    CHECK(parsed.value->timing.crossfade == milliseconds{400});
    CHECK(lines(parsed.problems) ==
          std::vector<std::string>{
              "event.toml:2: error: \"name\" must be a text in quotes: ignored [key-type]",
              "event.toml:3: error: \"date\" must be a date like 2023-12-16: ignored [key-type]",
              "event.toml:5: error: \"crossfade\" must be a length of time like \"400ms\" or \"10s\": ignored [key-type]"});
}

TEST_CASE("broken TOML gives one line with its place, and no settings", "[settings]") {
    auto const parsed = parse("[event]\nname = \n");
    CHECK_FALSE(parsed.value);
    REQUIRE(parsed.problems.size() == 1);
    CHECK(parsed.problems[0].code == "toml-invalid");
    CHECK(parsed.problems[0].where.line == 2);
}

TEST_CASE("a focus is two numbers from 0 to 1", "[settings]") {
    auto const parsed = parse(std::string("[[speaker]]\nname = \"A\"\nfocus = [0.25, 1]\n[[speaker]]\nname = \"B\"\nfocus = [50, 30]\n") + smallest);
    CHECK(parsed.value->speakers[0].focus == std::pair{250, 1000});
    CHECK_FALSE(parsed.value->speakers[1].focus);
    CHECK(lines(parsed.problems) ==
          std::vector<std::string>{"event.toml:6: error: a focus is two numbers from 0 to 1: ignored; write focus = [0.5, 0.3]: half "
                                   "from the left, a third from the top [value-range]"});
}

TEST_CASE("an announcement's mistakes are named, and what says nothing is left out", "[settings]") {
    auto const parsed = parse(std::string("[[announcement]]\nform = \"shout\"\nhead = \"Hi\"\nfrom = \"soon\"\n[[announcement]]\nform = \"notice\"\n") + smallest);
    REQUIRE(parsed.value->announcements.size() == 1);
    CHECK(parsed.value->announcements[0].form == Announcement::Form::banner);
    CHECK(lines(parsed.problems) ==
          std::vector<std::string>{
              "event.toml:2: error: there is no form \"shout\": ignored; known: banner, notice, emergency [value-range]",
              "event.toml:4: error: \"soon\" is no time: ignored; write \"14:10\", or \"2023-12-16T14:10\" [key-type]",
              "event.toml:5: error: an [[announcement]] says nothing: left out; add head = \"Lunch is served\" [key-missing]"});
}

TEST_CASE("a file without a source says how to name one", "[settings]") {
    CHECK(lines(parse("").problems) ==
          std::vector<std::string>{"event.toml: error: the event file names no schedule; add [[schedule]] with source = \"schedule.html\" [source-missing]"});
}

TEST_CASE("a display is chosen by name, else by host, else it is the first", "[settings]") {
    auto const settings = *parse(std::string("[[display]]\nname = \"a\"\n[[display]]\nname = \"b\"\nhost = \"pi\"\n") + smallest).value;
    CHECK(choose_display(settings, "b", "").value->name == "b");
    CHECK(choose_display(settings, "", "pi").value->name == "b");
    CHECK(choose_display(settings, "", "elsewhere").value->name == "a");
    CHECK(to_line(choose_display(settings, "c", "").problems.at(0)) ==
          "kiosk: error: there is no display \"c\"; known displays: a, b [display-unknown]");
}

TEST_CASE("what the event file says wins over the schedule", "[settings]") {
    EventFacts facts;
    facts.name = "ML For Systems";
    facts.room = "Room 1";
    EventSettings event;
    event.name = "ML for Systems";
    CHECK(with_settings(facts, event).name == "ML for Systems");
    CHECK(with_settings(facts, event).room == "Room 1");
}

TEST_CASE("the logo is a path, and its line is remembered", "[settings]") {
    auto const settings = *parse(std::string("[event]\nlogo = \"pictures/logo.svg\"\n") + smallest).value;
    CHECK(settings.event.logo == "pictures/logo.svg");
    CHECK(settings.event.logo_origin.line == 2);
    CHECK(with_settings({}, settings.event).logo == "pictures/logo.svg");
}

TEST_CASE("the files that come with the program have no problem", "[settings]") {
    for (auto const* file : {"config/neurips2023/event.toml", "config/kiosk.toml"}) {
        INFO(file);
        CHECK(lines(parse_settings({file, read(file)}).problems).empty());
    }
    auto const theme = parse_theme({"dark.toml", read("config/themes/dark.toml")});
    CHECK(lines(theme.problems).empty());
    CHECK(*theme.value == Theme{});
}

TEST_CASE("an accent becomes light enough to carry ink, and keeps its hue", "[settings]") {
    Color const ink = Theme{}.ink;
    for (auto const* hex : {"#000000", "#0000FF", "#8B0000", "#FFC72C", "#FFFFFF", "#123456"}) {
        auto const accent = readable_accent(*parse_color(hex), ink);
        INFO(hex << " becomes " << to_hex(accent));
        CHECK(contrast(accent, ink) >= 6);
    }
    CHECK(to_hex(readable_accent(*parse_color("#FFC72C"), ink)) == "#FFC72C");
    auto const blue = readable_accent(*parse_color("#0000FF"), ink);
    CHECK(blue.b > blue.r);
    CHECK(blue.r == blue.g);
}

TEST_CASE("contrast is that of WCAG", "[settings]") {
    CHECK(contrast({0, 0, 0, 255}, {255, 255, 255, 255}) == Approx(21));
    CHECK(contrast(*parse_color("#F5F3EE"), *parse_color("#0E1216")) == Approx(17.0).margin(0.1));
    for (auto const* wrong : {"", "FFC72C", "#FFC72", "#GGGGGG", "#FFC72C00"}) CHECK_FALSE(parse_color(wrong));
}

TEST_CASE("one language, or two in turn", "[settings]") {
    auto const event = [](std::string const& lines) { return parse_settings({"event.toml", "[event]\n" + lines + "\n[[schedule]]\nsource = \"a\"\n"}); };
    CHECK(event("").value->event.languages.size() == 1);
    auto const one = event("language = \"de-AT\"");
    CHECK(one.value->event.language == "de-AT");
    CHECK(one.value->event.languages.at(0).where.line == 2);
    auto const two = event("languages = [\"ar\", \"en-GB\"]\nclock = \"24h\"");
    CHECK(two.problems.empty());
    CHECK(two.value->event.language == "ar");
    CHECK(two.value->event.languages.at(1).tag == "en-GB");
    CHECK(two.value->event.clock == ClockStyle::twenty_four_hour);
    auto const three = event("languages = [\"de\", \"en\", \"fr\"]");
    CHECK(three.value->event.languages.size() == 2);
    CHECK(three.problems.at(0).code == "value-range");
    CHECK(event("clock = \"noon\"").problems.at(0).code == "value-range");
}

TEST_CASE("a phase may have its own slides; unknown phases and slides are named", "[settings]") {
    auto const parsed = parse_settings({"event.toml", "[[schedule]]\nsource = \"a.ics\"\n[playlist]\nbreak = [\"now\", \"dya\"]\nluch = [\"now\"]\n"});
    REQUIRE(parsed.value);
    CHECK(parsed.value->timing.playlists == std::map<std::string, std::vector<std::string>>{{"break", {"now"}}});
    REQUIRE(parsed.problems.size() == 2);
    CHECK(parsed.problems[0].code == "slide-unknown");
    CHECK(parsed.problems[1].where.line == 5);
}

TEST_CASE("an announcement may be in both languages, an OLED panel is cared for", "[settings]") {
    auto const parsed = parse_settings({"event.toml", "[[schedule]]\nsource = \"a.ics\"\n[[announcement]]\nhead = [\"Fire\", \"Feuer\"]\ntext = \"Go\"\n"
                                                      "[care]\noled = true\n"});
    REQUIRE(parsed.value);
    CHECK(parsed.problems.empty());
    auto const& one = parsed.value->announcements.at(0);
    CHECK(one.head == "Fire");
    CHECK(one.second_head == "Feuer");
    CHECK(one.second_text.empty());
    CHECK(parsed.value->care == CareSettings{false, true});
}

TEST_CASE("a machine may have several displays, each at an output of its own", "[settings]") {
    auto const parsed = parse_settings({"event.toml", "[[schedule]]\nsource = \"a.ics\"\n"
                                                      "[[display]]\nname = \"left\"\nhost = \"hall\"\noutput = \"HDMI-A-1\"\nmode = \"1280x720\"\n"
                                                      "[[display]]\nhost = \"hall\"\noutput = \"HDMI-A-2\"\n"
                                                      "[[display]]\nname = \"same\"\nhost = \"hall\"\noutput = \"HDMI-A-2\"\n"
                                                      "[[display]]\nname = \"elsewhere\"\noutput = \"HDMI-A-2\"\n"
                                                      "[[display]]\nname = \"simple\"\nhost = \"foyer\"\nmode = \"big\"\n"});
    REQUIRE(parsed.value);
    REQUIRE(parsed.problems.size() == 1);
    CHECK(parsed.problems[0].where.line == 21);
    auto const& settings = *parsed.value;
    auto const left = *choose_display(settings, "", "hall").value;
    CHECK(left.mode == std::pair(1280, 720));
    auto const beside = displays_beside(settings, left);
    REQUIRE(beside.size() == 1);
    CHECK(beside[0].name == "HDMI-A-2");
    CHECK(choose_display(settings, "HDMI-A-2", "").value->host == "hall");
    CHECK(displays_beside(settings, *choose_display(settings, "", "foyer").value).empty());
}

TEST_CASE("a panel's power goes by the night, or by hours", "[settings]") {
    auto const power = [](std::string const& off) { return parse_settings({"event.toml", "[[schedule]]\nsource = \"a.ics\"\n[power]\noff = \"" + off + "\"\n"}); };
    using Off = PowerSettings::Off;
    CHECK(power("never").value->power == PowerSettings{});
    CHECK(power("night").value->power.off == Off::at_night);
    CHECK(power("22:00-06:30").value->power == PowerSettings{Off::in_hours, hours{22}, hours{6} + minutes{30}, true});
    for (auto const* wrong : {"22:00", "late", "22:00-", "8:00-8:00"}) {
        auto const parsed = power(wrong);
        CHECK(parsed.value->power.off == Off::never);
        CHECK(parsed.problems.at(0).code == "value-range");
    }
}

TEST_CASE("a machine that is called like a display is that display, unless another one names it as its host", "[settings]") {
    auto const parsed = parse_settings({"event.toml", "[[schedule]]\nsource = \"a.ics\"\n[[display]]\nname = \"foyer\"\n"
                                                      "[[display]]\nname = \"room-2\"\n[[display]]\nname = \"hall\"\nhost = \"room-3\"\n"});
    REQUIRE(parsed.value);
    CHECK(choose_display(*parsed.value, "", "room-2").value->name == "room-2");
    CHECK(choose_display(*parsed.value, "", "room-3").value->name == "hall");
    CHECK(choose_display(*parsed.value, "", "hall").value->name == "foyer");
}
