// How operators name what displays show: a session, what is on, what is next.
#include "command/spoken_schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "command/targets.hpp"
#include "schedule/ends.hpp"
#include "settings/toml_table.hpp"

namespace kiosk {
namespace {

using Sessions = std::vector<Session const*>;

constexpr std::size_t most_candidates = 5;  // that a hint lists
constexpr std::string_view by_id = "name one by its id", by_room = "name its room with --room";

Sessions filtered(Sessions const& sessions, auto const& is_meant) {
    Sessions found;
    std::copy_if(sessions.begin(), sessions.end(), std::back_inserter(found),
                 [&](Session const* session) { return is_meant(*session); });
    return found;
}

bool starts_at(Session const& session, Instant t) {
    auto const minute_of = [](Instant instant) { return std::chrono::floor<minutes>(instant); };
    bool const was_planned =
        session.earlier && session.earlier->when && minute_of(session.earlier->when->begin) == minute_of(t);
    return was_planned || minute_of(session.when.begin) == minute_of(t);
}

/// `is_meant`: of a title's comparison key.
bool is_titled(Session const& session, auto const& is_meant) {
    bool const was = session.earlier && !session.earlier->title.empty() &&
                     is_meant(comparison_key(session.earlier->title));
    return was || is_meant(comparison_key(session.title));
}

bool share_a_room(Session const& a, Session const& b) { return a.rooms.empty() || is_in_one_of(b, a.rooms); }

}  // namespace

Outcome<Session const*> SpokenSchedule::session(std::string_view reference,
                                                std::vector<std::string> const& rooms) const {
    auto const ids = room_ids_of(rooms);
    Sessions pool;
    for (auto const& session : shown_.sessions())
        if (session.status != Status::hidden && (ids.empty() || is_in_one_of(session, ids)))
            pool.push_back(&session);

    auto found = filtered(pool, [&](Session const& session) { return session.id.value == reference; });
    if (auto const time = parse_time_argument(reference); time && found.empty()) {
        auto const start = resolved_on(*time, day_spoken_of(shown_, at_), shown_.zone());
        found = filtered(pool, [&](Session const& session) { return starts_at(session, start); });
    }
    auto const key = comparison_key(reference);
    if (found.empty() && !key.empty())
        found = filtered(pool, [&](Session const& session) {
            return is_titled(session, [&](std::string const& title) { return title == key; });
        });
    if (found.empty() && !key.empty())
        found = filtered(pool, [&](Session const& session) {
            return is_titled(session, [&](std::string const& title) { return title.starts_with(key); });
        });
    return one_of(std::move(found), reference, pool);
}

Outcome<Session const*> SpokenSchedule::one_of(Sessions found, std::string_view reference,
                                               Sessions const& pool) const {
    if (found.size() == 1) return {found.front(), {}};
    auto const name = clean_line(reference);
    if (!found.empty())
        return {
            {},
            {undecided(fmt::format("\"{}\" may be any of {} sessions", name, found.size()), by_id, found)}};
    auto const key = comparison_key(reference);
    if (!key.empty())
        found = filtered(pool, [&](Session const& session) {
            return is_titled(session,
                             [&](std::string const& title) { return title.find(key) != title.npos; });
        });
    if (found.empty()) {
        std::vector<std::string> titles;
        for (auto const* session : pool) titles.push_back(comparison_key(session->title));
        auto const near = nearest(std::string_view(key).substr(0, 100), titles);
        if (!near.empty())
            found =
                filtered(pool, [&](Session const& session) { return comparison_key(session.title) == near; });
    }
    auto const day = day_spoken_of(shown_, at_);
    if (found.empty())
        found = filtered(pool, [&](Session const& session) {
            return session.when.end > at_ && logical_day(session.when.begin, shown_.zone()) == day;
        });
    return {{}, {undecided(fmt::format("no session is named by \"{}\"", name), by_id, found)}};
}

Outcome<std::vector<Session const*>> SpokenSchedule::current(std::vector<std::string> const& rooms) const {
    auto const ids = room_ids_of(rooms);
    Sessions chosen;
    for (std::size_t i = 0; i < std::max<std::size_t>(ids.size(), 1); ++i) {
        auto const on = on_in(ids.empty() ? ids : std::vector{ids[i]});
        if (on.empty()) continue;
        auto const& best = *on.front();
        auto const is_rival = [&](Session const* other) {
            bool const is_equal =
                other->when.begin == best.when.begin && is_pause(other->kind) == is_pause(best.kind);
            return other != &best && (is_equal || !share_a_room(*other, best));
        };
        if (std::any_of(on.begin(), on.end(), is_rival))
            return {{}, {undecided(fmt::format("{} sessions are on", on.size()), by_room, on)}};
        if (std::find(chosen.begin(), chosen.end(), &best) == chosen.end()) chosen.push_back(&best);
    }
    return {std::move(chosen), {}};
}

std::vector<Session const*> SpokenSchedule::on_in(std::vector<RoomId> const& rooms) const {
    Sessions on;
    std::set<SessionId> blocks;
    for (auto const& session : shown_.sessions()) {
        bool const is_on = is_to_take_place(session) && session.when.contains(at_);
        if (!is_on || !(rooms.empty() || is_in_one_of(session, rooms))) continue;
        on.push_back(&session);
        if (session.parent) blocks.insert(*session.parent);
    }
    std::erase_if(on, [&](Session const* session) { return blocks.contains(session->id); });
    std::stable_sort(on.begin(), on.end(), [](Session const* a, Session const* b) {
        if (a->when.begin != b->when.begin) return a->when.begin > b->when.begin;
        return !is_pause(a->kind) && is_pause(b->kind);
    });
    return on;
}

std::vector<Session const*> SpokenSchedule::following(std::vector<RoomId> const& rooms) const {
    Sessions next;
    std::set<SessionId> blocks;
    auto const day = logical_day(at_, shown_.zone());
    for (auto const& session : shown_.sessions()) {
        bool const is_later =
            session.when.begin > at_ && session.when.end > session.when.begin && is_to_take_place(session);
        if (!is_later || !(rooms.empty() || is_in_one_of(session, rooms))) continue;
        if (logical_day(session.when.begin, shown_.zone()) != day) break;
        if (!next.empty() && session.when.begin > next.front()->when.begin) break;
        next.push_back(&session);
        if (session.parent) blocks.insert(*session.parent);
    }
    std::erase_if(next, [&](Session const* session) { return blocks.contains(session->id); });
    return next;
}

std::vector<Problem> SpokenSchedule::unknown_room(std::vector<std::string> const& rooms,
                                                  Severity severity) const {
    std::vector<std::string> keys{comparison_key(shown_.event().room)}, names;
    for (auto const& room : shown_.rooms()) {
        keys.push_back(room.id.value);
        names.push_back(room.name);
    }
    for (auto const& name : rooms) {
        auto const key = comparison_key(name);
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        std::string known;
        for (std::size_t i = 0; i < std::min(names.size(), 2 * most_candidates); ++i)
            known += (i ? ", " : "") + names[i];
        auto hint = names.empty() ? "leave --room out: the schedule names no rooms"
                                  : "the rooms are: " + clean_line(known);
        if (severity == Severity::error)
            return {{Severity::error,
                     "command-target",
                     fmt::format("there is no room \"{}\"", name),
                     std::move(hint),
                     {}}};
        return {{Severity::warning,
                 "command-target",
                 fmt::format("the schedule has no room \"{}\"", name),
                 std::move(hint),
                 {}}};
    }
    return {};
}

Problem SpokenSchedule::undecided(std::string message, std::string_view advice,
                                  Sessions const& candidates) const {
    auto hint =
        candidates.empty() ? "the day has no sessions left" : fmt::format("{}: {}", advice, list(candidates));
    return {Severity::error, "command-target", std::move(message), std::move(hint), {}};
}

/// `13:50 Hall A "Title" (id), …`
std::string SpokenSchedule::list(Sessions const& sessions) const {
    std::string lines;
    auto const today = day_spoken_of(shown_, at_);
    for (std::size_t i = 0; i < std::min(sessions.size(), most_candidates); ++i) {
        auto const& session = *sessions[i];
        auto const wall = to_iso(shown_.zone().to_wall(session.when.begin));
        bool const is_today = logical_day(session.when.begin, shown_.zone()) == today;
        std::string rooms;
        for (auto const& room : session.rooms) rooms += " " + shown_.room(room).name;
        lines += fmt::format("{}{}{} \"{}\" ({})", i ? ", " : "",
                             is_today ? wall.substr(11, 5) : wall.substr(0, 16), rooms,
                             kept_title(session.title), session.id.value);
    }
    if (sessions.size() > most_candidates)
        lines += fmt::format(" and {} more", sessions.size() - most_candidates);
    return clean_line(lines);
}

}  // namespace kiosk
