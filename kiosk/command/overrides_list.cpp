// The commands that were given, for people to read.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "command/overrides.hpp"

namespace kiosk {
namespace {

using ListRow = std::array<std::string, 5>;  // number, when, way in, state, command

/// "15:41", on another day than `now` "2023-12-17 06:00".
std::string to_clock(Instant t, Instant now, Zone const& zone) {
    auto const wall = to_iso(zone.to_wall(t));
    auto const clock = wall.substr(11, 5);
    return zone.day_of(t) == zone.day_of(now) ? clock : wall.substr(0, 10) + " " + clock;
}

/// Instants as operators think of them.
Command with_wall_times(Command command, Zone const& zone) {
    auto const to_wall = [&](std::optional<TimeArgument>& time) {
        if (time && time->instant) time = TimeArgument{{}, zone.to_wall(*time->instant), {}};
    };
    if (auto* delay = std::get_if<DelayCommand>(&command)) to_wall(delay->from);
    if (auto* move = std::get_if<MoveCommand>(&command)) to_wall(move->to);
    return command;
}

std::string targets_of(Override const& entry, Instant now, Zone const& zone) {
    std::string names;
    for (auto const& target : entry.targets)
        names += fmt::format("{}{} \"{}\"", names.empty() ? "" : ", ", to_clock(target.start, now, zone),
                             target.title);
    return names.empty() ? names : " (" + names + ")";
}

std::string state_of(Override const& entry, Instant now, Zone const& zone) {
    if (entry.undone) return "undone";
    return (entry.expires <= now ? "over since " : "until ") + to_clock(entry.expires, now, zone);
}

}  // namespace

std::string describe(Overrides const& overrides, Instant t, Zone const& zone) {
    if (overrides.entries.empty()) return "no commands\n";
    std::vector<ListRow> rows;
    std::array<std::size_t, 4> widths{};
    for (auto const& entry : overrides.entries) {
        rows.push_back({std::to_string(entry.number), to_clock(entry.at, t, zone), entry.way_in.substr(0, entry.way_in.find(':')),
                        state_of(entry, t, zone),
                        to_line(with_wall_times(entry.command, zone)) + targets_of(entry, t, zone)});
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], rows.back()[i].size());
    }
    std::string lines;
    for (auto const& [number, at, way_in, state, command] : rows)
        lines += fmt::format("{:>{}}  {:<{}}  {:<{}}  {:<{}}  {}\n", number, widths[0], at, widths[1], way_in,
                             widths[2], state, widths[3], command);
    return lines;
}

}  // namespace kiosk
