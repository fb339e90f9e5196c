// Whatever operators say of a day in one room, it stays a day that can take place.
#include <random>

#include "command/operator.hpp"

using namespace kiosk;

namespace {

/// What is wrong with the order of sessions of which one followed the other. Empty: nothing.
std::string overlap(std::vector<Session> const& sessions) {
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        if (sessions[i].when.end < sessions[i].when.begin)
            return sessions[i].title + " ends before it begins";
        if (i > 0 && sessions[i].when.begin < sessions[i - 1].when.end)
            return sessions[i - 1].title + " and " + sessions[i].title + " overlap";
    }
    return {};
}

}  // namespace

TEST_CASE("no series of delays makes sessions overlap, or changes what is over", "[command]") {
    std::mt19937 random(1312);
    auto const builder = conference_day();
    std::vector<std::string> const lines{"delay 5m",   "delay 10m", "delay 25m", "delay 1h",
                                         "delay 0m",   "delay -7m", "delay -1h", "extend 3m",
                                         "extend 20m", "next",      "undo",      "clear delay"};
    for (int round = 0; round < 400; ++round) {
        Operator operator_(builder);
        auto t = builder.at("8:50");
        auto before = operator_.schedule.sessions();
        std::string said;
        for (int i = 0; i < 8; ++i) {
            auto const line = lines[random() % lines.size()];
            said += fmt::format("{} {}\n", to_iso(operator_.schedule.zone().to_wall(t)), line);
            auto outcome =
                apply(operator_.overrides, *parse_command(line).value, t, "keys", operator_.schedule);
            if (outcome.value) operator_.overrides = std::move(*outcome.value);
            auto const result = adjust(operator_.schedule, operator_.overrides, t);
            auto const& now = result.schedule ? result.schedule->sessions() : operator_.schedule.sessions();
            INFO(said);
            REQUIRE(now.size() == before.size());
            REQUIRE(overlap(now) == "");
            bool const takes_back = line == "undo" || line == "clear delay";
            for (std::size_t k = 0; k < now.size() && !takes_back; ++k)
                if (before[k].when.end <= t) REQUIRE(now[k].when == before[k].when);
            before = now;
            t += minutes{1 + random() % 45};
        }
    }
}
