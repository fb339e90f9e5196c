#include "command/effects.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::size_t most_lines = 6, longest_name = 40;

std::string clock_of(Instant t, Zone const& zone) { return to_iso(zone.to_wall(t)).substr(11, 5); }

std::string shortened(std::string const& text) {
    auto const points = decode_utf8(text);
    return points.size() <= longest_name ? text : text.substr(0, points[longest_name - 1].begin) + "…";
}

std::string rooms_of(Session const& session, Schedule const& schedule) {
    std::vector<std::string> names;
    for (auto const& room : session.rooms) names.push_back(schedule.room(room).name);
    return fmt::format("{}", fmt::join(names, ", "));
}

/// What became of one session; empty: nothing.
std::string change_of(Session const& was, Session const& is, Schedule const& before, Schedule const& after) {
    auto const& zone = after.zone();
    if (was.status != is.status) return is.status == Status::cancelled ? "is cancelled" : "takes place";
    if (rooms_of(was, before) != rooms_of(is, after)) return "is in " + rooms_of(is, after);
    if (was.when.begin != is.when.begin) return "begins at " + clock_of(is.when.begin, zone);
    if (was.when.end != is.when.end) return "lasts until " + clock_of(is.when.end, zone);
    if (was.title != is.title) return fmt::format("is called \"{}\"", shortened(is.title));
    return {};
}

Session const* find(Schedule const& schedule, SessionId const& id) {
    auto const found = std::find_if(schedule.sessions().begin(), schedule.sessions().end(), [&](Session const& one) { return one.id == id; });
    return found == schedule.sessions().end() ? nullptr : &*found;
}

/// Until when the delay is felt; empty: there is none.
std::string end_of_delay(DelayNote const& note, Schedule const& schedule) {
    if (!note.on_time_from) return "late until the end of the day";
    auto const from = clock_of(*note.on_time_from, schedule.zone());
    auto const* pause = note.absorbed_by ? find(schedule, *note.absorbed_by) : nullptr;
    return pause ? fmt::format("{} takes it up: on time from {}", spoken_name(*pause, schedule), from) : "on time from " + from;
}

}  // namespace

std::string spoken_name(Session const& session, Schedule const& schedule) {
    auto const start = clock_of(session.when.begin, schedule.zone());
    if (!session.title.empty()) return fmt::format("{} \"{}\"", start, shortened(clean_line(session.title)));
    std::vector<std::string> people;
    for (auto const& id : session.speakers) people.push_back(schedule.speaker(id).name);
    return fmt::format("{} {}", start, people.empty() ? std::string(to_word(session.kind)) : shortened(fmt::format("{}", fmt::join(people, ", "))));
}

std::string effects_of(Schedule const& schedule, Adjusted const& before, Adjusted const& after) {
    auto const &was = before.schedule ? *before.schedule : schedule, &is = after.schedule ? *after.schedule : schedule;
    std::vector<std::string> lines;
    for (auto const& session : was.sessions()) {
        auto const* now = find(is, session.id);
        auto const change = now ? change_of(session, *now, was, is) : std::string{};
        if (!change.empty()) lines.push_back(fmt::format("{} {}", spoken_name(session, was), change));
    }
    if (lines.size() > most_lines) {
        auto const more = lines.size() - most_lines + 1;
        lines.resize(most_lines - 1);
        lines.push_back(fmt::format("and {} more", more));
    }
    for (auto const& note : after.delays)
        if (std::find(before.delays.begin(), before.delays.end(), note) == before.delays.end()) lines.push_back(end_of_delay(note, schedule));
    std::string text;
    for (auto const& line : lines) text += "  " + line + "\n";
    return text;
}

std::string undone_by(Overrides const& before, Overrides const& after) {
    std::string text;
    for (auto const& entry : after.entries) {
        auto const was = std::find_if(before.entries.begin(), before.entries.end(), [&](Override const& one) { return one.number == entry.number; });
        if (entry.undone && was != before.entries.end() && !was->undone) text += fmt::format("undone: {} {}\n", entry.number, to_line(entry.command));
    }
    return text;
}

}  // namespace kiosk
