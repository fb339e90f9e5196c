// Rows D and F8 of the catalogue of faults: what a clock can do to a display, minute by minute, beside what the C library says.
#include <array>
#include <ctime>

#include <fmt/format.h>

#include "faults/living_day.hpp"
#include "io/files.hpp"
#include "run/display.hpp"
#include "support/catch.hpp"
#include "support/comes_true.hpp"
#include "support/figure.hpp"

using namespace kiosk;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr minutes step{11};  // slow, and about something else
#else
constexpr minutes step{1};
#endif

/// The venue's clock by glibc, which knows nothing of this program.
class LocalClock {
public:
    explicit LocalClock(std::string const& zone) {
        if (auto const* before = std::getenv("TZ")) before_ = before;
        ::setenv("TZ", zone.c_str(), 1);
        ::tzset();
    }
    ~LocalClock() {
        if (before_) ::setenv("TZ", before_->c_str(), 1);
        else ::unsetenv("TZ");
        ::tzset();
    }
    LocalClock(LocalClock const&) = delete;
    LocalClock& operator=(LocalClock const&) = delete;

    std::tm at(Instant t) const {
        auto const seconds_since_1970 = static_cast<std::time_t>(std::chrono::floor<seconds>(t.time_since_epoch()).count());
        std::tm local{};
        ::localtime_r(&seconds_since_1970, &local);
        return local;
    }
    std::string text(Instant t, char const* format) const {
        auto const local = at(t);
        std::array<char, 64> text{};
        std::strftime(text.data(), text.size(), format, &local);
        return text.data();
    }

private:
    std::optional<std::string> before_;
};

/// An event in a folder of its own, drawn at any time.
struct Still {
    TemporaryFolder folder;
    FixedMetrics metrics;
    std::optional<Snapshot> snapshot;
    std::optional<Display> display;

    Still(std::string const& zone, std::string const& name, std::string const& schedule) {
        auto const event = folder.path / "event.toml";
        REQUIRE(write_atomically(folder.path / name, schedule).empty());
        REQUIRE(write_atomically(event, fmt::format("[event]\ntime_zone = \"{}\"\nlanguage = \"en-GB\"\n[timing]\nnight = false\n[[schedule]]\nsource = \"{}\"\n", zone, name)).empty());
        LoadOptions options;
        options.data = KIOSK_SOURCE_DIR;
        snapshot = load_event(event.string(), options);
        display.emplace(*snapshot, metrics);
    }
    std::string titles_at(Instant t) {
        std::string titles;
        for (auto const& id : display->shown_at(t, {1280, 720}, nullptr).sessions)
            for (auto const& session : snapshot->schedule.sessions())
                if (session.id.value == id) titles += session.title;
        return titles;
    }
    bool says(Instant t, std::string const& text) {
        auto const shown = display->shown_at(t, {1280, 720}, nullptr);
        for (auto const* picture : {&shown.frame.stage, &shown.frame.spine})
            for (auto const& item : picture->items)
                if (auto const* run = std::get_if<TextRun>(&item); run && run->text.find(text) != run->text.npos) return true;
        return false;
    }
};

Instant start_of(std::string_view day) { return Instant{date::sys_days{parse_day(day)->time_since_epoch()}}; }

/// A session at each hour from five on, called by it: no clock is changed then.
std::string table_of_hours(std::vector<std::string> const& days) {
    std::string table = "date,start,end,title\n";
    for (auto const& day : days)
        for (int hour = 5; hour < 23; ++hour) table += fmt::format("{},{:02}:00,{:02}:00,Hour {:02}\n", day, hour, hour + 1, hour);
    return table;
}

struct ChangeOfClocks {
    std::string zone, day, day_after;
};

std::vector<ChangeOfClocks> const changes_of_clocks{
    {"Europe/Berlin", "2026-03-29", "2026-03-30"},       {"Europe/Berlin", "2026-10-25", "2026-10-26"},
    {"America/New_York", "2026-03-08", "2026-03-09"},    {"America/New_York", "2026-11-01", "2026-11-02"},
    {"Australia/Lord_Howe", "2026-10-04", "2026-10-05"}, {"Australia/Lord_Howe", "2026-04-05", "2026-04-06"}};

