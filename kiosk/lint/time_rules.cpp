#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lint/rules.hpp"
#include "schedule/ends.hpp"
#include "words/times.hpp"

namespace kiosk {
namespace {

constexpr hours very_long{12};
constexpr minutes shortest_gap{20};     // shorter ones are for changing over
constexpr date::days furthest_day{30};  // events do not pause for longer

std::string name_of(Session const& session) { return session.title.empty() ? std::string(to_word(session.kind)) : session.title; }

std::string clock(Instant t, Schedule const& schedule) {
    static Words const words = english_words("en-GB");
    return time_text(schedule.zone().to_wall(t), words);
}

/// The sessions of each room in order; those of all rooms are in every one. Hidden ones and blocks
/// with parts are left out: their parts stand for them.
std::map<std::string, std::vector<Session const*>> by_room(Schedule const& schedule) {
    if (schedule.rooms().size() > most_rooms) return {};
    std::map<SessionId, bool> is_block;
    for (auto const& session : schedule.sessions())
        if (session.parent) is_block[*session.parent] = true;
    std::map<std::string, std::vector<Session const*>> rooms;
    for (auto const& room : schedule.rooms()) rooms[room.name];
    if (rooms.empty()) rooms[schedule.event().room];
    for (auto const& session : schedule.sessions()) {
        if (session.status == Status::hidden || session.status == Status::cancelled || is_block.contains(session.id)) continue;
        if (session.rooms.empty())
            for (auto& [name, list] : rooms) list.push_back(&session);
        for (auto const& id : session.rooms) rooms[schedule.room(id).name].push_back(&session);
    }
    return rooms;
}

}  // namespace

std::vector<Problem> find_overlaps(Schedule const& schedule) {
    std::vector<Problem> problems;
    for (auto const& [room, sessions] : by_room(schedule)) {
        Session const* longest = nullptr;  // of those that began before, the one that ends last
        for (auto const* session : sessions) {
            bool const both_everywhere = longest && longest->rooms.empty() && session->rooms.empty();
            if (longest && session->when.begin < longest->when.end && session->when.length().count() > 0 && (!both_everywhere || room == schedule.event().room))
                problems.push_back({Severity::warning, "room-overlap",
                                    fmt::format("\"{}\" starts at {}, before \"{}\" ends at {}{}: both are shown", name_of(*session), clock(session->when.begin, schedule),
                                                name_of(*longest), clock(longest->when.end, schedule), room.empty() ? "" : " in " + room),
                                    "correct one of the times", session->origin});
            if (!longest || session->when.end > longest->when.end) longest = session;
        }
    }
    return problems;
}

std::vector<Problem> find_gaps(Schedule const& schedule) {
    std::vector<Problem> problems;
    for (auto const& [room, sessions] : by_room(schedule)) {
        Session const* last = nullptr;
        for (auto const* session : sessions) {
            bool const same_day = last && logical_day(last->when.begin, schedule.zone()) == logical_day(session->when.begin, schedule.zone());
            if (same_day && session->when.begin - last->when.end >= shortest_gap)
                problems.push_back({Severity::note, "gap-without-item",
                                    fmt::format("nothing is planned from {} to {}{}", clock(last->when.end, schedule), clock(session->when.begin, schedule),
                                                room.empty() ? "" : " in " + room),
                                    "", session->origin});
            if (!last || session->when.end > last->when.end) last = session;
        }
    }
    return problems;
}

std::vector<Problem> find_odd_lengths(Schedule const& schedule) {
    std::vector<Problem> problems;
    for (auto const& session : schedule.sessions()) {
        if (session.when.length().count() == 0)
            problems.push_back({Severity::warning, "zero-length", fmt::format("\"{}\" ends when it starts: listed, but never on", name_of(session)),
                                "state its end", session.origin});
        if (session.when.length() > very_long)
            problems.push_back({Severity::warning, "very-long", fmt::format("\"{}\" lasts {}: as given", name_of(session), length_text(session.when.length(), english_words())),
                                "check its end", session.origin});
    }
    return problems;
}

std::vector<Problem> find_stray_days(Schedule const& schedule) {
    std::vector<Problem> problems;
    auto const& sessions = schedule.sessions();
    if (sessions.size() < 3) return problems;
    auto const middle = logical_day(sessions[sessions.size() / 2].when.begin, schedule.zone());
    for (auto const& session : sessions) {
        auto const day = logical_day(session.when.begin, schedule.zone());
        if (day > middle + furthest_day || day < middle - furthest_day)
            problems.push_back({Severity::warning, "outside-event-days", fmt::format("\"{}\" is on {}, far from the other days: kept", name_of(session), to_iso(day)),
                                "correct its date", session.origin});
    }
    return problems;
}

std::vector<Problem> find_shifted_table(Schedule const& schedule) {
    auto const& event = schedule.event();
    if (!event.opens || !event.closes || schedule.sessions().size() < 4) return {};
    auto const& zone = schedule.zone();
    auto const& first = schedule.sessions().front();
    auto const day = date::floor<date::days>(zone.to_wall(first.when.begin));
    std::vector<minutes> starts;
    for (auto const& session : schedule.sessions()) {
        auto const wall = zone.to_wall(session.when.begin);
        if (date::floor<date::days>(wall) == day) starts.push_back(std::chrono::duration_cast<minutes>(wall - day));
    }
    auto const inside = [&](minutes shift) {
        return std::count_if(starts.begin(), starts.end(), [&](minutes start) { return start + shift >= *event.opens && start + shift < *event.closes; });
    };
    constexpr minutes step{30}, furthest{14 * 60};
    auto const shift = *event.opens - starts.front();
    bool const is_a_zone_apart = shift != minutes{0} && shift % step == minutes{0} && shift <= furthest && shift >= -furthest;
    auto const all = std::ssize(starts);
    if (!is_a_zone_apart || inside(minutes{0}) * 2 > all || inside(shift) < all) return {};
    auto const hours_apart = static_cast<double>(shift.count()) / 60;
    return {{Severity::warning, "table-zone-shifted",
             fmt::format("the times fit the stated hours only if all are moved by {:+g} h: another zone's? They are shown as they stand", hours_apart),
             "state the zone of the table, or correct its times", first.origin}};
}

std::vector<Problem> find_stray_hours(Schedule const& schedule) {
    std::vector<Problem> problems;
    auto const& event = schedule.event();
    for (auto const& session : schedule.sessions()) {
        auto const midnight = WallTime{logical_day(session.when.begin, schedule.zone())};
        auto const begin = schedule.zone().to_wall(session.when.begin) - midnight;
        bool const early = event.opens && begin < *event.opens, late = event.closes && begin >= *event.closes;
        if (early || late)
            problems.push_back({Severity::note, "outside-event-hours",
                                fmt::format("\"{}\" starts at {}, {} the stated hours: kept", name_of(session), clock(session.when.begin, schedule), early ? "before" : "after"),
                                "", session.origin});
    }
    return problems;
}

}  // namespace kiosk
