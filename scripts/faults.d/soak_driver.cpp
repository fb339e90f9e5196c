// Plays weeks of a display in minutes; scripts/soak starts it.
//   kiosk_soak refreshes KIOSK FOLDER N SEED     a live display whose schedule, photos and operators change N times
//   kiosk_soak minutes KIOSK FOLDER N EVENT      a rehearsal of EVENT, N simulated minutes, beside what `timeline` says
// FOLDER: empty, for what it needs. Prints what grew, and lines "figure ROW VALUE UNIT".
#include <csignal>
#include <cstdio>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <date/date.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "control/control_folder.hpp"
#include "control/tell.hpp"
#include "faults/fault_server.hpp"
#include "io/files.hpp"
#include "soak_watch.hpp"

namespace {

using namespace kiosk;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string bytes_of(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(fs::path const& file, std::string const& text) { write_atomically(file, text); }

void rest(milliseconds time) { std::this_thread::sleep_for(time); }

/// A display, from its start to the end of this.
class Running {
public:
    Running(std::vector<std::string> const& words, fs::path const& folder, bool is_rehearsal) : folder_(folder), is_rehearsal_(is_rehearsal) {
        std::vector<char*> arguments;
        for (auto const& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        pid_ = ::fork();
        if (pid_ != 0) return;
        int const log = ::open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        ::dup2(log, STDERR_FILENO);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ~Running() {
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
    }
    Running(Running const&) = delete;
    Running& operator=(Running const&) = delete;

    ::pid_t pid() const { return pid_; }
    bool lives() const { return ::waitpid(pid_, nullptr, WNOHANG) == 0; }
    std::string tell(std::string const& line) const {
        for (auto const& socket : sockets_in(control_folder(), {}, is_rehearsal_))
            if (auto const reply = kiosk::tell(socket, line); reply.value) return reply.value->text;
        return {};
    }
    nlohmann::json stats() const { return nlohmann::json::parse(bytes_of(folder_ / "stats.json"), nullptr, false); }
    template <class Condition>
    bool comes_true(milliseconds longest, Condition const& condition) const {
        for (auto const end = Clock::now() + longest; Clock::now() < end && lives(); rest(milliseconds{4}))
            if (condition()) return true;
        return false;
    }

private:
    fs::path folder_;
    bool is_rehearsal_;
    ::pid_t pid_ = 0;
};

/// A zone in which it is between 10 and 11 in the morning: what is on, and what comes, is of one day for long. As hours that its
/// clocks are behind UTC.
int hours_behind() {
    auto const hour = static_cast<int>(std::chrono::system_clock::now().time_since_epoch() / hours{1} % 24) - 10;
    return hour <= 12 ? hour : hour - 24;
}

/// At which minute of the hour sessions begin: ten minutes before the soak, which is over before the next one, with other photos, comes.
int first_minute() {
    static auto const minute = static_cast<int>(std::chrono::system_clock::now().time_since_epoch() / minutes{1} % 60);
    return (minute + 50) % 60;
}

/// Two days from today on, with a session each hour. Something is other in each: words, a room, a session that is cancelled.
std::string page(int number, std::mt19937& random) {
    auto const today = date::floor<date::days>(std::chrono::system_clock::now() - hours{hours_behind()});
    std::string table = "date,start,end,title,room,speakers,abstract\n";
    for (auto const day : {today, today + date::days{1}})
        for (int hour = 0; hour < 23; ++hour) {
            auto const title = hour % 5 == 0 && random() % 4 == 0 ? "Cancelled: Hour" : "Hour";
            auto const end = hours{hour + 1} + minutes{first_minute()}, begin = end - minutes{random() % 3 == 0 ? 55 : 60};
            table += fmt::format("{},{},{},{} {} of No. {},Room {},{},{}\n", date::format("%F", day), date::format("%R", begin), date::format("%R", end), title, hour,
                                 number, 1 + random() % 2, hour % 2 ? "Ada Example" : "Ben Sample", std::string(random() % 300, 'x'));
        }
    return table;
}

/// What the service gives the display at its start.
void take_environment_of_service() {
    constexpr std::string_view key = "Environment=";
    std::ifstream unit(fs::path(KIOSK_SOURCE_DIR) / "config" / "package" / "kiosk.service");
    for (std::string line; std::getline(unit, line);) {
        auto const equals = line.find('=', key.size());
        if (line.starts_with(key) && equals != line.npos) ::setenv(line.substr(key.size(), equals - key.size()).c_str(), line.c_str() + equals + 1, 1);
    }
}

int refreshes(std::string const& program, fs::path const& folder, int count, unsigned seed) {
    std::mt19937 random(seed);
    FaultServer server(page(0, random));
    std::vector<std::string> photos;
    for (auto const& entry : fs::directory_iterator(fs::path(KIOSK_SOURCE_DIR) / "images" / "speakers"))
        if (entry.path().extension() != ".svg") photos.push_back(bytes_of(entry.path()));
    put(folder / "local.jpg", photos[0]);
    server.serve("/photo.jpg", photos[1]);
    put(folder / "event.toml", fmt::format("[event]\ntime_zone = \"Etc/GMT{:+}\"\n[[schedule]]\nsource = \"{}\"\n[timing]\ndwell = \"2s\"\n[[display]]\nroom = \"Room 1\"\n"
                                           "[[speaker]]\nname = \"Ada Example\"\nbiography = \"She folds paper.\"\nphoto = \"local.jpg\"\n"
                                           "[[speaker]]\nname = \"Ben Sample\"\nbiography = \"He reads maps.\"\nphoto = \"{}\"\n",
                                           hours_behind(), server.url("/page"), server.url("/photo.jpg")));
    Running const display({program, "show", "--quiet", "--windowed", "--size", "1920x1080", "--stats", (folder / "stats.json").string(), (folder / "event.toml").string()},
                          folder, false);
    SoakWatch watch(display.pid(), [&] { return display.stats(); });
    if (!display.comes_true(seconds{10}, [&] { return display.stats().is_object(); })) return 3;
    int missed = 0;
    // The same slide with the same photos each time: what is left then is left for good.
    auto const settle = [&] {
        put(folder / "local.jpg", photos[0]);
        server.serve("/photo.jpg", photos[1]);
        std::mt19937 same(1);
        server.serve("/page", page(0, same));
        display.tell("reload");
        rest(milliseconds{700});
        // Each slide once, so that its photos are those of now, and then one that has none.
        for (auto const* slide : {"now", "speaker:ada-example", "speaker:ben-sample", "day"}) display.tell(fmt::format("hold {} --for 1m", slide)), rest(milliseconds{600});
    };
    auto const begin = Clock::now();
    for (int i = 1; i <= count; ++i) {
        bool const is_broken = i % 13 == 0;
        server.serve("/page", is_broken ? "<html>Please log in</html>" : page(i, random));
        if (i % 5 == 0) put(folder / "local.jpg", photos[random() % photos.size()]);
        if (i % 6 == 0) server.serve("/photo.jpg", photos[random() % photos.size()]);
        if (i % 50 == 0) server.behave("ok");  // forgets its requests
        if (i % 100 == 0) server.behave("reset");
        display.tell("reload");
        auto const mark = fmt::format("of No. {}", i);
        if (i % 100 == 0) rest(milliseconds{50}), server.behave("ok");
        else if (!is_broken && !display.comes_true(seconds{20}, [&] { return display.tell("explain").find(mark) != std::string::npos; })) {
            ++missed;
            std::printf("refresh %d was not seen in 20 s, %zu requests: %s\n", i, server.requests().size(), (display.tell("explain") + display.tell("status")).c_str());
        }
        if (i % 70 == 0) display.tell("announce \"Lunch is on the terrace\" --for 1m");
        if (i % 150 == 0) display.tell("delay 5m"), display.tell("clear all");
        if (i % 500 == 0) display.tell("emergency Fire"), rest(milliseconds{100}), display.tell("lifted"), display.tell("clear all");
        watch.look(display.stats());
        if (!display.lives()) return std::printf("it ended after %d refreshes\n", i), 1;
        if (i % std::max(1, count / (count < 5000 ? 20 : 50)) == 0) settle(), watch.sample(i), display.tell("clear all");
    }
    auto const took = std::chrono::duration<double>(Clock::now() - begin).count();
    std::printf("%d refreshes in %.0f s; %d were not seen on the display\n", count, took, missed);
    watch.report();
    return missed == 0 && watch.is_good() ? 0 : 1;
}

/// What is on in each span of time, as `timeline` says.
struct Spans {
    std::vector<std::pair<std::string, std::string>> from_and_ids;  // UTC, in order
    std::string at(std::string const& now) const {
        auto const after = std::upper_bound(from_and_ids.begin(), from_and_ids.end(), now, [](auto const& t, auto const& span) { return t < span.first; });
        return after == from_and_ids.begin() ? std::string{} : std::prev(after)->second;
    }
};

std::string utc(std::string const& with_offset) { return date::format("%FT%T", std::chrono::floor<seconds>(*parse_time_argument(with_offset)->instant)); }

std::string joined(nlohmann::json const& ids) {
    std::set<std::string> all;
    for (auto const& one : ids) all.insert(one.is_object() ? one.at("id").get<std::string>() : one.get<std::string>());
    return fmt::format("{}", fmt::join(all, " "));
}

int minutes_of(std::string const& program, fs::path const& folder, int count, std::string const& event) {
    if (std::system(fmt::format("'{}' timeline -q --json '{}' >'{}'", program, event, (folder / "timeline.json").string()).c_str()) != 0) return 3;
    Spans spans;
    for (auto const& span : nlohmann::json::parse(bytes_of(folder / "timeline.json"))) spans.from_and_ids.emplace_back(utc(span.at("from")), joined(span.at("now")));
    auto const first = std::find_if(spans.from_and_ids.begin(), spans.from_and_ids.end(), [](auto const& span) { return !span.second.empty(); });
    if (first == spans.from_and_ids.end()) return 3;
    int looked = 0, wrong = 0;
    std::optional<SoakWatch> watch;
    while (looked < count) {
        Running const display({program, "rehearse", "--quiet", "--windowed", "--size", "1920x1080", "--at", first->first + "Z", "--speed", "60", "--stats",
                               (folder / "stats.json").string(), event}, folder, true);
        watch.emplace(display.pid(), [&] { return display.stats(); });
        std::string last;
        // Until the day is over, and then it is played again.
        while (looked < count && display.lives() && last < spans.from_and_ids.back().first) {
            rest(milliseconds{100});
            auto const stats = display.stats();
            if (!stats.is_object()) continue;
            watch->look(stats);
            auto const now = stats.at("now").get<std::string>().substr(0, 19);
            if (now == last) continue;
            last = now;
            bool const is_right = joined(stats.at("session")) == spans.at(last);
            if (!is_right && wrong < 5) std::printf("wrong at %s: %s, not %s\n", last.c_str(), joined(stats.at("session")).c_str(), spans.at(last).c_str());
            wrong += is_right ? 0 : 1;
            if (++looked % 20 == 0) display.tell("announce Coffee --for 10m");
            if (looked % 30 == 0) display.tell("emergency Fire --for 2m");
            if (looked % 31 == 0) display.tell("clear all");
            if (looked % 10 == 0) watch->sample(looked);
        }
    }
    std::printf("%d simulated minutes, %d of them wrong; longest wait for a picture that was due: %.0f ms\n", looked, wrong, watch->longest_gap());
    return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> const words(argv + 1, argv + argc);
    if (words.size() != 5) return 2;
    auto const folder = fs::path(words[2]);
    for (auto const& [name, value] : {std::pair{"KIOSK_STATE_DIR", "state"}, std::pair{"KIOSK_RUNTIME_DIR", "run"}}) ::setenv(name, (folder / value).c_str(), 1);
    take_environment_of_service();
    ::setenv("KIOSK_CLOCK", "trusted", 1);
    ::setenv("SDL_VIDEODRIVER", "offscreen", 1);
    ::setenv("KIOSK_PRESENTER", "software", 1);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (words[0] == "refreshes") return refreshes(words[1], folder, std::stoi(words[3]), static_cast<unsigned>(std::stoul(words[4])));
    return minutes_of(words[1], folder, std::stoi(words[3]), words[4]);
}