std::string expected_hour(std::tm const& local) {
    return local.tm_hour >= 5 && local.tm_hour < 23 ? fmt::format("Hour {:02}", local.tm_hour) : std::string{};
}

constexpr Instant nine = Instant{date::sys_days{date::year{2023} / 12 / 16}} + hours{9};

std::string page(int number) {
    return fmt::format("<h1>A day</h1><p>16 December 2023</p><table><tr><td>09:00 - 12:00</td><td>First session</td></tr>"
                       "<tr><td>12:00 - 13:00</td><td>Session {}</td></tr></table>", number);
}

}  // namespace

TEST_CASE("a clock that nobody vouches for never says what is on", "[faults][D1]") {
    LivingDay day(page(2), {});
    day.is_clock_vouched_for = false;
    day.start(Instant{});
    int wrong = 0;
    for (Instant const begin : {Instant{}, nine - hours{1}, Instant{} + hours{24} * 365 * 80})
        for (minutes minute{0}; minute < hours{5}; minute += step) {
            auto const shown = day.at(begin + minute);
            wrong += shown.sessions.empty() ? 0 : 1;
        }
    report_figure("D1", wrong, "wrong Now");
    CHECK(wrong == 0);
}

TEST_CASE("what could not be fetched by a wrong clock is asked for when it is set", "[faults][D4]") {
    LivingDay day(page(2), {});
    day.start(nine);
    day.server.behave("reset");
    day.look(nine);
    auto const before = day.web().at(0).fetches;
    day.server.behave("ok");
    auto const began = std::chrono::steady_clock::now();
    day.clock_is_ahead = hours{24};
    day.at(nine + hours{24});
    CHECK(comes_true([&] { return day.web().at(0).fetches > before && day.web().at(0).trouble.empty(); }));
    report_figure("D4", std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(), "s");
}

TEST_CASE("a machine that never hears the time believes its clock in the end", "[faults][D5]") {
    ClockEvidence evidence;
    evidence.now = start_of("2027-03-01");
    evidence.has_battery_clock = false;
    minutes waited{0};
    for (; waited < hours{2} && !judge(evidence).is_trusted; waited += minutes{1}) evidence.since_boot += minutes{1}, evidence.now += minutes{1};
    report_figure("D5", static_cast<double>(waited.count()), "min");
    CHECK(waited <= hours{1});
}

TEST_CASE("at each boundary of the sample's day, a second before and after, what is on is on", "[faults][D6]") {
    LoadOptions options;
    options.data = KIOSK_SOURCE_DIR;
    auto const snapshot = load_event(KIOSK_SOURCE_DIR "/config/neurips2023/event.toml", options);
    FixedMetrics const metrics;
    Display display(snapshot, metrics);
    auto const& sessions = snapshot.schedule.sessions();
    int wrong = 0, looked = 0;
    for (auto const& boundary : sessions)
        for (Instant const edge : {boundary.when.begin, boundary.when.end})
            for (auto const offset : {seconds{-1}, seconds{0}, seconds{1}}) {
                auto const t = edge + offset;
                auto const on = [t](Session const& session) { return session.when.begin <= t && t < session.when.end; };
                auto const shown = display.shown_at(t, {1280, 720}, nullptr).sessions;
                bool is_right = shown.empty() == std::none_of(sessions.begin(), sessions.end(), on);
                for (auto const& session : sessions)
                    if (std::find(shown.begin(), shown.end(), session.id.value) != shown.end() && !on(session)) is_right = false;
                wrong += is_right ? 0 : 1;
                ++looked;
            }
    report_figure("D6", wrong, fmt::format("wrong of {}", looked));
    CHECK(looked > 100);
    CHECK(wrong == 0);
}

TEST_CASE("on days when clocks change, every minute shows the venue's time and what is on", "[faults][D7]") {
    int wrong = 0, looked = 0;
    std::string where;
    for (auto const& change : changes_of_clocks) {
        LocalClock const local(change.zone);
        Still still(change.zone, "hours.csv", table_of_hours({change.day, change.day_after}));
        auto t = start_of(change.day) - hours{14};  // Lord Howe is far ahead, New York behind
        for (minutes minute{0}; minute < hours{72}; minute += step) {
            auto const now = t + minute;
            auto const day = local.text(now, "%F");
            if (day != change.day && day != change.day_after) continue;
            ++looked;
            bool const is_right = still.says(now, local.text(now, "%H:%M")) && still.titles_at(now) == expected_hour(local.at(now));
            if (!is_right && wrong++ < 3) where += change.zone + local.text(now, " %F %T %Z; ");
        }
    }
    report_figure("D7", wrong, fmt::format("wrong of {} min", looked));
    CHECK(looked * step.count() > 17'000);
    INFO(where);
    CHECK(wrong == 0);
}

TEST_CASE("a calendar in the zones of others is shown in the venue's", "[faults][D8]") {
    std::string calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\n";
    for (int hour = 5; hour < 23; ++hour)  // New York is at -4, Tokyo at +9
        calendar += fmt::format("BEGIN:VEVENT\r\nUID:{0}@x\r\nSUMMARY:Hour {0:02}\r\n{1}END:VEVENT\r\n", hour,
                                hour % 2 ? fmt::format("DTSTART:{}T{:02}0000Z\r\nDURATION:PT1H\r\n", hour + 4 < 24 ? "20260610" : "20260611", (hour + 4) % 24)
                                         : fmt::format("DTSTART;TZID=Asia/Tokyo:{}T{:02}0000\r\nDURATION:PT1H\r\n", hour + 13 < 24 ? "20260610" : "20260611", (hour + 13) % 24));
    LocalClock const local("America/New_York");
    Still still("America/New_York", "feed.ics", calendar + "END:VCALENDAR\r\n");
    REQUIRE(still.snapshot->schedule.sessions().size() == 18);
    int wrong = 0, looked = 0;
    for (auto now = start_of("2026-06-10") + hours{4}; now < start_of("2026-06-11") + hours{4}; now += step, ++looked)
        wrong += still.titles_at(now) == expected_hour(local.at(now)) ? 0 : 1;
    report_figure("D8", wrong, fmt::format("wrong of {} min", looked));
    CHECK(wrong == 0);
}

TEST_CASE("midnights, leap days, leap seconds and the end of 32 bits have the right date", "[faults][D10]") {
    LocalClock const local("UTC");
    int wrong = 0, looked = 0;
    std::string where;
    for (auto const* around : {"2026-06-11T00:00:00Z", "2028-02-29T00:00:00Z", "2028-03-01T00:00:00Z", "2027-01-01T00:00:00Z", "2038-01-19T03:14:08Z",
                               "2100-03-01T00:00:00Z", "2106-02-07T06:28:16Z", "2017-01-01T00:00:00Z"}) {
        auto const edge = *parse_time_argument(around)->instant;
        Still still("UTC", "hours.csv", table_of_hours({local.text(edge - seconds{1}, "%F"), local.text(edge + seconds{1}, "%F")}));
        for (auto const offset : {seconds{-1}, seconds{0}, seconds{1}}) {
            auto const now = edge + offset;
            ++looked;
            bool const is_right = still.says(now, local.text(now, "%a")) && still.says(now, local.text(now, "%-d %b"));
            if (!is_right) where += local.text(now, "%F %T ");
            wrong += is_right ? 0 : 1;
        }
    }
    report_figure("D10", wrong, fmt::format("wrong of {}", looked));
    INFO(where);
    CHECK(wrong == 0);
}

TEST_CASE("a display that has been without a network for a month shows what it knows, and of when that is", "[faults][F8]") {
    std::string const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\n"
                                 "BEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:First day\r\nDTSTART:20231216T090000Z\r\nDTEND:20231216T180000Z\r\nEND:VEVENT\r\n"
                                 "BEGIN:VEVENT\r\nUID:2@x\r\nSUMMARY:A month later\r\nDTSTART:20240115T090000Z\r\nDTEND:20240115T180000Z\r\nEND:VEVENT\r\n"
                                 "END:VCALENDAR\r\n";
    LivingDay day(calendar, {});
    day.start(nine);
    day.server.behave("reset");
    int without = 0;
    for (int i = 1; i <= 30; ++i) {
        auto const t = nine + hours{24} * i;
        day.look(t);
        if (i == 15) day.stop(), day.start(t);
        auto const words = day.words_at(t + minutes{20});
        bool const is_right = words.find("no connection") != words.npos && (i < 30 || words.find("A month later") != words.npos);
        without += is_right ? 0 : 1;
    }
    report_figure("F8", without, "days without it of 30");
    CHECK(without == 0);
}
